"""The numbers of a picture as a table, with the same links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..core.kinds import BY_NAME
from .svg import NOWHERE, Target

if TYPE_CHECKING:
    from .counting import Ranking, Timeline
    from .pairs import Pairs
    from .periods import Period
    from .svg import Linked


class Cell(NamedTuple):
    """What stands in a cell, and where it leads."""

    text: str
    target: Target = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns, and its rows; the first cells of a row, ``heads`` of them, name it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 1


def nowhere(facets: dict[str, str]) -> Target:  # noqa: ARG001
    """For a picture without links."""
    return NOWHERE


def timeline_table(counted: Timeline, link: Linked = nowhere) -> Table:
    """A row for each period with entries, a column for each kind, and one for all."""
    several = len(counted.kinds) > 1
    head = ("When", *(BY_NAME[kind].plural for kind in counted.kinds), *(["All"] if several else []))
    rows = []
    for index, period in enumerate(counted.periods):
        row = [counts[index] for counts in counted.counts]
        if sum(row):
            cells = [
                _number(count, link({"kind": kind} | years(period)))
                for kind, count in zip(counted.kinds, row, strict=True)
            ]
            total = [_number(sum(row), link(years(period)))] if several else []
            rows.append((Cell(period.label), *cells, *total))
    if sum(counted.undated):
        total = [_number(sum(counted.undated))] if several else []
        rows.append((Cell("Date unknown"), *map(_number, counted.undated), *total))
    return Table(head, tuple(rows))


def ranking_table(counted: Ranking, what: str, facet: str, link: Linked = nowhere) -> Table:
    """A row for each name; ``what`` is the head of its column."""
    rows = tuple((Cell(row.name, link({facet: row.name})), Cell(f"{row.count:,}")) for row in counted.rows)
    return Table((what, "Entries"), rows)


def pairs_table(counted: Pairs, link: Linked = nowhere) -> Table:
    """A row for each two authors that share an entry, those that share most first."""
    found = [
        (-count, number, other)
        for number, counts in enumerate(counted.shared)
        for other, count in enumerate(counts)
        if count
    ]
    names = [Cell(name, link({"author": name})) for name in counted.authors]
    rows = tuple((names[other], names[number], Cell(f"{-count:,}")) for count, number, other in sorted(found))
    return Table(("Author", "With", "Together"), rows, heads=2)


def years(period: Period) -> dict[str, str]:
    """A period as the facet ``year``: ``2024``, or ``2020..2024``."""
    last = period.last_year
    return {"year": f"{period.year}" if last == period.year else f"{period.year}..{last}"}


def _number(count: int, target: Target = NOWHERE) -> Cell:
    return Cell(f"{count:,}", target) if count else Cell("")
