"""The reference names all there is: what isn't made from the code is compared with it."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx_reading_list.bib.joining import build_catalogue
from sphinx_reading_list.core.catalogue import SectionContent
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry, Link, Location, Metric, PageEntry, Section
from sphinx_reading_list.core.identifiers import Identifier
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.exports.entries_json import item
from sphinx_reading_list.exports.entries_schema import FIELDS
from sphinx_reading_list.sphinxext.directives.views import view_directives
from sphinx_reading_list.sphinxext.domain import ReadingListDomain

REFERENCE = (Path(__file__).parents[2] / "docs" / "project" / "reference.md").read_text(encoding="utf-8")


def test_every_field_of_entries_json_is_explained() -> None:
    section = Section("rlhf", "RLHF", "list/rlhf")
    page = PageEntry("k", "T", "https://e.org", highlight=True, note="N", location=Location("list/rlhf", 3))
    catalogue, _problems = build_catalogue([SectionContent(section, (page,))], {}, {})
    date = PartialDate(2024, 5)
    full = Entry(
        key="k", kind="paper", title="T", url="https://e.org", formerly=("a-b",),
        aka=("U",), authors=(Author("Wu", "Yue"),),
        authors_elided=True, date=date, published=date, venue="ICLR", status="retracted",
        identifiers=(Identifier("arxiv", "2405.00675"),), links=(Link("https://x.org", "X", "d"),), tags=("t",),
        added=date, metrics=(Metric("stars", 1, "GitHub", "https://e.org", date),), record=True,
    )  # fmt: skip
    written = item(full, catalogue.appearances)
    # The table is made of the schema, which tests/exports/test_entries_schema.py compares with what is written.
    assert "### `entries.json`" in REFERENCE.partition("```{declared} entries-fields\n```")[0]
    assert list(written) == list(FIELDS)


def test_every_directive_is_explained() -> None:
    headings = " ".join(line for line in REFERENCE.splitlines() if line.startswith("### "))
    named = {name.removeprefix("rl:") for name in re.findall(r"\{([\w:-]+)\}", headings)}
    # The views are made from the code.
    assert "```{declared} views\n```" in REFERENCE
    assert named | set(view_directives()) == set(ReadingListDomain.directives)
