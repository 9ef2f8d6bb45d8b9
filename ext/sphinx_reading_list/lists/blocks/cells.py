"""The cells of a table, those that span several rows or columns in each place that they fill."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..markup.inline import Piece, pieces
from ..markup.markdown import one_line
from ..markup.nodes import line_of, split_lines
from ..words.link_labels import role_of_label

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_WIDEST = 60
"""How many columns a table may have that is read as entries."""


@dataclass
class Cell:
    """A cell: its lines, as ``inline`` tokens. A ``copy`` shows again what spans several rows."""

    lines: list[Token] = field(default_factory=list)
    line: int = 0
    is_heading: bool = False
    copy: bool = False

    @cached_property
    def pieces(self) -> list[Piece]:
        """What its lines say, a blank between any two."""
        found: list[Piece] = []
        for token in self.lines:
            if found:
                found.append(Piece("text", " ", self.line))
            found += pieces(token, self.line)
        return found

    @cached_property
    def text(self) -> str:
        """Its text, without pictures."""
        return one_line("".join(piece.text for piece in self.pieces if piece.kind != "image"))

    @cached_property
    def links(self) -> list[Piece]:
        """Its links to other places."""
        return [piece for piece in self.pieces if piece.kind == "link" and piece.url and piece.url[0] != "#"]

    @cached_property
    def is_title(self) -> bool:
        """Whether it can be what a work is called: words, and not only an address or what kind of link it is."""
        text = self.text
        if not any(character.isalpha() for character in text) or "://" in text.split(" ")[0]:
            return False
        return role_of_label(text) is None


@dataclass
class TableRow:
    """A row of a table. ``label`` is the only cell of it that says anything, where there is just one."""

    cells: list[Cell]
    line: int
    label: Cell | None = None

    @property
    def is_heading(self) -> bool:
        """Whether all its cells are headings."""
        return all(cell.is_heading for cell in self.cells)


def table_rows(table: SyntaxTreeNode) -> list[TableRow]:
    """The rows of a table, all as wide as its widest one."""
    rows: list[TableRow] = []
    below: dict[int, tuple[int, Cell]] = {}
    for part in table.children:
        # Cells span no further than the head or the body that they are in.
        below = {}
        for node in part.children:
            cells, below = _cells(node, below)
            filled = [cell for cell in cells if not cell.copy and any(p.text.strip() or p.url for p in cell.pieces)]
            rows.append(TableRow(cells, line_of(node), filled[0] if len(filled) == 1 else None))
    width = max((len(row.cells) for row in rows), default=0)
    for row in rows:
        row.cells += [Cell(line=row.line) for _ in range(width - len(row.cells))]
    return rows


def _cells(node: SyntaxTreeNode, below: dict[int, tuple[int, Cell]]) -> tuple[list[Cell], dict[int, tuple[int, Cell]]]:
    """The cells of a row, with those that reach into it from above; and those that reach into the next one."""
    cells: list[Cell] = []
    reaching: dict[int, tuple[int, Cell]] = {}

    def fill_from_above() -> None:
        while len(cells) in below and len(cells) < _WIDEST:
            rows, cell = below[len(cells)]
            if rows > 1:
                reaching[len(cells)] = (rows - 1, cell)
            cells.append(cell)

    for child in node.children:
        fill_from_above()
        line = line_of(child) or line_of(node)
        lines = [part for token in child.children if token.token for part in split_lines(token.token)]
        opening = child.nester_tokens.opening if child.nester_tokens else None
        spans = opening.meta if opening else {}
        cell = Cell(lines, line, is_heading=child.type == "th")
        for number in range(min(int(spans.get("columns", 1)), _WIDEST)):
            shown = cell if number == 0 else Cell(line=line, is_heading=cell.is_heading, copy=True)
            if int(spans.get("rows", 1)) > 1:
                reaching[len(cells)] = (int(spans["rows"]) - 1, Cell(shown.lines, line, copy=True))
            cells.append(shown)
    fill_from_above()
    return cells, reaching
