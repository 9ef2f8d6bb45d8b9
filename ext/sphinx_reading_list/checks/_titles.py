"""Which titles are nearly the same, found without comparing all with all."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST = 0.5
"""How many of the words of two titles must be common to both, so that it is worth a closer look."""
_SMALL = frozenset("a an and as at by for from in into is its of on or the to towards toward using via with".split())


@lru_cache(65536)
def folded(title: str) -> str:
    """A title as far as it tells works apart: its words in small letters, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    letters = "".join(c if c.isalnum() or c in "+#" else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


def words_in_common(first: str, second: str) -> bool:
    """Whether two titles share a word of some length, or its beginning. An acronym alone says nothing against it."""
    one, other = ({word[:5] for word in folded(title).split() if len(word) > 3} for title in (first, second))
    return len(one) < 2 or len(other) < 2 or bool(one & other)


def nearly_same(titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of titles, by their places, that are the same but for a letter of a word, and small words."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for place, title in enumerate(titles):
        # "post-training" and "posttraining" are one word.
        if text := folded(title).replace(" ", ""):
            by_text[text].append(place)
    for places in by_text.values():
        yield from ((first, second) for i, first in enumerate(places) for second in places[i + 1 :])
    alike = list(by_text.values())
    for one, other in _near([folded(titles[places[0]]).split() for places in alike]):
        yield from ((min(a, b), max(a, b)) for a in alike[one] for b in alike[other])


def _near(titles: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    """The pairs that differ in a letter of a word.

    Two sets with half of their words in common share at least one of the rarest half of each (the prefix filter of
    Bayardo, Ma and Srikant, 2007): only pairs that do are compared.
    """
    sets = [set(words) - _SMALL or set(words) for words in titles]
    often = Counter(word for words in sets for word in words)
    holders: dict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(sets)), key=lambda place: len(sets[place])):
        mine = sets[place]
        prefix = len(mine) - math.ceil(_LEAST * len(mine)) + 1
        rarest = sorted(mine, key=lambda word: (often[word], word))[:prefix]
        for other in sorted({other for word in rarest for other in holders[word]}):
            common = len(mine & sets[other])
            if common >= _LEAST * (len(mine) + len(sets[other]) - common) and _alike(titles[other], titles[place]):
                yield other, place
        for word in rarest:
            holders[word].append(place)


def _alike(one: list[str], other: list[str]) -> bool:
    """Whether only small words are missing, and other words differ in a letter."""
    for what, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        left, right = ([word for word in words if word not in _SMALL] for words in (one[a:b], other[c:d]))
        if "".join(left) != "".join(right) and not (
            len(left) == len(right) and all(map(_one_letter_apart, left, right))
        ):
            return False
    return True


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is missing, another, or has changed places with its neighbour; numbers have to be the same."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 1 or any(character.isdigit() for character in long):
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[:start] + short[start : start + 2][::-1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long
