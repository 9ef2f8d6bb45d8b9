"""Dates as CSL-JSON has them: as much of them as is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..bib.record_dates import publication, read_date

if TYPE_CHECKING:
    from ..core.dates import PartialDate
    from ..core.entry import Entry
    from ..core.record import Record


def csl_date(*dates: PartialDate | None) -> dict[str, Any]:
    """A date, or the beginning and the end of a range; empty where none is known."""
    parts = [[part for part in (date.year, date.month, date.day) if part] for date in dates if date]
    return {"date-parts": parts} if parts else {}


def issued(entry: Entry, record: Record | None) -> dict[str, Any]:
    """When the work was published, as its record or its page says."""
    if record is None:
        return csl_date(entry.published or entry.date)
    first, _, last = record.get("date").partition("/")
    return csl_date(read_date(first), read_date(last)) if last and read_date(first) else csl_date(publication(record))


def unnumbered_year(record: Record) -> str:
    """What stands where a year should: ``forthcoming``; empty where it is a year, or none."""
    return record.get("year", "date") if publication(record) is None else ""
