"""Rows of Markdown tables that have more bars than the table has columns: a bar in a title parts it in two.

A parser drops the cells that are too many, and a link with them. Here cells are joined again where brackets are
open, and what is still too much goes with the last cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_block.table import escapedSplit

from ..markup.nodes import first_line
from .parts import References, parse_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


def with_whole_rows(tokens: list[Token], text: str, references: References) -> list[Token]:
    """The tokens, with all that the rows of tables hold."""
    if not any(token.type == "table_open" for token in tokens):
        return tokens
    lines = text.split("\n")
    width = 0
    for index, token in enumerate(tokens):
        if token.type == "tr_open" and token.map:
            end = next(i for i in range(index, len(tokens)) if tokens[i].type == "tr_close")
            cells = [cell for cell in tokens[index:end] if cell.type == "inline"]
            number = token.map[0]
            if tokens[index - 1].type == "thead_open":
                width = len(cells)
            elif number < len(lines) and width and _may_be_cut(lines[number], width):
                _mend(cells, _split(lines[number]), width, references)
    return tokens


def _may_be_cut(line: str, width: int) -> bool:
    """Whether a row has more bars than part so many cells, those at its ends apart."""
    line = line.strip().lstrip("> ")
    return line.count("|") + 1 - line.startswith("|") - line.endswith("|") > width


def _split(line: str) -> list[str]:
    cells = escapedSplit(line.strip().lstrip("> "))
    if cells and not cells[0].strip():
        cells.pop(0)
    if cells and not cells[-1].strip():
        cells.pop()
    return [cell.strip() for cell in cells]


def _mend(cells: Sequence[Token], found: list[str], width: int, references: References) -> None:
    """Read the cells of a row again, if there are more than the table has columns."""
    if len(found) <= width or len(cells) != width:
        return
    joined: list[str] = []
    excess = len(found) - width
    for cell in found:
        if joined and excess and joined[-1].count("[") > joined[-1].count("]"):
            joined[-1] += f" | {cell}"
            excess -= 1
        else:
            joined.append(cell)
    joined[width - 1 :] = [" | ".join(joined[width - 1 :])]
    for token, content in zip(cells, joined, strict=False):
        if token.content != content:
            token.content = content
            token.children = parse_line(content, references)
            token.map = [first_line(token) - 1, first_line(token)]
