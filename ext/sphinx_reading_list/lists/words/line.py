"""A line of a list as its text and the pieces that it is made of, to be cut where the text says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..markup.inline import BREAK, Piece
from .plain import SEPARATORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WHOLE = "\ue000"
"""Stands for each character of what can't be cut: a link's text, a span of code."""
_SPACE = " \t\n\r\u00a0\u3000"


class Line:
    """Pieces in a row, without pictures. Offsets count characters of ``text``."""

    _starts: list[int] | None = None

    def __init__(self, row: Iterable[Piece]) -> None:
        pieces = tuple(row)
        if len(pieces) == 1 and pieces[0].kind == "text" and pieces[0].text:
            self.row: tuple[Piece, ...] = pieces
            self.text = self.masked = pieces[0].text
            return
        kept, shown, masked = [], [], []
        for piece in pieces:
            kind, text = piece.kind, piece.text
            if text:
                kept.append(piece)
            elif kind == "link" and (text := piece.url):
                kept.append(piece.saying(text))
            else:
                continue
            shown.append(text)
            masked.append(WHOLE * len(text) if kind in ("link", "code") else text)
        self.row = tuple(kept)
        # Nearly every line is asked for both, and more than once.
        self.text = "".join(shown)
        """What a reader sees."""
        self.masked = "".join(masked)
        """The text, with what can't be cut masked."""

    @property
    def starts(self) -> list[int]:
        """Where each piece begins."""
        if self._starts is None:
            position, self._starts = 0, []
            for piece in self.row:
                self._starts.append(position)
                position += len(piece.text)
        return self._starts

    @property
    def links(self) -> list[Piece]:
        """Its links."""
        return [piece for piece in self.row if piece.kind == "link"]

    def cut(self, start: int, end: int | None = None) -> Line:
        """The line between two offsets; what can't be cut is in it whole if it begins there."""
        end = len(self.text) if end is None else end
        if start >= end:
            return Line(())
        if start <= 0 and end >= len(self.text):
            return self
        kept, at = [], 0
        for piece in self.row:
            if at >= end:
                break
            behind = at + len(piece.text)
            if piece.kind in ("link", "code"):
                if start <= at:
                    kept.append(piece)
            elif start <= at and behind <= end:
                kept.append(piece)
            elif behind > start:
                kept.append(piece.saying(piece.text[max(start - at, 0) : end - at]))
            at = behind
        return Line(kept)

    def bare(self, signs: str = SEPARATORS + "\n") -> Line:
        """The line without blanks and separators at its ends."""
        text = self.masked
        start = len(text) - len(text.lstrip(signs + _SPACE))
        end = len(text.rstrip(signs + _SPACE))
        return self if (start, end) == (0, len(text)) else self.cut(start, max(end, start))


def rows_of(row: Sequence[Piece]) -> list[tuple[bool, list[Piece]]]:
    """The pieces of each line of a paragraph, and whether its author broke the line on purpose before it."""
    if all(piece.line == row[0].line and piece.text != BREAK for piece in row):
        return [(True, list(row))] if any(piece.text.strip() or piece.url for piece in row) else []
    rows: list[tuple[bool, list[Piece]]] = [(True, [])]
    for piece in row:
        current = rows[-1][1]
        if piece.text == BREAK:
            rows.append((True, []))
        elif piece.line > _line_of(current, piece):
            rows.append((False, [piece]))
        else:
            current.append(piece)
    return [(meant, row) for meant, row in rows if any(piece.text.strip() or piece.url for piece in row)]


def _line_of(row: Sequence[Piece], piece: Piece) -> int:
    """The line that a row is on; that of the piece behind it, where it is blank so far."""
    return row[-1].line if any(one.text.strip() or one.url for one in row) else piece.line
