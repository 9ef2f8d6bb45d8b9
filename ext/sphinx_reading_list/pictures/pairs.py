"""Who wrote with whom.

In a field of thousands of authors a net of them all is a ball of wool. What can be read at a glance is a small table of
the few who wrote together most, like the table of distances in a road atlas; so that is what is counted here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ..core.words import cleaned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.catalogue import Catalogue

    Pair = tuple[str, str]

CROWD = 50
"""A work of more authors than that says little of who works with whom, and has a thousand pairs."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Some authors, and how many entries each two of them share.

    ``shared[a][b]`` is of the authors number ``a`` and ``b``, where ``b`` is less than ``a``. ``more`` is how many
    pairs that share ``least`` entries or more aren't among these authors.
    """

    authors: tuple[str, ...]
    shared: tuple[tuple[int, ...], ...]
    least: int
    more: int


def pairs(catalogue: Catalogue, limit: int, least: int = 2) -> Pairs:
    """The authors (at most ``limit``) of the pairs that share most, those who wrote together beside each other."""
    found: Counter[Pair] = Counter()
    for entry in catalogue.entries.values():
        names = sorted({name for author in entry.authors if (name := cleaned(author.name))})
        if len(names) <= CROWD:
            found.update(combinations(names, 2))
    often = {pair: count for pair, count in found.items() if count >= least}
    ranked = sorted(often, key=lambda pair: (-often[pair], pair))
    chosen: set[str] = set()
    for pair in ranked:
        if len(chosen | {*pair}) <= limit:
            chosen |= {*pair}
    authors = _neighbours(chosen, often)
    shared = tuple(tuple(found[min(a, b), max(a, b)] for b in authors[:number]) for number, a in enumerate(authors))
    more = sum(not chosen.issuperset(pair) for pair in often)
    return Pairs(authors, shared, least, more)


def _neighbours(names: set[str], often: Mapping[Pair, int]) -> tuple[str, ...]:
    """The names so that each stands behind one with whom it shares most, group by group."""
    left = sorted(names)
    placed: list[str] = []

    def near(name: str) -> tuple[int, int]:
        """How much a name shares with those that have a place, and with those that haven't."""
        counts = [often.get((min(name, other), max(name, other)), 0) for other in placed]
        rest = [often.get((min(name, other), max(name, other)), 0) for other in left]
        return sum(counts), sum(rest)

    while left:
        # The first of equals, so the alphabet decides.
        best = max(left, key=near)
        left.remove(best)
        placed.append(best)
    return tuple(placed)
