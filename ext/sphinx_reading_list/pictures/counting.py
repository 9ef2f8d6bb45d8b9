"""What is counted: plain tables of a catalogue, each work once, whether it has one card or several."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core.facets import series_of, usual
from ..core.kinds import BY_NAME, KINDS
from ..core.words import cleaned
from .periods import Period, period_of, periods, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.catalogue import Catalogue
    from ..core.entry import Entry


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries by the time of their first submission and by kind.

    ``counts`` has a row for each of ``kinds`` (their names, the most frequent first), with a number for each of
    ``periods``; ``undated`` has a number for each kind.
    """

    periods: tuple[Period, ...]
    kinds: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    undated: tuple[int, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """The entries of all kinds, by period."""
        return tuple(map(sum, zip(*self.counts, strict=True)))


@dataclass(frozen=True, slots=True)
class Row:
    """A name, and how many entries have it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """The most frequent of some names, with their entries.

    ``others`` are the further names: how many there are, by how many entries each has, the most first. ``entries`` is
    the number of entries that have a name at all, and ``without`` of those that have none.
    """

    rows: tuple[Row, ...]
    others: tuple[tuple[int, int], ...]
    entries: int
    without: int


@dataclass(frozen=True, slots=True)
class Shape:
    """The list in numbers: its entries, how many there are of each kind (by name), its years and its sections."""

    entries: int
    kinds: tuple[Row, ...]
    years: tuple[int, int] | None
    sections: int


def timeline(catalogue: Catalogue) -> Timeline:
    """Entries by time and kind; in which spans of time is seen from the dates that there are."""
    kinds = tuple(row.name for row in _kinds(catalogue))
    entries = catalogue.entries.values()
    dates = [entry.date for entry in entries if entry.date]
    if not dates:
        return Timeline((), kinds, ((),) * len(kinds), tuple(row.count for row in _kinds(catalogue)))
    unit = unit_of(dates)
    spans = periods(dates, unit)
    found = Counter((_kind(entry), *period_of(entry.date, unit)) for entry in entries if entry.date)
    undated = Counter(_kind(entry) for entry in entries if not entry.date)
    counts = tuple(tuple(found[kind, span.year, span.month] for span in spans) for kind in kinds)
    return Timeline(spans, kinds, counts, tuple(undated[kind] for kind in kinds))


def venues(catalogue: Catalogue, limit: int) -> Ranking:
    """Entries by where they were published; all years of a conference are one venue."""
    return _ranking(([name] if (name := series_of(entry.venue)) else [] for entry in catalogue.entries.values()), limit)


def authors(catalogue: Catalogue, limit: int, least: int = 2) -> Ranking:
    """The authors of ``least`` entries or more. An organisation counts as an author."""
    ranking = _ranking((_names(entry) for entry in catalogue.entries.values()), limit)
    rows = tuple(row for row in ranking.rows if row.count >= least)
    hidden = Counter(dict(ranking.others)) + Counter(row.count for row in ranking.rows if row.count < least)
    return Ranking(rows, tuple(sorted(hidden.items(), reverse=True)), ranking.entries, ranking.without)


def shape(catalogue: Catalogue) -> Shape:
    """The list in numbers."""
    years = [entry.date.year for entry in catalogue.entries.values() if entry.date]
    ends = (min(years), max(years)) if years else None
    return Shape(len(catalogue.entries), _kinds(catalogue), ends, len(catalogue.sections))


def _names(entry: Entry) -> list[str]:
    return [name for author in entry.authors if (name := cleaned(author.name))]


def _kind(entry: Entry) -> str:
    return entry.kind if entry.kind in BY_NAME else "article"


def _kinds(catalogue: Catalogue) -> tuple[Row, ...]:
    """The kinds that there are, the most frequent first; equals as in the table of kinds."""
    found = Counter(map(_kind, catalogue.entries.values()))
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    return tuple(Row(*pair) for pair in sorted(found.items(), key=lambda pair: (-pair[1], order[pair[0]])))


def _ranking(names: Iterable[list[str]], limit: int) -> Ranking:
    """The most frequent of the names of each entry; capitals don't tell two apart, and an entry counts once a name."""
    found: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    entries = without = 0
    for of_entry in names:
        entries += bool(of_entry)
        without += not of_entry
        for folded, name in {name.casefold(): name for name in reversed(of_entry)}.items():
            found[folded] += 1
            spellings.setdefault(folded, Counter())[name] += 1
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = tuple(Row(usual(spellings[folded]), count) for folded, count in ranked[:limit])
    others = Counter(count for _, count in ranked[limit:])
    return Ranking(rows, tuple(sorted(others.items(), reverse=True)), entries, without)
