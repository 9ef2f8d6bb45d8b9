"""``{rl:highlights}``: the highlighted entries, each with its first highlighted card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..cards.card import highlight_of
from ..plain_nodes import bullets
from ._view import View

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ...core.entry import Appearance, Entry
    from ._view import ViewPlace, Wanted

    Shown = tuple[tuple[Entry, Appearance], ...]


def highlighted(catalogue: Catalogue, page: str, wanted: Wanted) -> Shown:  # noqa: ARG001
    """The entries and their cards, in the order of the site."""
    return tuple((catalogue.entries[place.key], place) for place in catalogue.highlights)


def as_html(shown: Shown, place: ViewPlace) -> str:
    """The list in HTML."""
    items = [highlight_of(entry, place.address(at.section.page, at.anchor)) for entry, at in shown]
    return place.render("highlights.html", highlights=items)


def as_nodes(shown: Shown, place: ViewPlace) -> list[nodes.Node]:
    """The list as a bullet list."""
    return [bullets([_line(entry, at, place) for entry, at in shown])]


def _line(entry: Entry, at: Appearance, place: ViewPlace) -> list[nodes.Node]:
    row = highlight_of(entry, "")
    after = ", ".join(part for part in (row.who, row.date) if part)
    link = place.link(at.section.page, at.anchor, row.title)
    return [link, nodes.Text(f" ({after})")] if after else [link]


VIEW = View("highlights", "The highlighted entries.", highlighted, as_html, as_nodes)
