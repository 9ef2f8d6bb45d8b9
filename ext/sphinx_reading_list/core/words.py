"""Dates, numbers and venues as people read them, and text that may be shown."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .dates import PartialDate

MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def cleaned(text: str) -> str:
    """The text on one line, without the control characters that neither HTML nor XML may hold."""
    if text.isprintable():
        # Most are, and there are many.
        return " ".join(text.split())
    kept = "".join(" " if character.isspace() else character for character in text if _may_show(character))
    return " ".join(kept.split())


def _may_show(character: str) -> bool:
    # Cc are controls (white space among them becomes a space), Cs lone surrogates, U+FFFE and U+FFFF no characters.
    if character.isspace():
        return True
    return unicodedata.category(character) not in ("Cc", "Cs") and ord(character) & 0xFFFE != 0xFFFE


def date_in_words(date: PartialDate) -> str:
    """A date as it is read, as far as it is known: ``6 February 2025``, ``May 2024``, ``2023``."""
    words = (str(date.day) if date.day else "", MONTH_NAMES[date.month], str(date.year))
    return " ".join(word for word in words if word)


def count_of(number: int, singular: str, plural: str) -> str:
    """A number of things: ``1 entry``, ``33 entries``, ``1,204 stars``."""
    return f"{number:,} {singular if number == 1 else plural}"


def venue_in_words(venue: str, published: PartialDate | None) -> str:
    """A venue with the year of publication, which its name often has already: ``ICLR 2025``."""
    if not venue or published is None or str(published.year) in venue:
        return venue
    return f"{venue} {published.year}"
