"""A problem at a place, as a value. The kinds of problems are in :mod:`.codes`."""

from __future__ import annotations

from dataclasses import dataclass

from .codes import Code
from .entry import NOWHERE, Location
from .rule import Rule

__all__ = ["Code", "Problem", "Rule"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong at a place: a code, what exactly, and what to do where the code's advice is too general.

    ``str()`` gives the one-line form: ``FILE:LINE: CODE message``.
    """

    code: Rule
    message: str
    location: Location = NOWHERE
    advice: str = ""

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return self.advice or self.code.advice

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location != NOWHERE else ""
        return f"{place}{self.code.code} {self.message}"
