"""Entries with similar titles: those that share words which few titles have.

Titles are weighed as search engines weigh texts (TF-IDF, compared by the cosine; Manning, Raghavan and Schütze,
*Introduction to Information Retrieval*, chapter 6), in whole numbers, so that every machine ranks them the same.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from math import log2
from typing import TYPE_CHECKING

from ._related import Related
from .words import title_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.catalogue import Catalogue

MOST = 5
"""How many of an entry's similar ones are named."""
NAMED = 3
"""How many of the shared words are named."""
_COMMON = 150
"""A word of more titles than this relates none of them; so the cost grows with the list, not with its square."""
_LEAST, _LEAST_OF_ONE = 0.12, 0.25
"""The cosine from which titles are similar; and if they share one word alone."""
_SEVERAL, _ALONE = (round(least**2 * (1 << 20)) for least in (_LEAST, _LEAST_OF_ONE))
_ONE = 64
"""What a word weighs that every second title has."""


def similar_titles(catalogue: Catalogue) -> Mapping[str, tuple[Related, ...]]:
    """Entries whose titles are similar, the most similar first."""
    words = {key: found for key, entry in catalogue.entries.items() if (found := title_words(entry))}
    having: dict[str, list[str]] = defaultdict(list)
    for key, found in words.items():
        for stem in found:
            having[stem].append(key)
    weights = {stem: round(log2((len(words) + 1) / len(keys)) * _ONE) for stem, keys in having.items()}
    lengths = {key: sum(weights[stem] ** 2 for stem in found) for key, found in words.items()}
    order = {key: number for number, key in enumerate(words)}
    near: dict[str, tuple[Related, ...]] = {}
    for key, found in words.items():
        shared: dict[str, int] = {}
        several: set[str] = set()
        for stem in found:
            # What one title alone has, or too many, relates none.
            if 1 < len(having[stem]) <= _COMMON:
                square = weights[stem] ** 2
                for other in having[stem]:
                    if other in shared:
                        shared[other] += square
                        several.add(other)
                    else:
                        shared[other] = square
        shared.pop(key, None)
        ranks = {}
        for other, weight in shared.items():
            cosine = (weight * weight << 20) // (lengths[key] * lengths[other])  # its square, of 2^20
            if cosine >= (_SEVERAL if other in several else _ALONE):
                ranks[other] = -cosine
        nearest = nsmallest(MOST, ranks, key=lambda other, ranks=ranks: (ranks[other], order[other]))  # type: ignore[misc]
        if nearest:
            near[key] = tuple(Related(other, _why(found, words[other], weights)) for other in nearest)
    return near


def _why(one: Mapping[str, str], other: Mapping[str, str], weights: Mapping[str, int]) -> str:
    """The words that two titles share, as the one writes them, the rarest first."""
    shared = sorted((stem for stem in one if stem in other), key=lambda stem: -weights[stem])
    # A word with a hyphen says its parts as well.
    said: list[str] = []
    for stem in shared:
        word = one[stem]
        if not any(word.casefold() in longer.casefold() for longer in said):
            said.append(word)
    return f"similar title: {', '.join(said[:NAMED])}"
