"""Lines that GitHub's users write in a way of their own, and CommonMark reads as text: they are set right, in their place.

A line of dashes with an empty cell (``|---|---| |``) makes a table all the same, and a bullet needs no blank behind it
where a link follows (``-[Title](…)``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_DASHES = re.compile(r"^[ >\t]*\|(?:[ \t]*:?-+:?[ \t]*\||[ \t]+\|)+[ \t]*$", re.MULTILINE)
_EMPTY = re.compile(r"(?<=\|)[ \t]([ \t]*)(?=\|)")
_BULLET = re.compile(r"^([ \t]*[-+])(?=\[[^\[\]\n]+\]\()", re.MULTILINE)


def loose_lines_plugin(md: MarkdownIt) -> None:
    """Read such lines as they are meant; no line moves."""
    md.core.ruler.after("normalize", "loose_lines", _set_right)


def _set_right(state: StateCore) -> None:
    text = state.src
    if "--" in text and ("| |" in text or "|  " in text or "|\t" in text):
        text = _DASHES.sub(_filled, text)
    if "-[" in text or "+[" in text:
        text = _BULLET.sub(r"\1 ", text)
    state.src = text


def _filled(match: re.Match[str]) -> str:
    line = match.group()
    return _EMPTY.sub(r"-\1", line) if "--" in line else line
