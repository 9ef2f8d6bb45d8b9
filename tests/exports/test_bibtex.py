"""The BibTeX that people paste, against golden files and the programs that read it.

Where a change is meant, ``UPDATE_GOLDEN=1 pytest tests/exports`` writes the golden files anew: read the difference.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.exports._bibtex_fields import escape_specials
from sphinx_reading_list.exports.bibtex import EXPORT, bibtex

if TYPE_CHECKING:
    from sphinx_reading_list.core.entry import Entry
    from sphinx_reading_list.core.record import Record

GOLDEN = Path(__file__).parent / "golden"


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def exported(page_entries: list[Entry], recorded: list[tuple[Entry, Record]]) -> str:
    """All of them as one file."""
    return EXPORT.join([*map(bibtex, page_entries), *(bibtex(entry, record) for entry, record in recorded)])


def test_records(recorded: list[tuple[Entry, Record]]) -> None:
    check("records.bibtex.bib", EXPORT.join([bibtex(entry, record) for entry, record in recorded]))


def test_entries_of_pages(page_entries: list[Entry]) -> None:
    check("pages.bibtex.bib", EXPORT.join(list(map(bibtex, page_entries))))


def test_nothing_is_an_empty_file() -> None:
    assert EXPORT.join([]) == ""


def test_what_is_exported_reads_the_same(exported: str, page_entries: list[Entry], recorded) -> None:
    records, problems = read_bibliography(exported, "all.bib")
    assert problems == []
    for entry in [*page_entries, *(entry for entry, _ in recorded)]:
        again = entry_of_record(records[entry.key])
        assert again.title == entry.title
        assert again.authors == entry.authors
        assert again.authors_elided == entry.authors_elided
        assert again.identifier("arxiv") == entry.identifier("arxiv")
        assert again.identifier("doi") == entry.identifier("doi")
        assert to_month(again.published or again.date) == to_month(entry.published or entry.date)


def to_month(date: PartialDate | None) -> PartialDate | None:
    """Classic BibTeX has no day."""
    return date and PartialDate(date.year, date.month)


@pytest.mark.parametrize(
    ("latex", "escaped"),
    [
        ("R&D #1: 50% of a_b for $5", r"R\&D \#1: 50\% of a\_b for \$5"),
        ("x^2", r"x\textasciicircum{}2"),
        (r"\^{e}t\^e \& \_", r"\^{e}t\^e \& \_"),
        (r"$x_1^2$ \(x_1^2\) \ensuremath{x_{1}^2} x_1", r"$x_1^2$ \(x_1^2\) \ensuremath{x_{1}^2} x\_1"),
        (r"\url{https://example.org/a_b^c%20d}", r"\url{https://example.org/a_b^c\%20d}"),
    ],
)
def test_what_latex_would_stumble_on_is_escaped(latex: str, escaped: str) -> None:
    assert escape_specials(latex) == escaped
    assert escape_specials(escaped) == escaped


def test_an_annotation_stays_at_home(exported: str) -> None:
    assert "as the list had it" not in exported
    assert "/home/me" not in exported


@pytest.mark.needs("bibtex")
def test_bibtex_has_nothing_to_say(exported: str, tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(exported, encoding="utf-8")
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n", encoding="utf-8")
    run = subprocess.run(["bibtex", "all"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "Warning" not in run.stdout
    shown = (tmp_path / "all.bbl").read_text(encoding="utf-8")
    assert shown.count("\\bibitem") == exported.count("\n@") + 1
    for kept in ("{DeepSeekMath}", "{LLM}s", "\\url{https://unsloth.ai/blog/r1-reasoning}"):
        assert kept in shown


@pytest.mark.needs("biber")
def test_biber_has_nothing_to_say_but_of_missing_dates(exported: str, tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(exported, encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", "all.bib"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    said = [line for line in run.stdout.splitlines() if not line.startswith("INFO")]
    # An undated page stays undated; a field of the maintainer's own is carried along.
    mind = re.compile(r"one of 'date, year' must be defined|Field 'citationnote' invalid")
    assert [line for line in said if not mind.search(line)] == []
    undated = [line for line in said if "date, year" in line]
    assert len(undated) == exported.count("\n@") + 1 - len(re.findall(r"^  year ", exported, re.MULTILINE))
