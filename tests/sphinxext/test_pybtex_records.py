"""Records as pybtex formats them: whatever a record lacks, the page of the bibliography is built."""

from __future__ import annotations

import pytest
from pybtex.style.formatting.unsrt import Style

from sphinx_reading_list.core.record import Record
from sphinx_reading_list.sphinxext.pybtex_records import pybtex_entry

TYPES = sorted(name.removeprefix("get_").removesuffix("_template") for name in dir(Style) if name.endswith("_template"))
FIELDS = {"author": "Wu, Yue", "editor": "Xu, Ann", "title": "T", "journal": "J", "booktitle": "B", "year": "2024",
          "publisher": "P", "institution": "I", "school": "S", "note": "N", "chapter": "3", "pages": "1--9"}  # fmt: skip
LACKING = [(), *((name,) for name in FIELDS), ("author", "editor"), ("institution", "school"), tuple(FIELDS)]


def formatted(bibtex_type: str, fields: dict[str, str]) -> str:
    entry = pybtex_entry(Record("x", bibtex_type, fields))
    entry.key = "x"
    return str(Style().format_entry("1", entry).text)


@pytest.mark.parametrize("bibtex_type", [*TYPES, "report", "thesis", "dataset", "foo"])
def test_a_record_that_lacks_a_field_is_formatted(bibtex_type: str) -> None:
    assert {"article", "booklet", "inbook", "manual"} <= set(TYPES)
    for lacking in LACKING:
        said = formatted(bibtex_type, {name: value for name, value in FIELDS.items() if name not in lacking})
        if bibtex_type != "proceedings":  # they have editors
            assert ("Yue Wu" in said) == ("author" not in lacking), lacking


@pytest.mark.parametrize(
    ("field", "written", "shown"),
    [
        # pybtex reads on behind a comment's end, or not at all where it stands in braces
        ("title", "A 50% Rule", "A 50% rule."),
        ("title", "{90% Cheaper} Training", "90% Cheaper training."),
        ("title", r"A 50\% Rule", "A 50% rule."),
        ("title", "A Rule\\", "A rule."),
        ("date", "202%", "Yue Wu."),
        ("author", "{100% Team}", "100% Team."),
        ("author", r"Knuth, D.\,E.", "E. Knuth."),
        ("howpublished", r"\url{https://example.org/a%20b}", "a%20b"),
    ],
)
def test_what_pybtex_would_stumble_on_is_shown(field: str, written: str, shown: str) -> None:
    fields = {name: value for name, value in FIELDS.items() if name != "year"}
    assert shown in formatted("misc", {**fields, field: written}).replace("<nbsp>", " ")
