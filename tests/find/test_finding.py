"""The search's logic, tested by Node.js as it is (``*.test.mjs``), without a page."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import sphinx_reading_list

STATIC = Path(sphinx_reading_list.__file__).parent / "sphinxext" / "static"
TESTS = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.needs("node")
@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_in_node(path: Path) -> None:
    done = subprocess.run(
        ["node", "--test", "--test-reporter=tap", path],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "STATIC": str(STATIC)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# skipped 0" in done.stdout
