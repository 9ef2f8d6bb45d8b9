"""Lists in every form that is read: nothing is lost; their README, imported again, is the same list and the same text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sphinx_reading_list.cli import main

from ..lists.reading_cases import FOLDER, read_cases

CASES = {
    f"{path.stem}: {case.title}": case.source
    for path in sorted(FOLDER.rglob("*.md"))
    if path.name != "README.md"
    for case in read_cases(path)
}


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code in (0, 1), done.output
    # What an import itself finds missing of the list.
    assert "lost-" not in done.output
    return done.stdout


def imported(readme: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[dict[str, Any]], str]:
    """The entries of a site that a README was imported into, and the README that it gives."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("README.md").write_text(readme, encoding="utf-8")
    run("import", "README.md", "--to", "docs/list", "--bib", "refs.bib")
    entries = json.loads(run("export", "entries"))["entries"]
    for entry in entries:
        # Numbers that change by themselves are in a file of their own, and in no README.
        entry.pop("metrics", None)
    return entries, run("export", "readme")


@pytest.mark.parametrize("title", CASES)
def test_a_readme_is_the_list_again(title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries, readme = imported(CASES[title], tmp_path / "0", monkeypatch)
    again, second = imported(readme, tmp_path / "1", monkeypatch)
    assert again == entries
    if not entries:
        # Without entries there are no sections, and the title is taken for one.
        readme = second
    assert second.split() == readme.split()
    assert imported(second, tmp_path / "2", monkeypatch) == (entries, second)
