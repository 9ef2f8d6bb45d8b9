"""Prose that says it is some: what stands between ``<!-- prose -->`` and ``<!-- /prose -->`` holds no entries.

``reading-list export readme`` sets these marks around prose that would be read as entries; a person may, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

OPENING, CLOSING = "<!-- prose -->", "<!-- /prose -->"
PROSE = "prose"
"""The type of the node that holds such prose."""


def with_prose(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with marks that are a pair as those that open and close a node of their own.

    A heading is one in prose as well: marks with one between them are comments.
    """
    pairs: dict[int, int] = {}
    opened = -1
    for index, token in enumerate(tokens):
        if token.level:
            continue
        if token.type == "heading_open":
            opened = -1
        elif token.type == "html_block" and (mark := token.content.strip()) in (OPENING, CLOSING):
            if mark == OPENING:
                opened = index
            elif opened >= 0:
                pairs[opened], pairs[index] = 1, -1
                opened = -1
    if not pairs:
        return tokens
    return [_mark(token, pairs[index]) if index in pairs else token for index, token in enumerate(tokens)]


def _mark(token: Token, nesting: int) -> Token:
    return Token(f"{PROSE}_{'open' if nesting > 0 else 'close'}", "", nesting, map=token.map, block=True)  # type: ignore[arg-type]
