"""The pieces of a line as units: words, links that stand by themselves, pictures, code spans that are facts or tags."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ...core.identifiers import host_of
from ..markup.inline import Piece, joined_text
from .dates import read_date
from .link_labels import role_of_label
from .markers import take_markers
from .plain import says_something, unbracketed
from .venues import read_venue

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS, LINK, IMAGE, CODE, EMPHASIS = "words", "link", "image", "code", "emphasis"
_ENDS = "|·•,;:.-–—/([{（【，。；：、>→&+\t])}）】!?"
"""What may stand before a link that is a part of a row, and not of a sentence."""
_STARTS = "|·•,;:.-–—/)]}）】([{（【，。；：、<←&+!"
LEADING_ON = frozenset(
    "a an the this that these those our their its his her your my in on at by from with of for to as is are was see via and"
    " or under here use using like about also out check read called".split()
)
_BETWEEN_WORDS = re.compile(r"\W+")
_ARXIV_LABEL = re.compile(r"(?:arxiv)?[\s:.]*\d{4}\.\d{4,5}(?:v\d+)?|arxiv[\s:.,]*\d\d\.\d\d", re.IGNORECASE)


class Unit(NamedTuple):
    """A part of a line: its kind, its pieces, and what they say."""

    kind: str
    row: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return joined_text(self.row)


@lru_cache(256)  # asked where the title is looked for, whether that is an entry, and what stands beside it
def is_label(link: Piece) -> bool:
    """Whether a link's text only names what is behind it: ``[code]``, ``ICLR 2024``, ``arXiv:2405.00675``."""
    text = unbracketed(take_markers(link.text)[0])
    if link.badge:
        return True
    if role_of_label(text) is not None or not any(map(str.isalpha, text)):
        return True
    if "://" in text or text.casefold().removeprefix("www.").strip("/") == host_of(link.url):
        return True
    return bool(_ARXIV_LABEL.fullmatch(text)) or read_date(text) is not None or read_venue(text) is not None


def units_of(row: Sequence[Piece]) -> tuple[Unit, ...]:
    """The units of a row of pieces, without those that are blank."""
    return _units(tuple(row))


@lru_cache(256)  # whoever reads a line asks for them, one after the other: is it a title's, are they links, what's left
def _units(row: tuple[Piece, ...]) -> tuple[Unit, ...]:
    found: list[Unit] = []
    words: list[Piece] = []
    for index, piece in enumerate(row):
        kind = WORDS if piece.kind == "text" else _kind(row, index, words, found)
        if kind == WORDS:
            words.append(piece)
        else:
            _take_words(found, words)
            found.append(Unit(kind, (piece,)))
            words = []
    _take_words(found, words)
    return tuple(found)


def _take_words(found: list[Unit], words: list[Piece]) -> None:
    """Add words, emphasis that stands by itself as units of its own."""
    if not words:
        return
    if not any(map(_is_marked, words)):
        found.append(Unit(WORDS, tuple(words)))
        return
    parts = [(em, list(group)) for em, group in groupby(words, key=_is_marked)]
    for position, (em, group) in enumerate(parts):
        alone = em and all(
            not says_something(beside.text) or not _touches(beside, side)
            for side, beside in ((-1, _at(parts, position - 1, -1)), (0, _at(parts, position + 1, 0)))
            if beside is not None
        )
        kind = EMPHASIS if alone else WORDS
        if kind == WORDS and found and found[-1].kind == WORDS and position:
            found[-1] = Unit(WORDS, (*found[-1].row, *group))
        elif says_something(joined_text(group)) or any(piece.url for piece in group) or kind == WORDS:
            found.append(Unit(kind, tuple(group)))


def _is_marked(piece: Piece) -> bool:
    return (piece.em or piece.strong) and piece.kind != "link"


def _at(parts: Sequence[tuple[bool, list[Piece]]], position: int, index: int) -> Piece | None:
    return parts[position][1][index] if 0 <= position < len(parts) else None


def _touches(beside: Piece, side: int) -> bool:
    """Whether a text beside an emphasis is of the same sentence."""
    text = beside.text.strip()
    if not text or beside.kind != "text":
        return bool(text)
    if side:
        return text[-1] not in _ENDS
    return text[0] not in _STARTS and not text[0].isupper() and not text[0].isdigit()


def _kind(row: Sequence[Piece], index: int, words: Sequence[Piece], found: Sequence[Unit]) -> str:
    piece = row[index]
    if piece.kind == "image":
        return IMAGE
    if piece.kind not in ("link", "code"):
        return WORDS
    before = joined_text(words).rstrip()
    in_sentence = any(word.kind == "link" for word in words)
    if piece.kind == "code":
        fact = read_venue(piece.text) is not None or read_date(piece.text) is not None
        clear = (not before or before[-1] in _ENDS) and not in_sentence
        return CODE if (clear or fact) and _ends_after(row, index) else WORDS
    if not _ends_after(row, index):
        return WORDS
    if not before or (before[-1] in "([（【|·•") or (not says_something(before) and found):
        return LINK
    if in_sentence:
        return LINK if before[-1] in ".!?。" and is_label(piece) else WORDS
    if before[-1] in _ENDS:
        return LINK if is_label(piece) or before[-1] in ":：" or len(before.split()) < 16 else WORDS
    if _BETWEEN_WORDS.split(before.casefold())[-1] in LEADING_ON:
        return WORDS
    return LINK if is_label(piece) or piece.text.startswith("[") else WORDS


def _ends_after(row: Sequence[Piece], index: int) -> bool:
    """Whether nothing goes on in the same sentence behind a piece."""
    for piece in row[index + 1 :]:
        if piece.kind != "text" or (piece.em, piece.strong) != (row[index].em, row[index].strong):
            return True
        text = take_markers(piece.text)[0].strip()
        if text:
            return text[0] in _STARTS or piece.line > row[index].line
    return True
