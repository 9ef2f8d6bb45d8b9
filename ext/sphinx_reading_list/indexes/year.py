"""By the year of first submission, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._index import Index, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry


def year_of(entry: Entry) -> Iterator[Value]:
    """Its year, with four digits."""
    if entry.date:
        year = f"{entry.date.year:04}"
        yield Value(year, year)


INDEX = Index("year", 2, "Years", "By first submission, the latest first.", "Entries of {}", year_of, descending=True)
