"""``{rl:search}``: a field that searches; above a section's cards, where the extension puts it, one that filters them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..pages import addresses
from ._browse import browse_page
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ._view import ViewPlace, Wanted

FEWEST = 5
"""A page with fewer cards is read faster than it is searched."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """How many entries the field searches: the cards of its page (``here``), or the whole list."""

    here: bool
    count: int


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> SearchView:
    """The number."""
    here = bool(wanted.section)
    return SearchView(here, len(catalogue.by_page.get(page, ()) if here else catalogue.entries))


def as_html(view: SearchView, place: ViewPlace) -> str:
    """The field; nothing where its script has nothing to read, or has nowhere to show what it finds."""
    config = place.builder.config
    browse = browse_page(place.builder.env.domains["rl"].data["views"])
    if place.builder.name not in addresses.FILE_BUILDERS or not view.count:
        return ""
    if not (config.reading_list_search_sections if view.here else browse):
        return ""
    address = place.address(browse) if browse else ""
    return place.render("search.html", place=place.name, here=view.here, count=view.count, browse=address)


def as_nodes(view: SearchView, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """Nothing: only HTML can be searched like this."""
    return []


VIEW = View(
    "search", "A field that searches the whole list, on the page that has `{rl:browse}`.", counted, as_html, as_nodes
)
