"""Marks in place of what differs from page to page: the theme puts them into its frame, and pages are cut there."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOTS = ("title", "head", "body", "name", "url")
"""What a page itself has; what its navigation has is numbered."""
# Lower-case letters and digits: whatever a theme does to a title, it leaves such a word alone.
_MARK = "rl0frame0{}0q7"
_CUT = re.compile(_MARK.format(f"({'|'.join(SLOTS)}|way[0-9]+x)"))


def mark(slot: str) -> str:
    """The mark that stands for what is put into a slot."""
    return _MARK.format(slot)


def cut(html: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts between the marks of a page, and the slots: each behind a text, so there is one less."""
    parts = _CUT.split(html)
    return tuple(parts[::2]), tuple(parts[1::2])


class WayMarks:
    """The marks of what a navigation says of the way to a page, so that ways of one shape look the same."""

    def __init__(self) -> None:
        self._slots: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """The mark of a title or an address; it will be put in escaped."""
        return mark(self._slots.setdefault(text, f"way{len(self._slots)}x"))

    def values(self) -> Iterator[tuple[str, str]]:
        """The slots that were marked, each with what belongs there."""
        return ((slot, escape(text)) for text, slot in self._slots.items())
