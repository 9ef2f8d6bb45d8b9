"""Where the entries with some facets are shown: on the page that has the view ``browse``, filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._view import ViewPlace, Wanted


def browse_page(views: Mapping[str, Iterable[Wanted]]) -> str:
    """The first page (by docname) that has the view ``browse``; empty without one."""
    return min((page for page, wanted in views.items() if any(one.view == "browse" for one in wanted)), default="")


def filtered(place: ViewPlace, facets: Mapping[str, str]) -> str:
    """The address of the entries with these facets, as seen from a page; empty where the site can't filter."""
    page = browse_page(place.builder.env.domains["rl"].data["views"])
    return f"{place.address(page)}{query_of(facets)}" if page else ""


def query_of(facets: Mapping[str, str]) -> str:
    """What stands behind the page's address, for the search to read."""
    return f"?{urlencode(facets, errors='replace')}"
