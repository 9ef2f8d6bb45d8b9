"""Names in formatted references: initials, order, and how many of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ._csl_names import ELIDED
from ._reference_marks import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_PART = re.compile(r"[\s.]+")


class Names(NamedTuple):
    """Formatted names, and whether the source leaves some out."""

    names: list[str]
    elided: bool


def names_of(people: Sequence[dict[str, str]], written: Callable[[dict[str, str]], str]) -> Names:
    """The names, each as the style writes it."""
    elided = bool(people) and people[-1] == ELIDED
    return Names([clean(written(person)) for person in (people[:-1] if elided else people)], elided)


def family_first(person: dict[str, str]) -> str:
    """``van der Schaar, M.``, ``King, M. L., Jr.``; a collective and a name in Chinese characters stay whole."""
    if whole := _whole(person):
        return whole
    return ", ".join(filter(None, (_family(person), initials(person.get("given", "")), person.get("suffix", ""))))


def given_first(person: dict[str, str]) -> str:
    """``M. van der Schaar``, ``M. L. King Jr.``."""
    if whole := _whole(person):
        return whole
    return " ".join(filter(None, (initials(person.get("given", "")), _family(person), person.get("suffix", ""))))


@lru_cache(maxsize=4096)
def initials(given: str) -> str:
    """``Martin Luther`` → ``M. L.``, ``Jean-Luc`` → ``J.-L.``; what has no letter first stays."""
    words = [word for word in _PART.split(given) if word]
    return " ".join("-".join(_initial(part) for part in word.split("-") if part) for word in words)


def _initial(word: str) -> str:
    letters = [index for index, character in enumerate(word) if character.isalpha()]
    if not letters:
        return word
    # A mark that combines belongs to its letter.
    end = letters[0] + 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return f"{word[:end]}."


def _family(person: dict[str, str]) -> str:
    return f"{person.get('non-dropping-particle', '')} {person.get('family', '')}".strip()


def _whole(person: dict[str, str]) -> str:
    """A name that has no initials: an organisation, or Chinese, Japanese or Korean in its own characters."""
    if "literal" in person:
        return person["literal"]
    name = person.get("family", "") + person.get("given", "")
    return name if _CJK.search(name) else ""
