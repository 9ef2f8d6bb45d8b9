"""``{rl:shape}``: the list in a line of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...pictures.counting import Shape
from ...pictures.counting import shape as count
from ...pictures.sentences import shape_sentence
from ._view import View

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ._view import ViewPlace, Wanted


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Shape:  # noqa: ARG001
    """The numbers."""
    return count(catalogue)


def as_html(shown: Shape, place: ViewPlace) -> str:
    """A line."""
    return place.render("shape.html", said=shape_sentence(shown))


def as_nodes(shown: Shape, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """A line."""
    return [nodes.paragraph("", shape_sentence(shown))]


VIEW = View(
    "shape",
    "The list in a line: how many entries, of which kinds and years, in how many sections.",
    counted,
    as_html,
    as_nodes,
)
