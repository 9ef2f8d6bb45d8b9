"""What leads to the people who made something: ``by``, ``authors:``, ``von``, ``par``."""

from __future__ import annotations

import re

_BY = re.compile(
    r"(?:(?i:by|authors?|from)|(?P<word>par|por|von|de|di|av|door)(?=\s+[^\W\d_a-z]\w+\s+[^\W\d_a-z]))\s*:?\s+"
)
"""*By*, in several languages. Of a name, what looks like it would have one other name behind it (``von Neumann``)."""
_BEFORE = " \t\n,;:.·•|-–—(["


def behind_by(text: str) -> str | None:
    """What stands behind such a word at the beginning of a text; ``None`` where it begins with none."""
    by = _BY.match(text)
    return text[by.end() :] if by else None


def word_for_by(text: str) -> str:
    """The word with which another language than English leads to people; empty where there is none."""
    by = _BY.match(text.lstrip(_BEFORE))
    return (by["word"] or "") if by else ""
