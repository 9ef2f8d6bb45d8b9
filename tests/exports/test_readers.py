"""The table of cases, exported to each format and read back by programs that aren't ours, with nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.exports import biblatex, bibtex, csl_json, ris

from .cases import CASES, Case
from .other_readers import Facts, by_biber, by_bibtex, by_bibutils, by_pandoc, by_rispy, typed

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_reading_list.exports._export import Export

# pandoc refuses a .bib file with an emoji in a key, ours and everybody else's.
FOR_PANDOC = [case for case in CASES if case.citation_key.isascii()]


def exported(export: Export, cases: list[Case] | tuple[Case, ...] = CASES) -> str:
    records, problems = read_bibliography("\n".join(case.bib() for case in cases), "refs.bib")
    assert [problem.code.code for problem in problems] == ["bad-date"]  # forthcoming
    assert list(records) == [case.citation_key for case in cases]
    return export.join([export.one(entry_of_record(record), record) for record in records.values()])


def check(found: dict[str, Facts], cases: list[Case] | tuple[Case, ...] = CASES, *, date: int = 10) -> None:
    """Each case is found; dates are compared as far as the format has them (so many characters)."""
    for case in cases:
        facts = found[case.citation_key]
        names = (*case.names, "others") if case.elided else case.names
        assert tuple(map(typed, facts.names)) == tuple(map(typed, names)), case.name
        assert typed(facts.title) == typed(case.title), case.name
        assert facts.date == case.date[:date], case.name
        assert facts.pages == case.pages, case.name
        assert facts.doi == case.doi, case.name
    assert len(found) == len(cases)


@pytest.mark.needs("bibtex")
def test_bibtex_reads_bibtex(tmp_path: Path) -> None:
    plain = [case for case in CASES if case.name not in TITLES_IN_LATEX]
    check(by_bibtex(exported(bibtex.EXPORT, plain), tmp_path), plain, date=4)


# A title of the .bib file goes on in its own LaTeX, which BibTeX hands on and doesn't read.
TITLES_IN_LATEX = ("nested braces", "specials", "latex title", "quotes")


@pytest.mark.needs("pandoc")
def test_pandoc_reads_bibtex(tmp_path: Path) -> None:
    check(by_pandoc(exported(bibtex.EXPORT, FOR_PANDOC), "bibtex", tmp_path), FOR_PANDOC, date=7)


@pytest.mark.needs("pandoc")
def test_pandoc_reads_biblatex(tmp_path: Path) -> None:
    check(by_pandoc(exported(biblatex.EXPORT, FOR_PANDOC), "biblatex", tmp_path), FOR_PANDOC)


@pytest.mark.needs("pandoc")
def test_pandoc_reads_csl_json(tmp_path: Path) -> None:
    check(by_pandoc(exported(csl_json.EXPORT), "csljson", tmp_path))


@pytest.mark.needs("biber")
def test_biber_reads_biblatex(tmp_path: Path) -> None:
    plain = [case for case in CASES if case.name not in TITLES_IN_LATEX]
    check(by_biber(exported(biblatex.EXPORT, plain), tmp_path), plain)


def test_rispy_reads_ris() -> None:
    check(by_rispy(exported(ris.EXPORT)), [with_particles(case) for case in CASES])


@pytest.mark.needs("bibutils")
def test_bibutils_read_ris(tmp_path: Path) -> None:
    found = by_bibutils(exported(ris.EXPORT), tmp_path)
    for case in CASES:
        facts = found[case.citation_key]
        assert typed(facts.title) == typed(case.title), case.name
        # It takes the day of a visit (Y2) for part of the date.
        assert facts.date.startswith(case.date) if case.date else not facts.date
        assert facts.pages == case.pages, case.name
        assert facts.doi == case.doi, case.name
        if " and " not in "".join(case.names):  # it takes a collective with an "and" for two
            assert [words(name) for name in facts.names] == [
                words(name) for name in case.names + ("others",) * case.elided
            ]


def words(name: str) -> list[str]:
    """The words of a name in whatever order, for bibutils has another one."""
    return sorted(typed(name).replace("|", " ").replace(",", "").replace(".", "").split())


def with_particles(case: Case) -> Case:
    """The case as RIS has it, where a particle is part of the family name."""

    def written(name: str) -> str:
        family, given, particle, suffix = (*name.split("|"), "", "", "")[:4]
        return "|".join((f"{particle} {family}".strip(), given, "", suffix)).rstrip("|")

    return case._replace(names=tuple(map(written, case.names)))
