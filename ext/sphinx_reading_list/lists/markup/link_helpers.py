"""markdown-it's helpers for links, with a quick answer for what most links are: plain words, and a plain address.

A parser that has this module as its ``helpers`` reads what it reads with markdown-it's own: each of theirs looks at one
sign after the other, and is asked where a label or an address holds a sign that means something in it.
"""

# ruff: noqa: N802  (markdown-it's names)
from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import helpers
from markdown_it.helpers import parseLinkTitle

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

__all__ = ["parseLinkDestination", "parseLinkLabel", "parseLinkTitle"]

_WORDS = re.compile(r"[^\[\]\\`<{$]*+(?=\])")
"""A label up to its closing bracket, without a sign that a rule may begin with which skips brackets."""
_ADDRESS = re.compile(r"[^\x00-\x20\x7f()<>\\&]++(?=[\x00-\x20)])")
"""An address up to what ends it, without brackets of its own, escapes and entities."""


class _Destination(NamedTuple):
    """Where a link leads, as markdown-it's own helper says it: ``pos`` is the offset behind it."""

    pos: int
    str: str
    ok: bool = True
    lines: int = 0


def parseLinkLabel(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803
    """The offset of the bracket that closes the label opened at an offset, or -1."""
    words = _WORDS.match(state.src, start + 1, state.posMax)
    return words.end() if words else helpers.parseLinkLabel(state, start, disableNested)


def parseLinkDestination(string: str, pos: int, maximum: int) -> object:
    """The address that begins at an offset; its ``ok`` is false where there is none."""
    address = _ADDRESS.match(string, pos, maximum)
    return (
        _Destination(address.end(), address.group()) if address else helpers.parseLinkDestination(string, pos, maximum)
    )
