"""The runs of a line: characters that are marked alike, a link, or what stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ..words.line import WHOLE, Line
from ..words.markers import marker_end

if TYPE_CHECKING:
    from ..markup.inline import Piece

LINK, QUOTE, BOLD, EMPHASIS, CODE, WORDS = "link", "quote", "bold", "emphasis", "code", "words"
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "《": "》", "``": "''", "‘": "’"}
_EAST_ASIAN = "「《"
_OPENING = re.compile(r"\"(?=\S)|“|„|«|「|《|``(?=\S)|‘(?<!\w.)")
_LEAD = re.compile(
    r"(?:[\s\-–—|·•,.;*#>~+/&，。：]|:(?![a-z][a-z0-9_+-]*:)|\(?\d{1,4}[.)](?=\s|$|\ue000)|\[[^\[\]\ue000]{0,60}\]|\([^()\ue000]{0,60}\)"
    r"|【[^】\ue000]{0,60}】|[\[(<](?=\s?\ue000)|(?<=\ue000)\s?[\])])*"
)
_BEGUN = re.compile(rf"[A-Za-z{WHOLE}]")  # with a letter or a link, as most titles begin


class MarkedRun(NamedTuple):
    """A run of characters that are marked alike: how, and where they are."""

    form: str
    start: int
    end: int


def run_at(line: Line, start: int) -> MarkedRun | None:
    """The first run at an offset or behind it, after all that only leads to a title."""
    masked = line.masked
    start, before = _end_of_lead(masked, start), start
    while start != before:
        before, start = start, _end_of_lead(masked, start)
    if start >= len(masked):
        return None
    if (opening := _OPENING.match(masked, start)) and (end := _closing(line.text, opening)):
        return MarkedRun(QUOTE, start, end)
    index, piece = piece_at(line, start)
    if piece.kind in (LINK, CODE):
        return MarkedRun(piece.kind, line.starts[index], line.starts[index] + len(piece.text))
    form = _form(piece)
    end = len(masked)
    for later in range(index + 1, len(line.row)):
        if _form(line.row[later]) != form:
            end = line.starts[later]
            break
    opening = _OPENING.search(masked, start) if form == WORDS else None
    if opening and opening.start() < end and (behind := _closing(line.text, opening)):
        # A single word in quotation marks is one of the words around it.
        title = opening.group() in _EAST_ASIAN or " " in line.text[opening.end() : behind].strip()
        end = opening.start() if title else end
    return MarkedRun(form, start, end)


def _form(piece: Piece) -> str:
    if piece.kind in (LINK, CODE) and not (piece.strong and piece.kind == CODE):
        return piece.kind
    return BOLD if piece.strong else EMPHASIS if piece.em else WORDS


def piece_at(line: Line, position: int) -> tuple[int, Piece]:
    """The piece in which an offset is, and its place in the row."""
    index = max(bisect_right(line.starts, position) - 1, 0)
    return index, line.row[index]


def _end_of_lead(masked: str, start: int) -> int:
    if _BEGUN.match(masked, start):
        return start
    match = _LEAD.match(masked, start)
    start = match.end() if match else start
    return marker_end(masked, start)


def _closing(text: str, opening: re.Match[str]) -> int:
    """The offset behind the quotation that begins there; 0 where it doesn't end, or is a single word."""
    sign = opening.group()
    end = text.find(_QUOTES[sign], opening.end())
    # A title may have quotation marks in it; what closes it stands before a blank, punctuation, or the end, but for East
    # Asian brackets, between which there are no blanks.
    while (
        end > 0 and sign not in _EAST_ASIAN and text[end + len(_QUOTES[sign]) : end + len(_QUOTES[sign]) + 1].isalnum()
    ):
        end = text.find(_QUOTES[sign], end + 1)
    return end + len(_QUOTES[sign]) if end > opening.end() else 0
