"""Entries over time: a row of bars for all of them and one for each kind, on one axis and one scale.

A row for each kind needs neither colours nor a legend, and can be read in black and white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ..core.kinds import BY_NAME
from .sentences import a_span, entries, of_kind, timeline_sentence
from .svg import element, linked, number, percent, picture
from .tables import nowhere, years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .counting import Timeline
    from .periods import Period
    from .svg import Linked

TITLE = "Entries over time, by kind"
HEAD = 20.0
"""The height of a row's name, in pixels."""
TALLEST = 110.0
LEAST = 3.0
"""A bar of one entry is never lower."""
BETWEEN = 14.0
FEWEST = 12
"""A bar is as wide as one of so many at most."""


def draw_timeline(counted: Timeline, name: str, link: Linked = nowhere) -> Markup:
    """The picture; empty where no entry has a date. ``name`` is unique on its page."""
    if not counted.periods:
        return Markup("")
    totals = counted.totals
    scale = TALLEST / max(totals)
    parts, base = _row(counted.periods, totals, "", 0.0, scale, link)
    shown = [row for row in zip(counted.kinds, counted.counts, strict=True) if sum(row[1])]
    if len(shown) > 1:
        for kind, counts in shown:
            bars, base = _row(counted.periods, counts, kind, base + BETWEEN, scale, link)
            parts += bars
    marks = list(_axis(counted.periods, base))
    return picture(name, TITLE, timeline_sentence(counted), base + 20, [*marks, *parts], kind=_density(counted.periods))


def _row(
    periods: Sequence[Period], counts: Sequence[int], kind: str, top: float, scale: float, link: Linked
) -> tuple[list[Markup], float]:
    """The bars of a kind (empty: of all) below its name, and where they stand."""
    # Room for the numbers above the bars.
    base = top + HEAD + 12 + max(LEAST, max(counts) * scale)
    named = BY_NAME[kind].plural if kind else "All entries"
    parts = [
        element("text", {"class": "rl-row-name", "x": 0, "y": top + 13}, named,
                element("tspan", {"class": "rl-quiet", "dx": 6}, f"{sum(counts):,}")),
        # What the scale is: all rows have the same one, and the numbers above the bars need room.
        element("text", {"class": "rl-most", "x": "100%", "y": top + 13}, f"at most {max(counts):,} {a_span(periods)}"),
        element("line", {"class": "rl-base", "x1": 0, "x2": "100%", "y1": base, "y2": base}),
    ]  # fmt: skip
    for index, (period, count) in enumerate(zip(periods, counts, strict=True)):
        if count:
            target = link(({"kind": kind} if kind else {}) | years(period))
            tip = f"{of_kind(kind, count) if kind else entries(count)}, {period.label}"
            parts.append(linked(target, tip, *_bar(index, len(periods), count, base, scale, unsure=not period.month)))
    return parts, base


def _bar(index: int, of: int, count: int, base: float, scale: float, *, unsure: bool) -> Iterator[Markup]:
    slots = max(of, FEWEST)
    height = max(LEAST, count * scale)
    place = {"x": percent((index + 0.1) / slots), "width": percent(0.8 / slots)}
    bar = "rl-bar rl-unsure" if unsure else "rl-bar"
    yield element("rect", {"class": bar, **place, "y": base - height, "height": height})
    yield element(
        "text", {"class": "rl-number", "x": percent((index + 0.5) / slots), "y": base - height - 4}, f"{count:,}"
    )


def _axis(periods: Sequence[Period], base: float) -> Iterator[Markup]:
    """A line down and a year where a year (or a round number of them) begins, at most eight."""
    slots = max(len(periods), FEWEST)
    starts = [(i, p) for i, p in enumerate(periods) if i == 0 or (p.month and p.year != periods[i - 1].year)]
    for every in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        kept = [(i, p) for i, p in starts if i == 0 or p.year % every == 0]
        if len(kept) <= 8:
            break
    # The first may have the next too close behind it: a year is as wide as this on a telephone.
    if len(kept) > 1 and (kept[1][0] - kept[0][0]) / slots < 0.08:
        kept = kept[1:]
    for index, period in kept:
        x = percent(index / slots)
        yield element("line", {"class": "rl-grid", "x1": x, "x2": x, "y1": HEAD, "y2": base + 5})
        yield element(
            "text", {"class": "rl-year", "x": x, "dx": 3 if index else 0, "y": base + 16}, number(period.year)
        )


def _density(periods: Sequence[Period]) -> str:
    """How much room the numbers above the bars have: a style sheet leaves them out where they have none."""
    return "few" if len(periods) <= FEWEST else "many"
