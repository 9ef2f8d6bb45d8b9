"""The real site, built once a module by each builder that a test asks for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

DOCS = Path(__file__).parents[2] / "docs"


class Built(NamedTuple):
    """A built site: by which builder, where, and what Sphinx said."""

    builder: str
    out: Path
    log: str


@pytest.fixture(scope="module")
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as the builder ``request.param`` makes it, every warning an error."""
    folder = tmp_path_factory.mktemp(request.param)
    out = folder / "out"
    # As on a machine that knows nothing of where the site will be.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("READTHEDOCS")}
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-n", "-b", request.param, "-d", folder / "doctrees", DOCS, out],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Built(request.param, out, done.stdout + done.stderr)
