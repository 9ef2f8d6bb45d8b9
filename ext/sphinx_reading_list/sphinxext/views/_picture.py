"""A picture with its sentence and its table, on a page of any builder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives

from ..plain_nodes import table as table_node
from ._browse import filtered
from ._view import ViewOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from ...pictures.svg import Linked
    from ...pictures.tables import Table
    from ._view import ViewPlace


def limit_option(default: int) -> ViewOption:
    """The option ``limit``, with what it says by itself."""
    return ViewOption("limit", directives.positive_int, f"How many are shown at most; {default} by itself.", "5")


def links_of(place: ViewPlace) -> Linked:
    """The addresses of the filtered views, as seen from a page."""
    return lambda facets: filtered(place, facets)


def figure(place: ViewPlace, draw: Callable[[str, Linked], Markup], said: str, made: Callable[[Linked], Table]) -> str:
    """The picture, what it shows in words, and its numbers as a table.

    Where the builder has no pictures (see ``ViewPlace.icons``) the table stands open.
    """
    link = links_of(place)
    svg = draw(place.name, link) if place.icons else ""
    return place.render("picture.html", svg=svg, said=said, table=made(link), place=place.name)


def plain_figure(said: str, table: Table) -> list[nodes.Node]:
    """The sentence and the table."""
    rows = [[cell.text for cell in row] for row in table.rows]
    return [nodes.paragraph("", said), *([table_node(table.head, rows)] if rows else [])]
