"""``find/cards/KEY.js``: each entry's card as it stands among the results of a search, loaded when it comes into sight;
and ``find/icons.js``, the icons of these cards.

A card is rendered where it shows something else than at the last build.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from ... import __version__
from ...core.slugs import escape_key
from ...finding.script import call
from ..cards.card import card_of
from ..cards.icons import sprite
from ..cards.templating import icons_named, render_card
from ..cite import the_cite_domain
from ..digests import navigation_shown, prose_shown
from ..domain import the_domain
from ..entry_pages.notes import page_notes
from ..exported import export_formats
from ..made_pages.manifest import digest, template_text
from ..pages.html import card_addresses, template_folders
from ..views._browse import browse_page
from ._output import OnDemand, Output

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.builders.html import StandaloneHTMLBuilder

    from ...core.entry import Appearance
    from ..cards.card import CardView
    from ._output import Files, ListSite

ICONS_FILE = "find/icons.js"
LEVEL = 2
"""The level of the cards' headings: they stand right below the page's title."""


def cards(site: ListSite) -> Files:
    """A script for each entry, and one of icons; none where no page shows results."""
    page = browse_page(site.builder.env.domains["rl"].data["views"])
    if not page:
        return
    maker = _CardMaker(site, page)
    icons = set(icons_named(maker.template))
    for key, places in site.catalogue.by_key.items():
        view = maker.view(places[0])
        icons |= {view.kind_icon, *(link.icon for link in view.links), *(badge.icon for badge in view.badges)}
        said = digest((maker.common, view, maker.note_said(places[0])))
        yield f"find/cards/{escape_key(key)}.js", OnDemand(said, partial(maker.script, view, places[0]))
    yield ICONS_FILE, call("icons", sprite(icons - {""}))


class _CardMaker:
    """Makes cards as seen from the page (by docname) that shows the results."""

    def __init__(self, site: ListSite, page: str) -> None:
        self._site, self._page = site, page
        self._builder = _html(site)
        self._templates = template_folders(self._builder)
        self.template = template_text(self._templates, "card")
        self.common = digest((__version__, self.template, page))
        self._notes: dict[str, Mapping[int, str]] = {}

    def view(self, place: Appearance) -> CardView:
        """All that a card shows, but for its note."""
        bibtex = export_formats()["bibtex"]
        return card_of(
            self._site.catalogue.entries[place.key],
            place,
            authors_shown=self._builder.config.reading_list_authors_shown,
            bibtex=bibtex.join([self._site.texts.text(bibtex, place.key)]),
            addresses=card_addresses(self._builder, place, seen_from=self._page),
        )

    def note_said(self, place: Appearance) -> object:
        """All that its note may show."""
        return (place.curated.note, self._prose.get(place.section.page), self._titles) if place.curated.note else None

    def script(self, view: CardView, place: Appearance) -> str:
        """The script that brings a card."""
        note = Markup(self._note(place))  # noqa: S704  (written by Sphinx's own translator)
        return call("card", view.key, render_card(view, note, self._templates, level=LEVEL))

    def _note(self, place: Appearance) -> str:
        page = place.section.page
        if not place.curated.note:
            return ""
        if page not in self._notes:
            self._notes[page] = page_notes(self._builder, page, self._page)
        return self._notes[page].get(self._site.catalogue.by_page[page].index(place), "")

    @cached_property
    def _prose(self) -> Mapping[str, object]:
        return prose_shown(the_domain(self._builder.env), the_cite_domain(self._builder.env))

    @cached_property
    def _titles(self) -> str:
        return digest(navigation_shown(self._builder.env))


def _template(site: ListSite) -> str:
    return template_text(template_folders(_html(site)), "card")


def _html(site: ListSite) -> StandaloneHTMLBuilder:
    """The builder: only those of HTML write files beside their pages."""
    return site.builder  # type: ignore[return-value]


OUTPUT = Output("cards", cards, _template)
