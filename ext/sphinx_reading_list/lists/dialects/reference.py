"""The dialect of the reference list: ``**Title**, `arXiv, ID`, [arxiv](…), [pdf](…), cication: [**n**](…)``.

Or ``[Title](…)`` with an owner, a badge and markers; below it authors or a description in ``*…*``, and links
after ``·``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from ...core.entry import Metric
from ...core.identifiers import is_safe_url
from ...core.problems import Code
from ..inline import Piece, joined_text, pieces
from ..item_lines import read_body, take_image
from ..item_parts import SEPARATORS, ItemParts, arxiv_in, bare_words
from ..markdown import list_markdown
from ..markers import take_edge_markers, take_markers
from ..render import blocks_markdown, inline_markdown, inline_token
from ..titles import clean_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import ListItem, Source

_SOURCE = re.compile(r"(?P<venue>[^,]+?)\s*,\s*(?P<value>[^,]+?)", re.DOTALL)
_LOOSE_SOURCE = re.compile(r"\s*,?\s*(?P<venue>[A-Za-z][\w .&/'-]*?)\s*,\s*(?P<value>\d[\w./-]*)\s*(?:,|$)")
_COUNT_LABEL = re.compile(r"(?:cication|citations?|cited by)\s*:?\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d[\d,]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EMPTY = frozenset(SEPARATORS + "()[]")


class Reference:
    """Reads the items of the reference list and its sister pages."""

    name = "reference"
    order = 10

    def read(self, node: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
        """The entries of an item: usually one, two where a line holds two, more where bullets are nested in it."""
        if not node.children or node.children[0].type != "paragraph":
            return None
        head = pieces(inline_token(node.children[0]))
        groups = _split(head)
        if groups is None:
            return None
        entries = [_Head(group, source).read() for group in groups]
        last = entries[-1]
        nested: list[ListItem] = []
        for child in _children(node):
            if child.type == "paragraph":
                read_body(last, pieces(inline_token(child)))
            elif child.type in ("bullet_list", "ordered_list"):
                nested += self._read_nested(child, source, last)
            else:
                last.add_note(blocks_markdown([child], source.report))
        return [*(parts.finished() for parts in entries), *nested]

    def _read_nested(self, node: SyntaxTreeNode, source: Source, parent: ItemParts) -> list[ListItem]:
        """Nested bullets: entries of their own where all of them are; else they belong to the entry above."""
        items = [item for item in node.children if item.children]
        if all(_is_entry(item) for item in items):
            return [entry for item in items for entry in self.read(item, source) or ()]
        parent.add_note(blocks_markdown([node], source.report))
        return []


def _children(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """What stands below the head; lines that are code only because they are indented too far are read as text."""
    for child in node.children[1:]:
        if child.type == "code_block":
            yield from SyntaxTreeNode(list_markdown().parse(dedent(child.content))).children
        else:
            yield child


def _is_entry(item: SyntaxTreeNode) -> bool:
    return item.children[0].type == "paragraph" and _split(pieces(inline_token(item.children[0]))) is not None


def _split(row: list[Piece]) -> list[list[Piece]] | None:
    """The pieces of each entry of a line; ``None`` where the line doesn't begin with one."""
    start = 0
    while start < len(row) and (row[start].kind == "image" or _is_lead(row[start])):
        start += 1
    if start == len(row):
        return None
    first = row[start]
    if first.kind == "link" and not first.url.startswith("#"):
        return [row] if first.text.strip() or is_safe_url(first.url) else None
    # A bold text is a title only if something says of what: a source, or a link.
    rest = row[start:]
    if not (first.strong and first.kind in ("text", "code")) or not any(
        piece.kind == "link" or _has_source(piece) for piece in rest
    ):
        return None
    starts = [index for index in range(start, len(row)) if _begins_title(row, index)]
    bounds = [0, *starts[1:], len(row)]
    return [row[low:high] for low, high in pairwise(bounds)]


def _is_lead(piece: Piece) -> bool:
    return piece.kind == "text" and not piece.strong and set(take_markers(piece.text)[0]) <= _EMPTY


def _begins_title(row: Sequence[Piece], index: int) -> bool:
    """Whether a bold text begins here that a source follows at once."""
    if not _is_title_part(row[index]) or (index and _is_title_part(row[index - 1])):
        return False
    after = next((i for i in range(index, len(row)) if not _is_title_part(row[i])), len(row))
    return any(_has_source(piece) for piece in row[after : after + 3]) or index == 0


def _is_title_part(piece: Piece) -> bool:
    return piece.strong and piece.kind in ("text", "code", "html")


def _has_source(piece: Piece) -> bool:
    if piece.kind == "code":
        return bool(_SOURCE.fullmatch(piece.text.strip()))
    return piece.kind == "text" and not piece.strong and bool(_LOOSE_SOURCE.match(piece.text))


class _Head:
    """The first line of an entry."""

    def __init__(self, row: Sequence[Piece], source: Source) -> None:
        self.row = row
        self.parts = ItemParts(source, row[0].line)
        self.words = ""
        """What was said since the last piece with a meaning of its own."""

    def read(self) -> ItemParts:
        rest = list(self.row[self._title() :])
        if _is_prose(rest):
            self.parts.add_note(inline_markdown(self._without_markers(rest)))
            return self.parts
        end = next((index for index, piece in enumerate(rest) if _begins_body(piece)), len(rest))
        for piece in rest[:end]:
            self._piece(piece)
        self._flush()
        read_body(self.parts, rest[end:])
        return self.parts

    def _title(self) -> int:
        """Take markers and title; say where the rest begins."""
        index = 0
        while self.row[index].kind == "image" or _is_lead(self.row[index]):
            self._piece(self.row[index])
            index += 1
        first, end = self.row[index], index + 1
        while first.kind != "link" and end < len(self.row) and _is_title_part(self.row[end]):
            end += 1
        parts = self.parts
        parts.line = first.line
        clean = clean_title(joined_text(self.row[index:end]))
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
            kept += [replace(piece, text=text)] if text or piece.url else []
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


def _begins_body(piece: Piece) -> bool:
    """Whether what belongs below the title begins here, though no blank line is between."""
    return (piece.em and piece.kind != "link") or (piece.kind == "text" and piece.text.lstrip().startswith("·"))


def _is_prose(row: Sequence[Piece]) -> bool:
    """Whether what follows a title is a sentence about it, and not the fields of this dialect."""
    if any(_has_source(piece) or _begins_body(piece) for piece in row):
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


DIALECT = Reference()
