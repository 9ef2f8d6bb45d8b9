"""A row of a table → an entry: its title as a dialect reads it, and what the other columns say of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from ...core.problems import Code
from ..entries import read_entries
from ..items.lines import take_image
from ..items.parts import ItemParts
from ..items.take import take_note
from ..markup.inline import joined_text
from ..markup.markdown import one_line
from ..markup.nodes import first_line, inline, is_said, item_node
from ..words.line import Line
from ..words.markers import take_edge_markers
from .fields import Fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import ListItem, Source
    from ..markup.inline import Piece
    from .cells import Cell, TableRow

_BLANK = Token("text", "", 0, content=" ")
_NUMBER = re.compile(r"\s*(?:\(?\d{1,4}[.)])?\s*")
_GOING_ON = re.compile(r"\s*(?:[-–—]\s|[:：])\s*\w")
_ORDER = ("paper", "link", "authors", "date", "venue", "note", "tags", "rating", "field", "number")
"""Links first, those to papers before the others: an untitled address is the title's; and dates before venues."""


def row_entries(row: TableRow, roles: Sequence[str], names: Sequence[str], source: Source) -> list[ListItem]:
    """The entry of a row; more where its title holds several, none where it has no title."""
    title = row.cells[roles.index("title")]
    if not title.text and not title.links:
        return []
    found = read_entries(item_node(cell_lines(title)), source) if title.links else None
    if found and len(found) > 1 and not any(cell.text for cell in row.cells if cell is not title):
        return found
    first, others = (found[0], found[1:]) if found else (None, [])
    parts = _parts_of(first, row.line, source) if first else _untitled(title, row.line, source)
    columns = Fields(parts)
    filled = [(role, name, cell) for role, name, cell in zip(roles, names, row.cells, strict=False) if cell.pieces]
    for role, name, cell in sorted(filled, key=lambda column: _ORDER.index(column[0]) if column[0] in _ORDER else -1):
        if role != "title":
            columns.take(role, name, cell)
    return [columns.finished(first), *others]


def cell_lines(cell: Cell) -> list[Token]:
    """The lines of a cell, those with pictures alone behind the next one: a badge above a title isn't the title."""
    lines: list[Token] = []
    pictures: list[Token] = []
    for token in cell.lines:
        children = token.children or []
        if _are_pictures(children) and token is not cell.lines[-1]:
            pictures += [_BLANK, *children]
        else:
            lines.append(inline([*children, *pictures], first_line(token)) if pictures else token)
            pictures = []
    return lines


def _are_pictures(children: Sequence[Token]) -> bool:
    """Whether a line has nothing but pictures, or links around them."""
    depth = 0
    linked = pictured = True
    for child in children:
        if child.type == "link_open":
            depth, linked, pictured = depth + 1, False, False
        elif child.type == "link_close":
            depth -= 1
            linked = pictured
        elif child.type == "image":
            pictured = True
        elif is_said(child):
            return False
        if not depth and not linked:
            return False
    return True


def _parts_of(item: ListItem, line: int, source: Source) -> ItemParts:
    """What a dialect read, to be added to."""
    entry = item.entry
    return ItemParts(
        source,
        entry.location.line or line,
        title=entry.title,
        url=entry.url,
        arxiv=item.arxiv,
        doi=item.doi,
        venue=item.venue,
        date=entry.date,
        authors=entry.authors,
        elided=entry.authors_elided,
        authors_line=item.authors_line,
        links=list(entry.links),
        metrics=list(item.metrics),
        note=[entry.note] if entry.note else [],
    )


def _untitled(title: Cell, line: int, source: Source) -> ItemParts:
    """A title that no dialect reads, as it leads nowhere itself."""
    parts = ItemParts(source, line)
    bold = _bold_title(title)
    words = joined_text(bold or (piece for piece in title.pieces if piece.kind != "image"))
    text, parts.signs = take_edge_markers(words, start=True, end=True)
    parts.title = one_line(text)
    for piece in title.pieces:
        if piece.kind == "image":
            take_image(parts, piece)
        elif piece.kind == "link":
            parts.add_link(piece.text, piece.url, piece.line)
    if bold:
        start = title.pieces.index(bold[0])
        if number := joined_text(title.pieces[:start]).strip():
            source.report(Code.FACT, f"{number} is the number of the row", title.line)
        take_note(parts, [Line(title.pieces[start + len(bold) :])])
    return parts


def _bold_title(title: Cell) -> list[Piece]:
    """The words in bold with which a cell begins, a number before them or none, where a text about these follows."""
    row = title.pieces
    start = next((index for index, piece in enumerate(row) if piece.strong), len(row))
    end = next((index for index in range(start, len(row)) if not row[index].strong), len(row))
    if end == len(row) or title.links or not _NUMBER.fullmatch(joined_text(row[:start])):
        return []
    return row[start:end] if row[end].kind == "text" and _GOING_ON.match(row[end].text) else []
