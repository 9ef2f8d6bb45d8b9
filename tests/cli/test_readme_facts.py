"""The facts of a work in a README: no more words than an import needs, and the rest in the comment."""

from __future__ import annotations

import pytest

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.cli._importing.new_records import record_of_item
from sphinx_reading_list.cli._readme_facts import with_facts
from sphinx_reading_list.core.entry import PageEntry
from sphinx_reading_list.core.record import Record
from sphinx_reading_list.lists.document import ListItem
from sphinx_reading_list.lists.readmes.item import write_item

TITLE = {"title": "Weaving", "url": "https://example.org/w.pdf"}
EPRINT = {"title": "Weaving", "eprint": "1405.01234", "eprinttype": "arxiv"}
LINKS = " · [arXiv](https://arxiv.org/abs/1405.01234) · [PDF](https://arxiv.org/pdf/1405.01234)"
CASES = {
    "a venue without a year": ("article", TITLE | {"journal": "IEEE ACCESS"}, "", "IEEE ACCESS"),
    "its year": ("inproceedings", TITLE | {"booktitle": "ICML", "eventtitle": "ICML 2014", "year": "2014"}, "", "ICML 2014"),
    "the month of the publication": (
        "article",
        EPRINT | {"journal": "Nature", "year": "2015", "month": "mar"},
        '{"venue": "Nature", "published": "2015-03"}',
        f"Nature 2015{LINKS}",
    ),
    "a venue that goes without its year": (
        "inproceedings",
        EPRINT | {"booktitle": "ICML", "eventtitle": "ICML", "year": "2014", "month": "jun"},
        '{"venue": "ICML", "published": "2014-06"}',
        f"ICML 2014{LINKS}",
    ),
    "the month of the preprint": (
        "inproceedings",
        EPRINT | {"booktitle": "ICML", "eventtitle": "ICML", "year": "2014", "month": "may"},
        "",
        f"ICML{LINKS}",
    ),
    "no date of publication": ("article", EPRINT | {"journal": "Nature"}, '{"undated": true}', f"Nature{LINKS}"),
    "a journal called by a year": (
        "article",
        TITLE | {"journal": "Letters 2014", "year": "2016"},
        '{"venue": "Letters 2014", "published": "2016"}',
        "Letters 2014 2016",
    ),
    "no venue": ("misc", TITLE | {"year": "2016", "month": "feb"}, "", "2016-02"),
    "first shown before": ("misc", TITLE | {"year": "2016", "origdate": "2014"}, '{"published": "2016"}', "2014"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_facts_are_written_and_read(name: str) -> None:
    kind, fields, hidden, shown = CASES[name]
    entry = entry_of_record(Record("work", kind, fields))
    page = PageEntry("work", entry.title, entry.url)
    item = with_facts(ListItem(page, entry.identifier("arxiv")), entry)
    assert write_item(item).removesuffix("\n") == (
        f"- **[Weaving]({entry.url})** <!-- {' '.join(filter(None, ['work', hidden]))} -->\\\n  {shown}"
    )
    if item.is_work:
        again = entry_of_record(record_of_item(item, "work"))
        assert (again.venue, again.published, again.date) == (entry.venue, entry.published, entry.date)


def test_a_retracted_work_is_shown_as_such() -> None:
    entry = entry_of_record(Record("work", "article", TITLE | {"journal": "Nature", "pubstate": "retracted"}))
    item = with_facts(ListItem(PageEntry("work", entry.title, entry.url)), entry)
    assert write_item(item).startswith(
        '- **[Weaving](https://example.org/w.pdf)** `retracted` <!-- work {"tags": [], "status": "retracted"} -->'
    )
    assert entry_of_record(record_of_item(item, "work")).status == "retracted"
