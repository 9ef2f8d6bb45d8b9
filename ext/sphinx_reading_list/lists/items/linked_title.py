"""A title of which only the first words are a link: ``[Orca](…): A Distributed Serving System for … | OSDI 22``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.sites import kind_of_url
from ..words.facts import VENUE
from ..words.segments import segments
from .words_title import part_words

if TYPE_CHECKING:
    from ..words.line import Line

_COLON = re.compile(r"\s?[:：]\s*(?=[\"“(]?[^\W_a-z])")
_BLANK = re.compile(r"\s+(?=[\"“(]?[^\W_a-z])")
_MOST = 25
"""How many words go on a title; more are a text about the work."""


def end_of_linked_title(line: Line, start: int, end: int, url: str) -> int:
    """The offset behind a title that begins with a link, whose bounds are given.

    What follows a paper's name and a colon is the rest of its title where it is written as titles are, with capitals.
    Behind the name of a program it describes it.
    """
    is_named = line.text[start:end].rstrip().endswith((":", "："))
    between = (_BLANK if is_named else _COLON).match(line.masked, end)
    if between is None:
        return end
    low, high = part_words(line, between.end())
    words = line.text[low:high].split()
    if low != between.end() or not 1 < len(words) <= _MOST:
        return end
    weighty = [word for word in words if len(word) > 3 or word[:1].isupper()]
    capitals = sum(word.lstrip('"“(').partition("-")[0][:1].isupper() or word[0].isdigit() for word in weighty)
    if not weighty or 3 * capitals < 2 * len(weighty):
        return end
    return high if kind_of_url(url) == "paper" or _is_published(line.cut(high)) else end


def _is_published(behind: Line) -> bool:
    """Whether a venue is named behind a title."""
    return any(fact.kind == VENUE and fact.text for part in segments(behind) for fact in part.facts)
