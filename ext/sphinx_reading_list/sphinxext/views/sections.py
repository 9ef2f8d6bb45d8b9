"""``{rl:sections}``: the sections, each with the number of its entries and what its curator says of it."""

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

    Shown = tuple[tuple[Section, int, str], ...]


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Shown:  # noqa: ARG001
    """The sections in the order of the site, each with the number of its entries and its introduction."""
    counts = {section: len(catalogue.by_section.get(section.name, ())) for section in catalogue.sections}
    return tuple((section, count, catalogue.introductions.get(section.name, "")) for section, count in counts.items())


def as_html(shown: Shown, place: ViewPlace) -> str:
    """The list in HTML."""
    items = [section_of(at.title, place.address(at.page, at.anchor), count, said) for at, count, said in shown]
    return place.render("sections.html", sections=items)


def as_nodes(shown: Shown, place: ViewPlace) -> list[nodes.Node]:
    """The list as a bullet list."""
    rows = []
    for at, count, said in shown:
        row = section_of(at.title, "", count, said)
        more = f" ({row.entries})" + (f": {row.introduction}" if row.introduction else "")
        rows.append([place.link(at.page, at.anchor, row.title), nodes.Text(more)])
    return [bullets(rows)]


VIEW = View(
    "sections",
    "The sections with the number of their entries; and, where the curator wrote a paragraph between a section's heading"
    " and its first entry, with that.",
    counted,
    as_html,
    as_nodes,
)
