"""``{rl:browse}``: all entries, to be searched, filtered and sorted; without its script, the ways to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ...core.kinds import KINDS
from ..pages import addresses
from . import indexes, sections
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ...core.entry import Section
    from ._view import ViewPlace, Wanted


@dataclass(frozen=True, slots=True)
class BrowseView:
    """How many works the list has, its sections with theirs, and its indexes."""

    count: int
    sections: tuple[tuple[Section, int, str], ...]
    indexes: tuple[tuple[str, int], ...]


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> BrowseView:
    """The numbers."""
    return BrowseView(
        len(catalogue.entries), sections.counted(catalogue, page, wanted), indexes.counted(catalogue, page, wanted)
    )


def as_html(view: BrowseView, place: ViewPlace) -> str:
    """The search, which its script fills; and the ways for those who have none. Other builders have these alone."""
    ways = sections.as_html(view.sections, place) + indexes.as_html(view.indexes, place)
    if place.builder.name not in addresses.FILE_BUILDERS or not view.count:
        return ways
    icons = " ".join(f"{kind.name}:{kind.icon}" for kind in KINDS)
    authors = place.builder.config.reading_list_authors_shown
    found = Markup(ways)  # noqa: S704  (escaped by the templates of these views)
    return place.render(
        "browse.html", place=place.name, count=view.count, ways=found, kind_icons=icons, authors=authors
    )


def as_nodes(view: BrowseView, place: ViewPlace) -> list[nodes.Node]:
    """The sections as a bullet list."""
    return sections.as_nodes(view.sections, place)


VIEW = View(
    "browse",
    "The whole list, to be searched, filtered and sorted; without JavaScript, the ways to it. One in a site is enough.",
    counted,
    as_html,
    as_nodes,
)
