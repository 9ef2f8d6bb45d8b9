"""The lowest versions that are promised: read from pyproject.toml, to be tested by ``nox -s wheel``."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def noxfile() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "noxfile.py"))


def test_a_floor_becomes_a_constraint(noxfile: dict[str, Any]) -> None:
    needed = ["click>=8.1", "sphinx>=8.2,<10", "bibtexparser>=2.0.0b8,<3"]
    assert noxfile["floors"](needed) == ["click==8.1", "sphinx==8.2", "bibtexparser==2.0.0b8"]


@pytest.mark.parametrize("requirement", ["click", "click<9", "click!=8.2"])
def test_a_requirement_without_a_floor_is_refused(noxfile: dict[str, Any], requirement: str) -> None:
    with pytest.raises(ValueError, match=r"click.* has no lowest version"):
        noxfile["floors"]([requirement])


def test_everything_that_pyproject_names_has_a_floor(noxfile: dict[str, Any]) -> None:
    needed = noxfile["requirements"]()
    assert len(noxfile["floors"](needed)) == len(needed) > 20
