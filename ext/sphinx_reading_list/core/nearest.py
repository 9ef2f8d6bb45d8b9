"""The keys that somebody may have meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Comparing takes 10 µs a key: a list whose .bib file isn't found asks once for each of its entries.
_MOST_QUESTIONS = 20


class Nearest:
    """Finds the keys that are spelled most like a wrong one; gives up after a number of questions."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_folded: dict[str, str] = {}
        for key in keys:
            self._by_folded.setdefault(key.casefold(), key)
        self._asked: dict[str, tuple[str, ...]] = {}

    def to(self, key: str, count: int = 3) -> tuple[str, ...]:
        """At most ``count`` keys, the nearest first; none where none is near."""
        if key not in self._asked and len(self._asked) < _MOST_QUESTIONS:
            near = get_close_matches(key.casefold(), self._by_folded, n=count, cutoff=0.6)
            self._asked[key] = tuple(self._by_folded[found] for found in near)
        return self._asked.get(key, ())

    def hint(self, key: str) -> str:
        """The nearest keys as the end of a sentence: ``; the nearest is wu2024selfplay``; empty where none is near."""
        near = self.to(key)
        return f"; the nearest {'are' if len(near) > 1 else 'is'} {', '.join(near)}" if near else ""
