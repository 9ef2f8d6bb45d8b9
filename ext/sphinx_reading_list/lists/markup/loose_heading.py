"""Headings without the blank behind their number signs (``##Papers``), as many lists have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_OPENERS = "[*_`(<!"
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d+)*\.?[ \t]+[^\W\d_a-z]")
"""The number of a chapter; with one sign before it, it might be an issue's, too."""


def loose_heading_plugin(md: MarkdownIt) -> None:
    """Read such lines as headings; what CommonMark calls a heading is read by its own rule before."""
    md.block.ruler.after("heading", "loose_heading", _loose_heading, {"alt": ["paragraph", "reference", "blockquote"]})


def _loose_heading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: ARG001  (markdown-it calls it so)
    if state.is_code_block(start_line):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    line = state.src[start : state.eMarks[start_line]]
    text = line.lstrip("#")
    level = len(line) - len(text)
    if not _is_heading(text, level) and not (level == 1 and _NUMBERED.match(text) and _is_apart(state, start_line)):
        return False
    if silent:
        return True
    state.line = start_line + 1
    token = state.push("heading_open", f"h{level}", 1)
    token.markup, token.map = "#" * level, [start_line, state.line]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = text.rstrip().rstrip("#").rstrip(), [start_line, state.line], []
    token = state.push("heading_close", f"h{level}", -1)
    token.markup = "#" * level
    return True


def _is_apart(state: StateBlock, line: int) -> bool:
    """Whether nothing stands right above and below a line."""
    return (line == 0 or state.isEmpty(line - 1)) and (line + 1 >= state.lineMax or state.isEmpty(line + 1))


def _is_heading(text: str, level: int) -> bool:
    if not text or not 1 <= level <= 6:
        return False
    first = text[0]
    if level == 1:
        # One sign alone may be a hash tag, or a number of an issue.
        return first.isalpha() and first != first.lower() and "#" not in text
    return first.isalnum() or not first.isascii() or first in _OPENERS
