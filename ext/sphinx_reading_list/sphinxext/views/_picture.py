"""A picture with its sentence and its table, on a page of any builder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives

from ...pictures.svg import Target
from ..pages import addresses
from ..plain_nodes import table as table_node
from ._browse import filtered
from ._view import ViewOption

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from ...indexes.grouping import Indexes
    from ...pictures.svg import Linked
    from ...pictures.tables import Table
    from ._view import ViewPlace


MOST_FIRST = ("author", "venue", "year", "kind")
"""The facets of pictures, those that few entries have before those of many."""


def limit_option(default: int) -> ViewOption:
    """The option ``limit``, with what it says by itself."""
    return ViewOption("limit", directives.positive_int, f"How many are shown at most; {default} by itself.", "5")


def links_of(place: ViewPlace) -> Linked:
    """The addresses of the filtered views, as seen from a page."""
    return lambda facets: target_of(place, facets)


def target_of(place: ViewPlace, facets: Mapping[str, str]) -> Target:
    """Where the entries with these facets are shown: by the search, and without its script on an index page.

    Of several facets, one has to do there. A span of years has no page of its own.
    """
    found = filtered(place, facets)
    if page := indexed(place, facets):
        return Target(page, found)
    return Target(found)


def indexed(place: ViewPlace, facets: Mapping[str, str]) -> str:
    """The address of the index page of the facet that says most; empty where there is none."""
    named = sorted(facets.items(), key=lambda facet: MOST_FIRST.index(facet[0]))
    known: Indexes = place.builder.env.domains["rl"].indexes  # type: ignore[attr-defined]
    for index, value in named:
        if known.heading(index, value):
            return addresses.index_page_from(place.builder, place.page, addresses.index_page(index, value))
    return ""


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
