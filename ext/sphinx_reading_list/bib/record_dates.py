"""When a record says that its work was first submitted, and when it was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core.dates import PartialDate, month_number
from ..core.identifiers import arxiv_month

if TYPE_CHECKING:
    from ..core.record import Record

# BibLaTeX takes ranges and marks of uncertainty too (EDTF, ISO 8601-2): the beginning counts.
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[/~?%T])")
# BibTeX's manual sorts by a macro that prints nothing: {\noopsort{1973b}}1973.
_YEAR = re.compile(r"(?:\{\\noopsort\s*\{[^{}]*\}\})?\{?(\d{4})\}?")
_DAY = re.compile(r"\d{1,2}")


def read_date(text: str) -> PartialDate | None:
    """A date as BibLaTeX writes it, or the beginning of a range; ``None`` for anything else."""
    match = _DATE.match(text.strip()) if text else None
    if match is None:
        return None
    return _date(*(int(part) if part else 0 for part in match.groups()))


def is_date(text: str) -> bool:
    """Whether it is a date, or the beginning of a range, that the calendar has; months 21 to 41 are seasons (EDTF)."""
    match, date = _DATE.match(text.strip()), read_date(text)
    if match is None or date is None:
        return False
    is_season = 21 <= int(match.group(2) or 0) <= 41 and not match.group(3)
    return is_season or date.isoformat() == match.group()


def is_year(text: str) -> bool:
    """Whether it is a year as the old styles know it: four digits."""
    return _YEAR.fullmatch(text.strip()) is not None


def publication(record: Record) -> PartialDate | None:
    """The date of the record itself: ``date``, else ``year`` with ``month`` and ``day``."""
    if date := read_date(record.get("date")):
        return date
    year = _YEAR.fullmatch(record.get("year"))
    if year is None:
        return None
    given = record.get("month")
    if not given:
        return _date(int(year.group(1)))
    # Some write "month = may # {~12}" or "12 May" for want of a field for the day: a name counts before a number.
    words = sorted(given.replace("~", " ").split(), key=lambda word: word.isdigit())
    month = next((number for word in words if (number := month_number(word))), 0)
    day = _DAY.fullmatch(record.get("day"))
    return _date(int(year.group(1)), month, int(day.group()) if day and month else 0)


def first_submission(
    record: Record, arxiv: str, published: PartialDate | None, *, preprint: bool = False
) -> PartialDate | None:
    """When the work was first submitted: ``origdate``, else the month of its arXiv id, else when it was ``published``.

    The date of a ``preprint``, which was published nowhere else, is that of its submission: it may tell the day of that
    month. A work that went to arXiv years after it was published keeps the earlier date.
    """
    if date := read_date(record.get("origdate")):
        return date
    if not arxiv:
        return published
    submitted = PartialDate(*arxiv_month(arxiv))
    tells_day = published is not None and preprint and str(published).startswith(str(submitted))
    return published if published and (tells_day or published.year < submitted.year) else submitted


def _date(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    for parts in ((year, month, day), (year, month), (year,)):
        try:
            return PartialDate(*parts)
        except ValueError:
            continue
    return None
