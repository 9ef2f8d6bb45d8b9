"""Which titles are nearly the same, found without comparing all with all."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SMALL = frozenset("a an and as at by for from in into is its of on or the to towards toward using via with".split())
_LONG = 6
"""A word of so many letters is the same word with one of them wrong: "Optimzation". "Free" and "tree" are two."""
_ENOUGH = 3
"""So many words, but for small ones, must a title have where one may be misspelled."""

_TELLING_WORDS, _TELLING_LETTERS = 4, 30


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


def tells_apart(title: str) -> bool:
    """Whether two works are unlikely to have this title: it has four words, but for small ones, or thirty letters."""
    text = "".join(folded(title).split())
    # In a script without blanks, a letter says as much as a word of others.
    letters = sum(4 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
    return letters >= _TELLING_LETTERS or len(_words(title)) >= _TELLING_WORDS


def nearly_same(titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Titles that are the same but for small words, plurals, and a letter of a word, as pairs of their places.

    Of many that are the same, each comes in a pair with the first one and with the one before it: not all pairs are.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for place, title in enumerate(titles):
        # "post-training" and "posttraining" are one word.
        if text := "".join(_words(title)):
            alike[text].append(place)
    for places in alike.values():
        yield from dict.fromkeys(
            (other, place) for i, place in enumerate(places[1:]) for other in (places[0], places[i])
        )
    yield from _misspelled({places[0]: _words(titles[places[0]]) for places in alike.values()})


def _words(title: str) -> list[str]:
    """The words that count, each in the form that its spellings have in common."""
    words = folded(title).split()
    return [_stem(word) for word in words if word not in _SMALL] or words


def _stem(word: str) -> str:
    # Models and model, optimisation and optimization.
    singular = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    return singular.replace("z", "s")


def _misspelled(titles: Mapping[int, list[str]]) -> Iterator[tuple[int, int]]:
    """The pairs, by their places, that differ in one letter of one word.

    Such words are the same without one of the letters of each (Garbe's symmetric deletes): the titles that a deletion
    makes are looked up, so that the work grows with the number of letters and not with that of pairs.
    """
    holders: dict[int, int] = {}
    pairs: set[tuple[int, int]] = set()
    for place, words in titles.items():
        # A number for a text takes a tenth of the memory; two texts that have one are told apart below.
        for deletion in map(hash, _deletions(words)):
            if (other := holders.setdefault(deletion, place)) != place:
                pairs.add((other, place))
    yield from sorted(pair for pair in pairs if _one_letter_apart(titles[pair[0]], titles[pair[1]]))


def _deletions(words: list[str]) -> Iterator[tuple[str, str, str]]:
    """The title, and all that it becomes without a letter of one of its long words, but for the first letter.

    "Symmetric" and "asymmetric" are two words; so are those with a number.
    """
    for index, word in enumerate(words if len(words) >= _ENOUGH else ()):
        if len(word) >= _LONG and not any(character.isdigit() for character in word):
            before, after = " ".join(words[:index]), " ".join(words[index + 1 :])
            for shorter in {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}:
                yield before, shorter, after


def _one_letter_apart(one: list[str], other: list[str]) -> bool:
    """Whether one word differs, by a letter that is missing, another, or has changed places with its neighbour."""
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differing) != 1:
        return False
    short, long = sorted(differing[0], key=len)
    if short[0] != long[0] or len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[:start] + short[start : start + 2][::-1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long
