"""Dates as bibliographies know them: often only a year, or a year and a month."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's month macros, in order (btxdoc, section 3.1)."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An ISO 8601 calendar date of reduced precision: ``2025``, ``2025-02`` or ``2025-02-06``.

    ``month`` and ``day`` are 0 where unknown, so that dates sort by what is known of them.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"{self.year} is not a year between 1 and 9999")
        if not 0 <= self.month <= 12:
            raise ValueError(f"{self.month} is not a month between 1 and 12")
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        if self.day < 0 or (self.day and self.day > calendar.monthrange(self.year, self.month)[1]):
            raise ValueError(f"{self.year}-{self.month:02} has no day {self.day}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an ISO 8601 date, complete or partial; raise ``ValueError`` for anything else."""
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a date like 2025, 2025-02 or 2025-02-06")
        return cls(*(int(part) if part else 0 for part in match.groups()))

    def isoformat(self) -> str:
        """The date as ISO 8601, as long as it is known: ``2025-02``."""
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
        if self.day:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    __str__ = isoformat


def month_number(text: str) -> int:
    """The number, 1 to 12, of a BibTeX month (``feb``, ``{February}``, ``2``); 0 where it is none."""
    word = text.strip('{}" .').casefold()
    if word.isascii() and word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else 0
    return MONTHS.index(word[:3]) + 1 if word[:3] in MONTHS else 0
