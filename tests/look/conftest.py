"""Cards made by hand, without Sphinx, and HTML that is parsed as a browser parses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from sphinx_reading_list.core.entry import Appearance, Entry, PageEntry, Section
from sphinx_reading_list.sphinxext.cards.card import CardAddresses, CardView, card_of
from sphinx_reading_list.sphinxext.cards.templating import render_card

if TYPE_CHECKING:
    from collections.abc import Callable

SECTION = Section("rlhf", "RLHF", "list/rlhf")
BIBTEX = "@misc{a2024b,\n  title = {A {B} & <c>},\n  year = {2024},\n}\n"
ADDRESSES = CardAddresses(
    permalink="#entry-a2024b",
    cite_url="../cite/a2024b.bib",
    bibliography_url="../bibliography.html#cite-a2024b",
    edit_url="https://example.org/edit/list/rlhf.md#L7",
)


@pytest.fixture
def view() -> Callable[..., CardView]:
    """Makes a card: what isn't said is as plain as can be."""

    def make(
        *,
        addresses: CardAddresses = ADDRESSES,
        authors_shown: int = 6,
        highlight: bool = False,
        bibtex: str = BIBTEX,
        **facts: Any,
    ) -> CardView:
        entry = Entry(**{"key": "a2024b", "kind": "paper", "title": "A Title", **facts})
        appearance = Appearance(entry.key, f"entry-{entry.key}", SECTION, PageEntry(highlight=highlight))
        return card_of(entry, appearance, authors_shown=authors_shown, bibtex=bibtex, addresses=addresses)

    return make


@pytest.fixture
def card(view: Callable[..., CardView]) -> Callable[..., BeautifulSoup]:
    """Makes a card and renders it: the HTML as a browser reads it."""

    def make(*, note: str = "", icons: bool = True, level: int = 3, **facts: Any) -> BeautifulSoup:
        return BeautifulSoup(render_card(view(**facts), Markup(note), (), icons, level), "html5lib")

    return make
