"""A whole card as it is written, to read through: ``__snapshots__/test_golden/*.html``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, Metric
from sphinx_reading_list.core.identifiers import Identifier
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.sphinxext.cards.templating import render_card

if TYPE_CHECKING:
    from collections.abc import Callable

    from syrupy.assertion import SnapshotAssertion

    from sphinx_reading_list.sphinxext.cards.card import CardView

    MakeView = Callable[..., CardView]


class Html(SingleFileSnapshotExtension):
    """A golden as a file of its own that a browser opens."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


def test_a_paper(view: MakeView, snapshot: SnapshotAssertion) -> None:
    card = view(
        title="Self-Play Preference Optimization for Language Model Alignment",
        url="https://arxiv.org/abs/2405.00675",
        authors=tuple(
            Author(*name) for name in (("Wu", "Yue"), ("Sun", "Zhiqing"), ("Yuan", "Huizhuo"), ("Gu", "Quanquan"))
        ),
        authors_shown=2,
        date=PartialDate(2024, 5),
        published=PartialDate(2025),
        venue="ICLR",
        identifiers=(Identifier("arxiv", "2405.00675"),),
        links=(Link("https://x.com/FrankYueWu1/status/1", "𝕏"),),
        metrics=(Metric("citations", 76, "Google Scholar", "https://scholar.google.com/scholar?cites=1"),),
        tags=("self-play",),
        highlight=True,
    )
    assert render_card(card, Markup("<p>Read section 3.</p>")) == snapshot(extension_class=Html)


def test_a_title_and_nothing_else(view: MakeView, snapshot: SnapshotAssertion) -> None:
    assert render_card(view(kind="book"), icons=False) == snapshot(extension_class=Html)
