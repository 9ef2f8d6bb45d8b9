"""``{rl:timeline}``: entries by the time of their first submission, and by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...pictures.counting import Timeline
from ...pictures.counting import timeline as count
from ...pictures.sentences import timeline_sentence
from ...pictures.tables import timeline_table
from ...pictures.timeline import draw_timeline
from ._picture import figure, plain_figure
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ._view import ViewPlace, Wanted


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Timeline:  # noqa: ARG001
    """The numbers."""
    return count(catalogue)


def as_html(shown: Timeline, place: ViewPlace) -> str:
    """The picture."""
    return figure(
        place,
        lambda name, link: draw_timeline(shown, name, link),
        timeline_sentence(shown),
        lambda link: timeline_table(shown, link),
    )


def as_nodes(shown: Timeline, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """The table."""
    return plain_figure(timeline_sentence(shown), timeline_table(shown))


VIEW = View(
    "timeline",
    "A picture of the entries over time, a row of bars for each kind, by first submission.",
    counted,
    as_html,
    as_nodes,
)
