"""``{rl:coauthors}``: who wrote with whom, of those who did so most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...pictures.matrix import draw_pairs
from ...pictures.pairs import Pairs, pairs
from ...pictures.sentences import pairs_sentence
from ...pictures.tables import pairs_table
from ._picture import figure, limit_option, plain_figure
from ._view import View

if TYPE_CHECKING:
    from docutils import nodes

    from ...core.catalogue import Catalogue
    from ._view import ViewPlace, Wanted

LIMIT = 12


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> Pairs:  # noqa: ARG001
    """The numbers. More than the default can't be read on a telephone."""
    return pairs(catalogue, min(LIMIT, wanted.option("limit", LIMIT)))


def as_html(shown: Pairs, place: ViewPlace) -> str:
    """The picture."""
    return figure(
        place,
        lambda name, link: draw_pairs(shown, name, link),
        pairs_sentence(shown),
        lambda link: pairs_table(shown, link),
    )


def as_nodes(shown: Pairs, place: ViewPlace) -> list[nodes.Node]:  # noqa: ARG001
    """The table."""
    return plain_figure(pairs_sentence(shown), pairs_table(shown))


VIEW = View(
    "coauthors",
    "A small table of who wrote with whom, of the pairs of authors who have most entries together.",
    counted,
    as_html,
    as_nodes,
    (limit_option(LIMIT),),
)
