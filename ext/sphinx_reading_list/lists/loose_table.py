"""Tables whose line of dashes has an empty cell (``|---|---| |``), which GitHub's users overlook and CommonMark doesn't."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_DASHES = re.compile(r"^[ >\t]*\|(?:[ \t]*:?-+:?[ \t]*\||[ \t]+\|)+[ \t]*$", re.MULTILINE)
_EMPTY = re.compile(r"(?<=\|)[ \t]([ \t]*)(?=\|)")


def loose_table_plugin(md: MarkdownIt) -> None:
    """Read such lines as if every cell had its dash; nothing else in the text moves."""
    md.core.ruler.after("normalize", "loose_table", _fill)


def _fill(state: StateCore) -> None:
    if "--" in state.src and ("| |" in state.src or "|  " in state.src or "|\t" in state.src):
        state.src = _DASHES.sub(_filled, state.src)


def _filled(match: re.Match[str]) -> str:
    line = match.group()
    return _EMPTY.sub(r"-\1", line) if "--" in line else line
