"""Cards made by hand, without Sphinx, and HTML that is parsed as a browser parses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from sphinx_reading_list.core.entry import Appearance, Entry, PageEntry, Section
from sphinx_reading_list.sphinxext.cards.card import CardAddresses, CardView, Place, card_of
from sphinx_reading_list.sphinxext.cards.templating import render_card

from . import theme_site
from .cite_site import Reader, Server, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

SECTION = Section("rlhf", "RLHF", "list/rlhf")
BIBTEX = "@misc{a2024b,\n  title = {A {B} & <c>},\n  year = {2024},\n}\n"
ADDRESSES = CardAddresses(
    permalink="#entry-a2024b",
    files=(Place("BibTeX", "../cite/a2024b.bib"), Place("RIS", "../cite/a2024b.ris")),
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


@pytest.fixture(scope="session")
def cite_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site's pages (see ``cite_site.py``)."""
    return build(tmp_path_factory.mktemp("cite"))


@pytest.fixture(scope="session")
def cite_server(cite_site: Path) -> Iterator[Server]:
    """Its server."""
    server = Server(cite_site)
    yield server
    server.close()


@pytest.fixture
def reader(browser: Browser, cite_site: Path, cite_server: Server) -> Iterator[Reader]:
    """A reader of that site; the test fails where a script does, or asks another host."""
    found = Reader(browser, cite_site, cite_server)
    yield found
    found.close()


@pytest.fixture(scope="session", params=theme_site.THEMES)
def theme_pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that has all there is to see, in each theme (see ``theme_site.py``)."""
    return theme_site.build(tmp_path_factory.mktemp(request.param), request.param)
