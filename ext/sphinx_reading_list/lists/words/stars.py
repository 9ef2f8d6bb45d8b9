"""How many stars a repository has, where a list says so beside its link: ``⭐ 20k``, ``(★1,345)``, ``2.3k ⭐``."""

from __future__ import annotations

import re
from typing import NamedTuple

_SIGN = r"(?:⭐\ufe0f?|🌟|★|☆|:star2?:)"
_COUNT = r"(?P<count{0}>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?P<thousands{0}>[kK])?\+?"
_STARS = re.compile(
    rf"(?P<open>[(\[]\s*)?(?:{_SIGN}\s*{_COUNT.format(1)}(?![\w.,]\w)|(?<![\w.,]){_COUNT.format(2)}\s*{_SIGN})(?P<close>\s*[)\]])?"
)
_ANY_SIGN = re.compile("[⭐🌟★☆]|:star")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Stars(NamedTuple):
    """A number of stars in a text, and where the words are that say it."""

    number: int
    start: int
    end: int


def may_have_stars(text: str) -> bool:
    """Whether a sign for stars is in a text; in most there is none."""
    return _ANY_SIGN.search(text) is not None


def find_stars(text: str) -> Stars | None:
    """The first number of stars of a text; four digits that are a year may be one, and count as none."""
    match = _STARS.search(text)
    if match is None:
        return None
    count, thousands = match["count1"] or match["count2"], match["thousands1"] or match["thousands2"]
    if _YEAR.fullmatch(count) and not thousands:
        return None
    number = round(float(count.replace(",", "")) * (1000 if thousands else 1))
    whole = bool(match["open"]) == bool(match["close"])
    start = match.start() if whole else match.end("open") if match["open"] else match.start()
    return Stars(number, start, match.end() if whole else match.start("close") if match["close"] else match.end())
