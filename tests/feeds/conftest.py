"""A catalogue with works that came on different days, and its feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_reading_list.bib.joining import build_catalogue
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.catalogue import SectionContent
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, Location, PageEntry, Section
from sphinx_reading_list.feeds.selecting import FeedSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_reading_list.core.catalogue import Catalogue

RLHF, CODE, EMPTY = (
    Section("rlhf", "RLHF & more", "list/rlhf"),
    Section("code", "Code", "list/code"),
    Section("e", "E", "list/e"),
)
RECORDS, _ = read_bibliography(
    r"""
@inproceedings{wu2024selfplay,
  author = {Wu, Yue and {DeepSeek-AI}}, title = {Self-Play $<$ {SFT}}, booktitle = {Proceedings}, eventtitle = {ICLR 2025},
  year = {2025}, month = apr, eprint = {2405.00675}, eprinttype = {arxiv},
}
@misc{hu2025reinforce,
  author = {Hu, Jian}, title = {{REINFORCE++}}, year = {2025}, month = jan, eprint = {2501.03262}, eprinttype = {arxiv},
}
""",
    "refs.bib",
)


def page(key: str, added: str = "", title: str = "", **more: object) -> PageEntry:
    """An entry of a page."""
    date = PartialDate.parse(added) if added else None
    location = more.pop("location", Location("list/rlhf.md", 3))
    return PageEntry(key=key, title=title, added=date, location=location, **more)  # type: ignore[arg-type]


def catalogue_of(*rlhf: PageEntry, code: Sequence[PageEntry] = ()) -> Catalogue:
    """A catalogue of two sections with entries, and one without."""
    contents = [SectionContent(RLHF, rlhf), SectionContent(CODE, tuple(code)), SectionContent(EMPTY)]
    found, problems = build_catalogue(contents, RECORDS, {})
    assert problems == []
    return found


def source_of(catalogue: Catalogue, **more: str) -> FeedSource:
    """What feeds are made from, on a site that knows its address."""
    said = {
        "name": "rl.example.org",
        "title": "My list",
        "home": "index.html",
        "base_url": "https://rl.example.org/",
        "subtitle": "All of it <b>",
    }
    return FeedSource(
        catalogue,
        shown_at=lambda place: f"{place.section.page}.html#{place.anchor}",
        section_at=lambda section: f"{section.page}.html",
        **{**said, **more},
    )


@pytest.fixture
def catalogue() -> Catalogue:
    """Entries of every sort."""
    verl = page(
        "verl",
        "2025-03-02",
        "verl <script>&amp;",
        url="https://github.com/volcengine/verl?a=1&b=<2>",
        tags=("R&D", "RL"),
    )
    return catalogue_of(
        page(
            "wu2024selfplay",
            "2024-06-01",
            links=(Link("https://x.com/a/1", "𝕏", "a & b"),),
            note="Read *this* <i>first</i>.",
        ),
        page("hu2025reinforce", "2025-02"),
        verl,
        page("undated", title="No date"),
        code=[page("verl", "2025-03-05")],
    )
