"""The spans of time on the axis of a timeline: as short as can be, but never too many to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.words import MONTH_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..core.dates import PartialDate

UNITS = (1, 3, 12, 24, 60, 120, 600, 1200, 12000)
"""The lengths that a span may have, in months."""
MOST = 40
"""So many spans can be told apart on a telephone."""


class Period(NamedTuple):
    """A span of ``months`` months from the first of ``month`` (1 to 12) of ``year``.

    Where ``month`` is 0, it stands for what is known to be of that year, but not of which month.
    """

    year: int
    month: int
    months: int

    @property
    def last_year(self) -> int:
        """The year of its last month."""
        return self.year + (max(self.month, 1) - 1 + self.months - 1) // 12

    @property
    def label(self) -> str:
        """The span in words: ``May 2024``, ``April to June 2024``, ``2024``, ``2020 to 2024``."""
        if not self.month:
            return f"{self.year}, month unknown"
        if self.months == 1:
            return f"{MONTH_NAMES[self.month]} {self.year}"
        if self.months < 12:
            return f"{MONTH_NAMES[self.month]} to {MONTH_NAMES[self.month + self.months - 1]} {self.year}"
        return str(self.year) if self.months == 12 else f"{self.year} to {self.last_year}"


def unit_of(dates: Sequence[PartialDate]) -> int:
    """The length in months with which these dates (one at least) make at most :data:`MOST` spans.

    It is a year or more where most of them are only known by their year.
    """
    unsure = {date.year for date in dates if not date.month}
    by_year = 2 * sum(not date.month for date in dates) > len(dates)
    for unit in UNITS:
        first, last = _ends(dates, unit)
        spans = last - first + 1 + (len(unsure) if unit < 12 else 0)
        if spans <= MOST and (unit >= 12 or not by_year):
            return unit
    return UNITS[-1]


def periods(dates: Sequence[PartialDate], unit: int) -> tuple[Period, ...]:
    """All spans of that length from the first date to the last, those without a date as well.

    Where a span is shorter than a year, one of ``month`` 0 follows each year of which only the year is known of a date.
    """
    if not dates:
        return ()
    first, last = _ends(dates, unit)
    spans = [Period(index * unit // 12, index * unit % 12 + 1, unit) for index in range(first, last + 1)]
    # The span of the year 0, which there was not, begins with the year 1.
    spans = [span if span.year else Period(1, 1, unit - 12) for span in spans]
    if unit < 12:
        spans += [Period(year, 0, 12) for year in {date.year for date in dates if not date.month}]
    return tuple(sorted(spans, key=lambda span: (span.year, span.month or 13)))


def period_of(date: PartialDate, unit: int) -> tuple[int, int]:
    """The year and the month of the span that a date falls in, as :class:`Period` has them."""
    if unit < 12 and not date.month:
        return date.year, 0
    start = _index(date.year, max(date.month, 1), unit) * unit
    return (start // 12, start % 12 + 1) if start >= 12 else (1, 1)


def _ends(dates: Iterable[PartialDate], unit: int) -> tuple[int, int]:
    """The numbers of the first and the last span; a date without a month takes its whole year in."""
    known = [(date.year, date.month or 1, date.month or 12) for date in dates]
    return min(_index(year, early, unit) for year, early, _ in known), max(
        _index(year, late, unit) for year, _, late in known
    )


def _index(year: int, month: int, unit: int) -> int:
    return (year * 12 + month - 1) // unit
