"""The words of titles that say what a work is about, with what makes two forms of a word the same.

Forms are told together by Snowball's English stemmer (https://snowballstem.org), which Sphinx's own search uses.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from snowballstemmer import EnglishStemmer

from ..core.words import cleaned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..core.entry import Entry

# Chinese, Japanese and Korean write words without spaces; two characters are what a word is taken for.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+(?:[-+'’.][^\W_{_CJK}]+)*\+*")
_ASIAN = re.compile(rf"[{_CJK}]")
_EMPTY = frozenset(
    """a about after all also an and any are as at be been being better between beyond both but by can case could did do does
    down each early easy effective efficient end few for from further general get go good has have how if improve
    improved improving in into introduction is it its just large less let like long make makes making may me method methods
    more most must my need multi new next no non not novel now of off on one only or other our out over own part paper per post pre really
    same self simple so some still study such than that the their them then there these they this those through to too toward
    towards two under until up upon use used using very via vs was way we well were what when where which while who why will
    with within without work would yet you your approach based approaches analysis perspective review survey""".split()
)
_LONGEST = 40


def title_words(entry: Entry) -> Mapping[str, str]:
    """The stems of an entry's titles, each with the word as its first title writes it; those without meaning left out."""
    found: dict[str, str] = {}
    for title in (entry.title, *entry.aka):
        for word in _words(cleaned(title)):
            if stem := _stem(word):
                found.setdefault(stem, _readable(word))
    return found


def _words(title: str) -> Iterator[str]:
    for word in _WORD.findall(unicodedata.normalize("NFKC", title)):
        if not _ASIAN.match(word):
            yield from (word, *word.split("-")) if "-" in word else (word,)
        elif len(word) <= 2:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """What makes forms of a word the same; empty where it says nothing."""
    folded = word.casefold()
    if (
        folded in _EMPTY
        or len(folded) > _LONGEST
        or folded.isdigit()
        or (len(folded) == 1 and not _ASIAN.match(folded))
    ):
        return ""
    # Capitals are a name: REINFORCE is no form of "reinforcement".
    plain = folded.isascii() and folded.isalpha() and not word.isupper()
    return str(_STEMMER.stemWord(folded)) if plain else folded


_STEMMER = EnglishStemmer()


def _readable(word: str) -> str:
    """The word inside a sentence: the capital of a title goes, those of a name or an acronym stay."""
    return word.lower() if word.istitle() else word
