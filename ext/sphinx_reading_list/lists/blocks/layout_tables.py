"""Tables that only set pictures beside texts, each text an entry: ``<td><img></td> <td>Title, people, links</td>``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..entries import read_entries
from ..items.lines import take_image
from ..items.parts import ItemParts
from ..markup.nodes import item_node
from ..reports import Reports
from .rows import cell_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import ListItem, Source
    from .cells import Cell, TableRow

_FEWEST = 2
"""One row alone may set anything beside a picture."""


def layout_entries(rows: Sequence[TableRow], source: Source) -> list[ListItem]:
    """The entries of such a table, a row each; none where any of its rows is something else."""
    texts = [_only_text(row) for row in rows]
    if len(rows) < _FEWEST or any(cell is None or cell.is_heading or not cell.links for cell in texts):
        return []
    reports = Reports(source.path)
    trial = replace(source, report=reports)
    found: list[ListItem] = []
    for row, cell in zip(rows, (cell for cell in texts if cell is not None), strict=True):
        items = read_entries(item_node(cell_lines(cell)), trial)
        if not items:
            return []
        found += [_with_pictures(items[0], row, cell, trial), *items[1:]]
    reports.hand_on(source.report)
    return found


def _only_text(row: TableRow) -> Cell | None:
    """The one cell of a row that says something; the others have pictures, if anything."""
    texts = [cell for cell in row.cells if cell.text]
    return texts[0] if len(texts) == 1 else None


def _with_pictures(item: ListItem, row: TableRow, text: Cell, source: Source) -> ListItem:
    """An entry with links to the pictures beside it."""
    parts = ItemParts(source, item.entry.location.line)
    for cell in row.cells:
        for piece in cell.pieces if cell is not text and not cell.copy else ():
            if piece.kind == "image":
                take_image(parts, piece)
            elif piece.kind == "link" and piece.url and piece.url not in (item.entry.url, ""):
                parts.add_link("image", piece.url, piece.line)
    links = [link for link in parts.links if link not in item.entry.links]
    note = "\n\n".join(filter(None, (item.entry.note, *parts.note)))
    return item._replace(entry=item.entry._replace(links=(*item.entry.links, *links), note=note))
