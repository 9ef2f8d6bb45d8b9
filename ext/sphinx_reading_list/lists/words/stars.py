"""How many stars a repository has, where a list says so beside its link: ``⭐ 20k``, ``(★1,345)``, ``2.3k ⭐``."""

from __future__ import annotations

import re
from typing import NamedTuple

_SIGN = r"(?:⭐\ufe0f?|🌟|★|☆|:star2?:)"
_NUMBER = re.compile(
    rf"(?P<before>{_SIGN}\s*)?(?<![\w.,])(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?P<thousands>[kK])?\+?(?![\w.,]\w)(?P<behind>\s*{_SIGN})?"
)
_ANY_SIGN = re.compile("[⭐🌟★☆]|:star")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Stars(NamedTuple):
    """A number of stars in a text, and where the words are that say it, with the brackets around them."""

    number: int
    start: int
    end: int


def may_have_stars(text: str) -> bool:
    """Whether a sign for stars is in a text; in most there is none."""
    return _ANY_SIGN.search(text) is not None


def find_stars(text: str) -> Stars | None:
    """The first number of stars of a text; four digits that may be a year are none."""
    for match in _NUMBER.finditer(text):
        if not (match["before"] or match["behind"]) or (_YEAR.fullmatch(match["count"]) and not match["thousands"]):
            continue
        number = round(float(match["count"].replace(",", "")) * (1000 if match["thousands"] else 1))
        before, behind = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        if before[-1:] + behind[:1] in ("()", "[]"):
            return Stars(number, len(before) - 1, len(text) - len(behind) + 1)
        return Stars(number, *match.span())
    return None
