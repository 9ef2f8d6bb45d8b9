"""What lies deeper than the parser goes down: a paragraph, where markdown-it leaves it out without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_MARKERS = " \t>-*+0123456789.)"


def too_deep_plugin(parser: MarkdownIt) -> None:
    """Have the parser keep what is nested deeper than its ``maxNesting``."""
    parser.core.ruler.after("block", "too_deep", _keep)


def _keep(state: StateCore) -> None:
    deepest = state.md.options.get("maxNesting", 20) - 1
    if not any(token.level >= deepest for token in state.tokens):
        return
    kept: list[Token] = []
    lines = state.src.split("\n")
    for token, following in zip(state.tokens, [*state.tokens[1:], None], strict=True):
        kept.append(token)
        is_empty = token.nesting == 1 and following is not None and following.nesting == -1
        if token.level >= deepest and token.map and is_empty:
            start, end = token.map
            text = "\n".join(line.lstrip(_MARKERS) for line in lines[start:end]).strip()
            kept += _paragraph(text, token) if text else []
    state.tokens = kept


def _paragraph(text: str, around: Token) -> list[Token]:
    level = around.level + 1
    inline = Token("inline", "", 0, map=around.map, level=level + 1, content=text, children=[])
    return [
        Token("paragraph_open", "p", 1, map=around.map, level=level, block=True),
        inline,
        Token("paragraph_close", "p", -1, level=level, block=True),
    ]
