"""A kind of problem, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)  # an enumeration of them can't have slots
class Rule:
    """A kind of problem: its code, what it means, and what to do about it."""

    code: str
    meaning: str
    advice: str
