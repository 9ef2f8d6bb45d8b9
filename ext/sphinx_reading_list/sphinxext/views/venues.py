"""``{rl:venues}``: the most frequent venues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...pictures.bars import draw_bars
from ...pictures.counting import venues as count
from ...pictures.sentences import venues_sentence
from ...pictures.tables import ranking_table
from ._picture import figure, limit_option, plain_figure
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ...pictures.counting import Ranking
    from ._view import ViewPlace, Wanted

LIMIT = 12


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Ranking:  # noqa: ARG001
    """The numbers."""
    return count(catalogue, wanted.option("limit", LIMIT))


def as_html(shown: Ranking, place: ViewPlace) -> str:
    """The picture."""
    said = venues_sentence(shown)
    return figure(
        place,
        lambda name, link: draw_bars(shown, name, "Entries by venue", said, "venue", link),
        said,
        lambda link: ranking_table(shown, "Venue", "venue", link),
    )


def as_nodes(shown: Ranking, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """The table."""
    return plain_figure(venues_sentence(shown), ranking_table(shown, "Venue", "venue"))


VIEW = View(
    "venues",
    "A picture of the most frequent venues; all years of a conference are one.",
    counted,
    as_html,
    as_nodes,
    (limit_option(LIMIT),),
)
