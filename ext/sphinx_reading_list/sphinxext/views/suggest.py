"""``{rl:suggest}``: an invitation to suggest an entry."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..pages.repository import Repository
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ._view import ViewPlace, Wanted


def nothing(catalogue: Catalogue, page: str, wanted: Wanted) -> None:
    """It shows nothing of the list."""


def as_html(shown: None, place: ViewPlace) -> str:  # noqa: ARG001
    """A link, where it is known where to."""
    return place.render("suggest.html", suggest_url=suggest_address(place))


def as_nodes(shown: None, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """Nothing: it is for readers of the site."""
    return []


def suggest_address(place: ViewPlace, section: str = "") -> str:
    """Where a reader of a page can suggest an entry for a section, by its title (empty: for the list).

    That is in the repository, else where the site says how; empty where neither is known.
    """
    config = place.builder.config
    if repository := Repository.of(config, os.environ):
        return repository.suggest_url(section)
    how: str = config.reading_list_contribute
    return place.address(how) if how in place.builder.env.found_docs else ""


VIEW = View(
    "suggest",
    "An invitation to suggest an entry, with a ready-made link where the repository is known.",
    nothing,
    as_html,
    as_nodes,
)
