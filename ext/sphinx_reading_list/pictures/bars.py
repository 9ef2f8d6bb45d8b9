"""The most frequent of something: a line for each name, with a bar behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from .sentences import entries
from .svg import element, linked, percent, picture, shortened
from .tables import nowhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .counting import Ranking, Row
    from .svg import Attributes, Linked

LINE = 26
"""The height of a line, in pixels."""
NARROW, WIDE = 34, 72
"""The columns of text for which there is room on a telephone, and on a screen."""


def draw_bars(counted: Ranking, name: str, title: str, description: str, facet: str, link: Linked = nowhere) -> Markup:
    """The picture; empty without a name. ``name`` is unique on its page, ``facet`` says what the names are of."""
    if not counted.rows:
        return Markup("")
    most = counted.rows[0].count
    lines = (
        linked(link({facet: row.name}), f"{row.name}: {entries(row.count)}", *_line(row, index * LINE, most))
        for index, row in enumerate(counted.rows)
    )
    return picture(name, title, description, LINE * len(counted.rows), lines, kind="bars")


def _line(row: Row, top: float, most: int) -> Iterator[Markup]:
    # All of it can be pointed at, not the bar alone.
    yield element("rect", {"class": "rl-hit", "x": 0, "width": "100%", "y": top, "height": LINE})
    yield element(
        "rect", {"class": "rl-tint", "x": 0, "width": percent(row.count / most), "y": top + 2, "height": LINE - 4}
    )
    yield element("rect", {"class": "rl-bar", "x": 0, "width": 3, "y": top + 2, "height": LINE - 4})
    short, long = shortened(row.name, NARROW), shortened(row.name, WIDE)
    for text, where in {short: " rl-narrow", long: " rl-wide"}.items() if short != long else ((long, ""),):
        # In a frame of its own, so that a name of broad letters ends before the number.
        frame: Attributes = {"x": 0, "y": top, "width": percent(0.87), "height": LINE}
        yield element("svg", frame, element("text", {"class": f"rl-name{where}", "x": 11, "y": 18}, text))
    yield element("text", {"class": "rl-count", "x": "100%", "dx": -8, "y": top + 18}, f"{row.count:,}")
