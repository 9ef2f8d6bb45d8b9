"""What is wrong with records is said with file and line, and the others are unharmed: by each command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.cli import main

from .bad_records import BIB, KEYS, PAGE, PROBLEMS
from .sites import write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bad(folder: Path) -> Path:
    write_site(folder, bib=BIB, rlhf=PAGE, code="# Code\n")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_check_says_what_is_wrong_and_where(bad: Path) -> None:
    found = json.loads(run("check", "--format", "json").stdout)
    reported = {problem["line"]: problem["code"] for problem in found if problem["code"] in PROBLEMS.values()}
    assert reported == PROBLEMS
    assert {problem["file"] for problem in found if problem["code"] in PROBLEMS.values()} == {"refs.bib"}
    assert all(problem["advice"] for problem in found)


def test_mending_harms_nothing(bad: Path) -> None:
    run("check", "--fix")
    text = (bad / "refs.bib").read_text(encoding="utf-8")
    before, after = read_bibliography(BIB, "x")[0], read_bibliography(text, "x")[0]
    assert list(after) == list(before)
    assert "@string{iclr = {ICLR}}\n@string{broken = {no end}\n" in text
    assert "@misc{unclosed, title = {No {end}, year = {2024}}" in text


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "csl-json", "apa", "entries"])
def test_every_entry_is_exported(bad: Path, form: str) -> None:
    done = run("export", form)
    assert done.exit_code == 1
    reported = [line.partition(" ")[0::2] for line in done.stderr.splitlines() if line.startswith("refs.bib:")]
    assert [(place, said.partition(" ")[0]) for place, said in reported] == [
        (f"refs.bib:{line}:", code) for line, code in PROBLEMS.items()
    ]
    assert done.stderr.count("    → ") == len(PROBLEMS)
    for said in (
        "Notes",
        "untitled",
        "Later",
        "A Large Collaboration",
        "Shining",
        "Parts",
        "One",
        "Another",
        "Invariants",
    ):
        assert said in done.stdout
    if form in ("bibtex", "biblatex"):
        records, problems = read_bibliography(done.stdout, "out.bib")
        assert tuple(records) == KEYS
        # No title is invented.
        assert [problem.code.code for problem in problems] == ["record-without-title"]


def test_an_import_reports_them_and_adds_its_own(bad: Path) -> None:
    item = "- **Invariants of forms**, `arXiv, 2401.00001`, [arxiv](http://arxiv.org/abs/2401.00001v1)\n\n  *Emmy Noether*\n"
    (bad / "LIST.md").write_text(f"# L\n\n## Papers\n\n{item}", encoding="utf-8")
    done = run("import", "LIST.md", "--to", "docs/list", "--bib", "refs.bib")
    assert done.exit_code == 1
    for line, code in PROBLEMS.items():
        assert f"refs.bib:{line}: {code}" in done.stderr
    text = (bad / "refs.bib").read_text(encoding="utf-8")
    # All that was there is there to the letter, comments, @string and broken records too.
    assert text.startswith(BIB.partition("@misc{good1")[0])
    assert all(line in text for line in BIB.splitlines())
    assert "2401.00001" in text
