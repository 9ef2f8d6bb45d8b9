"""A reader's marks as values, tested by Node.js as they are (``marking.test.mjs``), without a page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

TEST = Path(__file__).with_name("marking.test.mjs")


@pytest.mark.needs("node")
def test_in_node() -> None:
    done = subprocess.run(
        ["node", "--test", "--test-reporter=tap", TEST], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# skipped 0" in done.stdout
