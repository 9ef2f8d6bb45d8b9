"""Citation keys: how they are made (``wu2024selfplay``), and how a collision is resolved."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

from .slugs import RESERVED_KEYS, ascii_fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .dates import PartialDate
    from .names import Author

_STOP_WORDS = frozenset(
    "a an and are as at be by can do does for from how in into is it its not of on or our over than that the their"
    " this to towards toward under upon via vs was we what when where which who why with within without you your".split()
)

_LONGEST_WORD = 32
_WORD = re.compile(r"[^\s:/,.;()\[\]—–]+")


def citation_key(title: str, authors: tuple[Author, ...] = (), date: PartialDate | None = None, site: str = "") -> str:
    """The key that a work gets: first author's family name, year of first submission, first word with meaning.

    Without a year a hyphen stands between the other two (``volcengine-verl``).
    ``site`` (an owner or the first label of a host) stands in for a missing author. The key is ASCII, lower case,
    ``[a-z0-9-]``, and never empty: a title in another script is transliterated, one without any letter is ``entry``.
    """
    who = _letters(authors[0].family if authors else site)[:_LONGEST_WORD]
    year = f"{date.year:04}" if date else "-"
    return f"{who}{year}{_first_word(title)}".strip("-") or "entry"


class TakenKeys:
    """The keys that are taken, in whatever case; a newcomer gets one that is free."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._taken = {key.casefold() for key in keys}
        self._tried: dict[str, int] = {}
        """The ending that each wanted key got last: where hundreds want the same one, none is tried twice."""

    def add(self, key: str) -> None:
        """Take a key."""
        self._taken.add(key.casefold())

    def new(self, wanted: str) -> str:
        """Take ``wanted``, or with the first of ``a``, ``b``, … ``z``, ``aa``, … that makes it free and no reserved name."""
        name = wanted.casefold()
        number = self._tried.get(name, 0)
        while (key := wanted + _suffix(number)).casefold() in self._taken or key in RESERVED_KEYS:
            number += 1
        self._tried[name] = number
        self.add(key)
        return key


def _suffix(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


@lru_cache(8192)  # the same families write most of a field, and its titles begin with the same words
def _letters(text: str) -> str:
    folded = "".join(c for c in ascii_fold(text).lower() if c.isalnum())
    return folded or "".join(c for c in anyascii(text).lower() if c.isascii() and c.isalnum())


def _first_word(title: str) -> str:
    # A hyphenated word counts whole: "Self-Play" → "selfplay".
    first = ""
    for part in _WORD.finditer(title):
        word = _letters(part.group())
        if word and word not in _STOP_WORDS:
            return word[:_LONGEST_WORD]
        first = first or word
    return first[:_LONGEST_WORD]
