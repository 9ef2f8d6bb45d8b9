"""Catalogues of entries made by hand, or by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from sphinx_reading_list.core.catalogue import Catalogue
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry
from sphinx_reading_list.core.kinds import KINDS
from sphinx_reading_list.core.names import Author

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

by_chance = settings(max_examples=60)
HOSTILE = (
    "<b>&amp;",
    '"onload="x',
    "\u202eRLO",
    "a\x00\x1f",
    "ابن سينا",
    "山田太郎",
    "W" * 300,
    "]]>",
    "</svg><script>",
)


def catalogue_of(entries: Iterable[Entry]) -> Catalogue:
    return Catalogue(entries={entry.key: entry for entry in entries})


@pytest.fixture
def catalogue() -> Callable[..., Catalogue]:
    """Makes a catalogue of short facts, one text an entry: ``paper 2024-05 | ICLR 2024 | Lovelace; Babbage``."""

    def make(*facts: str) -> Catalogue:
        entries = []
        for number, fact in enumerate(facts):
            said, venue, names, *_ = [*(part.strip() for part in fact.split("|")), "", ""]
            kind, _, date = said.partition(" ")
            authors = tuple(Author(name.strip()) for name in names.split(";") if name.strip())
            when = PartialDate.parse(date) if date else None
            entries.append(Entry(f"k{number}", kind, f"T{number}", authors=authors, venue=venue, date=when))
        return catalogue_of(entries)

    return make


texts = st.one_of(
    st.sampled_from(HOSTILE), st.sampled_from(["Lovelace", "Babbage", "ICLR 2024", "ICLR", ""]), st.text(max_size=9)
)
dates = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12)),
    st.builds(PartialDate, st.integers(2020, 2025), st.integers(0, 12)),
)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Up to twelve entries with any date, venue and authors."""
    number = draw(st.integers(0, 12))
    kinds = st.sampled_from([*(kind.name for kind in KINDS), "nonsense"])
    authors = st.lists(st.tuples(texts, texts).map(lambda name: Author(*name)), max_size=3).map(tuple)
    return catalogue_of(
        Entry(f"k{n}", draw(kinds), draw(texts), authors=draw(authors), date=draw(dates), venue=draw(texts))
        for n in range(number)
    )
