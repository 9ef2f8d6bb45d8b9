"""A folder to work in, and the program as people call it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner

from sphinx_reading_list.cli import main

if TYPE_CHECKING:
    from click.testing import Result

REAL_LIST = Path(__file__).parents[1] / "data" / "llm-rlhf-list.md"


class Run(Protocol):
    """Runs ``reading-list import LIST.md --to docs/list --bib refs.bib`` with more arguments behind it."""

    def __call__(self, *more: str) -> Result: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """The import command in that folder. An exception that reaches the user fails the test."""

    def import_list(*more: str) -> Result:
        arguments = ["import", "LIST.md", "--to", "docs/list", "--bib", "refs.bib", *more]
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return import_list


@pytest.fixture
def real_list(folder: Path) -> Path:
    """The reference list in that folder, as LIST.md."""
    path = folder / "LIST.md"
    path.write_bytes(REAL_LIST.read_bytes())
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def snapshot_of(folder: Path):
    """What the folder holds now, when called."""
    return lambda: contents(folder)
