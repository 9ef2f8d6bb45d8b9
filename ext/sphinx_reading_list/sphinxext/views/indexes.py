"""``{rl:indexes}``: the way to the index pages, which serve without JavaScript as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...indexes._index import indexes
from ...indexes.grouping import Indexes
from ..cards.card import SectionView
from ..pages.addresses import index_page, index_page_from
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ._view import ViewPlace, Wanted

    Shown = tuple[tuple[str, int], ...]


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Shown:  # noqa: ARG001
    """The indexes that have a heading, by name, each with how many it has."""
    found = Indexes(catalogue)
    return tuple((name, count) for name in indexes() if (count := len(found.headings(name))))


def as_html(shown: Shown, place: ViewPlace) -> str:
    """A row of links; nothing where the site has no such pages."""
    items = [
        SectionView(indexes()[name].label, url, count, f"{count:,}")
        for name, count in shown
        if (url := index_page_from(place.builder, place.page, index_page(name)))
    ]
    return place.render("indexes.html", indexes=items) if items else ""


def as_nodes(shown: Shown, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """Nothing: other builders than those of a site's HTML have no such pages."""
    return []


VIEW = View(
    "indexes",
    "A row of links to the index pages: authors, years, venues, kinds and tags, each with how many there are.",
    counted,
    as_html,
    as_nodes,
)
