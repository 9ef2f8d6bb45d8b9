"""``{rl:authors}``: the most frequent authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...pictures.bars import draw_bars
from ...pictures.counting import authors as count
from ...pictures.sentences import authors_sentence
from ...pictures.tables import ranking_table
from ._picture import figure, limit_option, plain_figure
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ...pictures.counting import Ranking
    from ._view import ViewPlace, Wanted

LIMIT = 16


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Ranking:  # noqa: ARG001
    """The numbers."""
    return count(catalogue, wanted.option("limit", LIMIT))


def as_html(shown: Ranking, place: ViewPlace) -> str:
    """The picture."""
    said = authors_sentence(shown)
    return figure(
        place,
        lambda name, link: draw_bars(shown, name, "The most frequent authors", said, "author", link),
        said,
        lambda link: ranking_table(shown, "Author", "author", link),
    )


def as_nodes(shown: Ranking, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """The table."""
    return plain_figure(authors_sentence(shown), ranking_table(shown, "Author", "author"))


VIEW = View(
    "authors",
    "A picture of the most frequent authors, of those who have two entries or more.",
    counted,
    as_html,
    as_nodes,
    (limit_option(LIMIT),),
)
