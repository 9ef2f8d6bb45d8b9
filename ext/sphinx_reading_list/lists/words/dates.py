"""Dates as lists print them: ``2024/05``, ``2024.05.12``, ``May 2024``, ``12 May 2024``, ``2024年5月``."""

from __future__ import annotations

import re

from ...core.dates import PartialDate, month_number
from .plain import has_digit

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}\s?[-/._]\s?(?P<month>\d{{1,2}})(?:\s?[-/._]\s?{_DAY})?",
        rf"{_YEAR}年",
        rf"{_YEAR}年(?P<month>\d{{1,2}})月(?:{_DAY}日)?",
        rf"(?P<month>0[1-9]|1[0-2])[/.-]{_YEAR}",
        rf"{_MONTH}[ ,-]+{_YEAR}",
        rf"{_YEAR}[ ,.-]+{_MONTH}(?:[ .-]+{_DAY})?",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY} {_MONTH},? {_YEAR}",
    )
)


def read_date(text: str) -> PartialDate | None:
    """The date that a text is, as a whole; ``None`` where it is none."""
    text = text.strip(" ,;:.")
    if not text or len(text) > 30 or not has_digit(text):
        return None
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _date(match.groupdict())
    return None


def _date(found: dict[str, str | None]) -> PartialDate | None:
    name = found.get("name")
    month = month_number(name) if name else int(found.get("month") or 0)
    if name and (not month or not _is_month(name)):
        return None
    try:
        return PartialDate(int(found["year"] or 0), month, int(found.get("day") or 0))
    except ValueError:
        return None


_MONTH_NAMES = "january february march april may june july august september october november december sept".split()


def _is_month(word: str) -> bool:
    word = word.casefold()
    return len(word) == 3 or word in _MONTH_NAMES
