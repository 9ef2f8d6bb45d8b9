"""A bold text that a star within it ended too early: ``**S*: a title**``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Sequence


def mend_bold(tokens: Sequence[Token]) -> list[Token] | None:
    """The inline tokens with such a text bold and whole, its star text again; ``None`` where there is none.

    A parser makes of it two emphases, one in the other, with stars of the end left over in the text behind them.
    """
    kinds = [token.type for token in tokens]
    if kinds.count("em_open") < 2:
        return None
    start = next((i for i in range(len(kinds) - 1) if kinds[i : i + 2] == ["em_open", "em_open"]), None)
    if start is None:
        return None
    closes = [index for index in range(start, len(kinds)) if kinds[index] == "em_close"][:2]
    if len(closes) < 2 or closes[1] + 1 >= len(tokens) or kinds[closes[1] + 1] != "text":
        return None
    behind = tokens[closes[1] + 1].content
    inside, stars, rest = ("", "*", behind[1:]) if behind.startswith("*") else behind.partition("**")
    if not stars:
        return None
    between = [_text("*"), *tokens[closes[0] + 1 : closes[1]]]
    # Where the closing stars are still whole, the second emphasis ended at a star of the text as well.
    between += [] if stars == "*" else [_text(f"*{inside}")]
    bold = [
        Token("strong_open", "strong", 1),
        *tokens[start + 2 : closes[0]],
        *between,
        Token("strong_close", "strong", -1),
    ]
    return [*tokens[:start], *bold, _text(rest), *tokens[closes[1] + 2 :]]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
