"""The first line of an entry: markers, title, source, links, counts, owner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.entry import Metric
from ...core.problems import Code
from ..markup.inline import Piece, joined_text
from ..markup.render import inline_markdown
from ..words.markers import take_edge_markers, take_markers
from ..words.titles import clean_title
from .lines import read_body, take_image
from .parts import SEPARATORS, ItemParts, arxiv_in, bare_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Source

_SOURCE = re.compile(r"(?P<venue>[^,]+?)\s*,\s*(?P<value>[^,]+?)", re.DOTALL)
_LOOSE_SOURCE = re.compile(
    r"\s*(?:,\s*)?(?P<venue>[A-Za-z][\w .&/'-]*?)(?<!\s)\s*,\s*(?P<value>\d[\w./-]*(?<!\.))\s*(?:,|$)"
)
_COUNT_LABEL = re.compile(r"(?:cication|citations?|cited by)\s*:?\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d[\d,]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EMPTY = frozenset(SEPARATORS + "()[]")
_WORD_FIRST = re.compile("[A-Za-z0-9]")


def is_lead(piece: Piece) -> bool:
    """Whether a piece only leads to a title: blanks, markers, separators."""
    if piece.kind != "text" or piece.strong or _WORD_FIRST.match(piece.text):
        return False
    return set(take_markers(piece.text)[0]) <= _EMPTY


def is_title_part(piece: Piece) -> bool:
    """Whether a piece can be part of a bold title."""
    return piece.strong and piece.kind in ("text", "code", "html")


def has_source(piece: Piece) -> bool:
    """Whether a piece says where a work appeared: ``arXiv, 2405.00675``, in backticks or without."""
    if piece.kind == "code":
        return bool(_SOURCE.fullmatch(piece.text.strip()))
    return piece.kind == "text" and not piece.strong and bool(_LOOSE_SOURCE.match(piece.text))


def is_source(text: str) -> bool:
    """Whether a text is such a source, and no more."""
    return bool(_SOURCE.fullmatch(text.strip(" ,`")))


class Head:
    """The first line of an entry."""

    def __init__(self, row: Sequence[Piece], source: Source) -> None:
        self.row = row
        self.parts = ItemParts(source, row[0].line)
        self.words = ""
        """What was said since the last piece with a meaning of its own."""

    def read(self) -> ItemParts:
        """What the line says, sorted; the lines below it are for :mod:`.lines`."""
        rest = list(self.row[self._title() :])
        if _is_prose(rest):
            self.parts.add_note(inline_markdown(self._without_markers(rest)))
            return self.parts
        end = next((index for index, piece in enumerate(rest) if begins_body(piece)), len(rest))
        for piece in rest[:end]:
            self._piece(piece)
        self._flush()
        read_body(self.parts, rest[end:])
        return self.parts

    def _title(self) -> int:
        """Take markers and title; say where the rest begins."""
        index = 0
        while self.row[index].kind == "image" or is_lead(self.row[index]):
            self._piece(self.row[index])
            index += 1
        first, end = self.row[index], index + 1
        while first.kind != "link" and end < len(self.row) and is_title_part(self.row[end]):
            end += 1
        parts = self.parts
        parts.line = first.line
        clean = clean_title(joined_text(self.row[index:end]), first.url if first.kind == "link" else "")
        parts.title, parts.date, parts.authors = clean.title, clean.date, clean.authors
        for code, message in clean.notes:
            parts.source.report(code, message, parts.line)
        if first.kind == "link":
            parts.url = parts.address(first.url, first.line, clean.title)
            parts.title = parts.title or parts.url
        return end

    def _piece(self, piece: Piece) -> None:
        if piece.kind == "text" and not piece.strong:
            self._text(piece)
        elif piece.kind == "link":
            self._link(piece)
        elif piece.kind == "image":
            take_image(self.parts, piece)
        elif piece.kind == "code" and self._source(piece.text):
            self._flush()
        else:
            self.words += piece.text

    def _text(self, piece: Piece) -> None:
        text, signs = take_markers(piece.text)
        self.parts.signs += signs
        if (match := _LOOSE_SOURCE.match(text)) and self._source(match.group()):
            text = text[match.end() :]
        self.words += text

    def _without_markers(self, row: Sequence[Piece]) -> list[Piece]:
        kept: list[Piece] = []
        for index, piece in enumerate(row):
            if piece.kind == "image":
                take_image(self.parts, piece)
                continue
            text, signs = piece.text, list[str]()
            if piece.kind == "text" and index in (0, len(row) - 1):
                text, signs = take_edge_markers(piece.text, start=index == 0, end=index == len(row) - 1)
            self.parts.signs += signs
            # The dash that leads over from the title says nothing in a note.
            text = text if kept else text.lstrip(SEPARATORS)
            kept += [piece.saying(text)] if text or piece.url else []
        return kept

    def _source(self, text: str) -> bool:
        """``arXiv, 2405.00675`` or ``ICCV, 2023``."""
        match = _SOURCE.fullmatch(text.strip(" ,`"))
        if not match:
            return False
        venue, value = match["venue"].strip(), match["value"].strip()
        if venue.lower() == "arxiv" and (found := arxiv_in(value)):
            self.parts.arxiv = found
        elif _YEAR.fullmatch(value):
            self.parts.set_venue(venue, int(value))
        else:
            return False
        return True

    def _link(self, piece: Piece) -> None:
        label = _COUNT_LABEL.search(self.words)
        if label and _NUMBER.fullmatch(piece.text.strip()):
            self.words = self.words[: label.start()]
            _count(self.parts, piece)
        else:
            self._flush()
            self.parts.add_link(piece.text, piece.url, piece.line)

    def _flush(self) -> None:
        if words := bare_words(self.words):
            self.parts.add_words(words)
        self.words = ""


def begins_body(piece: Piece) -> bool:
    """Whether what belongs below the title begins here, though no blank line is between."""
    return (piece.em and piece.kind != "link") or (piece.kind == "text" and piece.text.lstrip().startswith("·"))


def _is_prose(row: Sequence[Piece]) -> bool:
    """Whether what follows a title is a sentence about it, and not the fields of this dialect."""
    if any(has_source(piece) or begins_body(piece) for piece in row):
        return False
    said = "".join(piece.text for piece in row if piece.kind in ("text", "code"))
    return len(bare_words(take_markers(said)[0]).split()) > 3


def _count(parts: ItemParts, piece: Piece) -> None:
    count = int(piece.text.replace(",", ""))
    if count < 0:
        parts.source.report(Code.PLACEHOLDER, f"citation count {count} with the link {piece.url!r}", piece.line)
        return
    address = parts.address(piece.url, piece.line, piece.text)
    parts.metrics.append(Metric("citations", count, "Google Scholar" if "scholar.google" in address else "", address))
