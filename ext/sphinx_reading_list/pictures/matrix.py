"""Who wrote with whom: a small table like that of distances in a road atlas, the names along its slope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from .sentences import entries, pairs_sentence
from .svg import NOWHERE, element, linked, percent, picture, shortened
from .tables import nowhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pairs import Pairs
    from .svg import Attributes, Linked

TITLE = "Who wrote with whom"
LINE = 26
"""The height of a line, in pixels."""
CELL = 0.052
"""The width of a cell, as a part of the whole."""


def draw_pairs(counted: Pairs, name: str, link: Linked = nowhere) -> Markup:
    """The picture; empty where nobody wrote together often enough. ``name`` is unique on its page."""
    if not counted.authors:
        return Markup("")
    most = max(max(counts, default=0) for counts in counted.shared)
    parts = [part for row in range(len(counted.authors)) for part in _line(counted, row, most, link)]
    return picture(name, TITLE, pairs_sentence(counted), LINE * len(counted.authors), parts, kind="pairs")


def _line(counted: Pairs, row: int, most: int, link: Linked) -> Iterator[Markup]:
    top, author = row * LINE, counted.authors[row]
    for column, count in enumerate(counted.shared[row]):
        box: Attributes = {"x": percent(column * CELL), "width": percent(CELL), "y": top, "height": LINE}
        cell = element("rect", {"class": "rl-cell", **box})
        if not count:
            yield cell
            continue
        shade = element("rect", {"class": "rl-shade", **box, "fill-opacity": round(0.15 + 0.35 * count / most, 3)})
        long = " rl-long" if count > 99 else ""
        middle: Attributes = {"class": f"rl-number{long}", "x": percent((column + 0.5) * CELL), "y": top + 18}
        tip = f"{author} and {counted.authors[column]}: {entries(count)} together"
        yield linked(NOWHERE, tip, cell, shade, element("text", middle, f"{count:,}"))
    text = element("text", {"class": "rl-name", "x": percent(row * CELL), "dx": 8, "y": top + 18}, _short(author, row))
    yield linked(link({"author": author}), author, text)


def _short(name: str, row: int) -> str:
    """A name for which there is room even on a telephone, right of so many cells."""
    room = 42 - 2.3 * row
    return shortened(name, max(8, int(room)))
