"""What a section without entries says. The extension puts it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ._view import View
from .suggest import suggest_address

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ._view import ViewPlace, Wanted


def section_title(catalogue: Catalogue, page: str, wanted: Wanted) -> str:  # noqa: ARG001
    """The title of the page's section."""
    return next((section.title for section in catalogue.sections if section.page == page), "")


def as_html(title: str, place: ViewPlace) -> str:
    """A line that invites an entry."""
    return place.render("empty_section.html", suggest_url=suggest_address(place, title))


def as_nodes(title: str, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """A line."""
    return [nodes.paragraph("", "No entries yet.")]


VIEW = View("empty", "What a section without entries says.", section_title, as_html, as_nodes, written=False)
