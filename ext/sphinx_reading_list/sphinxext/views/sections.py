"""``{rl:sections}``: the sections, each with the number of its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..cards.card import section_of
from ..plain_nodes import bullets
from ._view import View

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ...core.entry import Section
    from ._view import ViewPlace, Wanted

    Shown = tuple[tuple[Section, int], ...]


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Shown:  # noqa: ARG001
    """The sections in the order of the site; an empty one has 0."""
    counts = {section: len(catalogue.by_section.get(section.name, ())) for section in catalogue.sections}
    return tuple(counts.items())


def as_html(shown: Shown, place: ViewPlace) -> str:
    """The list in HTML."""
    items = [section_of(at.title, place.address(at.page, at.anchor), count) for at, count in shown]
    return place.render("sections.html", sections=items)


def as_nodes(shown: Shown, place: ViewPlace) -> list[nodes.Node]:
    """The list as a bullet list."""
    rows = [(at, section_of(at.title, "", count)) for at, count in shown]
    return [bullets([[place.link(at.page, at.anchor, row.title), nodes.Text(f" ({row.entries})")] for at, row in rows])]


VIEW = View("sections", "The sections with the number of their entries.", counted, as_html, as_nodes)
