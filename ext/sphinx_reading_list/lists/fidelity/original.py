"""A source as it was parsed, before anything is made of it: what a comparison goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .runs import runs_of

if TYPE_CHECKING:
    from ..markup.markdown import Parsed
    from .runs import Run


class Top(NamedTuple):
    """A block that is in no other: its first line (from 1), the line behind it, and whether it is a heading."""

    start: int
    end: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Original:
    """All that a source says, in its order, and its outermost blocks."""

    runs: tuple[Run, ...]
    tops: tuple[Top, ...]


def original_of(parsed: Parsed) -> Original:
    """What a source says, from its tokens as the parser gives them."""
    tops = (
        Top(token.map[0] + 1, token.map[1] + 1, token.type == "heading_open")
        for token in parsed.tokens
        if not token.level and token.map and token.nesting >= 0
    )
    return Original(tuple(runs_of(parsed.tokens, parsed.references)), tuple(tops))
