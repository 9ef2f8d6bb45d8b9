"""Tables whose rows are entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.problems import Code
from ..document import Kept, ListItem
from ..markup.inline import joined_text
from ..markup.markdown import one_line
from ..markup.nodes import excerpt, line_of
from ..markup.render import inline_markdown, shown
from .cells import table_rows
from .columns import roles_of
from .layout_tables import layout_entries
from .rows import row_entries
from .sections import Open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

    from ..document import Report, Source
    from .cells import Cell, TableRow


def read_table(table: SyntaxTreeNode, source: Source, report: Report) -> list[ListItem | Kept | Open]:
    """The entries of a table, in groups where rows divide it; nothing where its rows are none."""
    rows = table_rows(table)
    start = next((index for index, row in enumerate(rows) if row.label is None), None)
    if start is None or len(rows) < start + 2:
        return []
    if found := layout_entries(rows, source):
        report(Code.TABLE_ENTRIES, f"{len(rows)} rows became entries, one a row beside its picture", line_of(table))
        return [*found]
    headings, body = rows[start], rows[start + 1 :]
    if any(cell.links for cell in headings.cells) and not headings.is_heading:
        return []
    names = [one_line(joined_text(piece for piece in cell.pieces if piece.kind != "image")) for cell in headings.cells]
    entries = [row for row in body if row.label is None or row.label.links or len(row.cells) == 1]
    roles = roles_of(names, [row.cells for row in entries]) if entries else []
    if not roles:
        return []
    shared = [cell for cell in headings.cells if any(piece.url for piece in cell.pieces)]
    parts: list[ListItem | Kept | Open] = [*_labels(rows[:start], report), *_kept(shared, report)]
    holder = parts
    count = 0
    for row in body:
        if _divides(row, roles.index("title")):
            group = _group(row, report)
            parts.append(group)
            holder = group.parts
            continue
        found = row_entries(row, roles, names, source)
        count += len(found)
        holder += found or _not_understood(row, report)
    message = f"{count} rows became entries, their fields named by: {', '.join(name for name in names if name)}"
    report(Code.TABLE_ENTRIES, message, line_of(table))
    return parts


def _divides(row: TableRow, title: int) -> bool:
    """Whether a row is a heading for those below it, and not a work of which only the title is known."""
    label = row.label
    if label is None or label.links or len(row.cells) == 1:
        return False
    spans = any(cell.copy for cell in row.cells)
    return (
        spans
        or label.is_heading
        or label is not row.cells[title]
        or all(p.strong for p in label.pieces if p.text.strip())
    )


def _group(row: TableRow, report: Report) -> Open:
    assert row.label is not None
    markdown = inline_markdown(shown(row.label.pieces, report))
    label = markdown if markdown.startswith("**") else f"**{markdown}**"
    return Open(row.label.text, 0, row.line, origin="label", label=label)


def _labels(rows: Sequence[TableRow], report: Report) -> list[Kept]:
    """What stands in a table before its headings."""
    return [kept for row in rows if row.label for kept in _kept([row.label], report)]


def _kept(cells: Sequence[Cell], report: Report) -> list[Kept]:
    found = [Kept(inline_markdown(shown(cell.pieces, report)), cell.line) for cell in cells]
    return [kept for kept in found if kept.markdown]


def _not_understood(row: TableRow, report: Report) -> list[Kept]:
    """A row that is no entry, as a line of text."""
    cells = [inline_markdown(shown(cell.pieces, report)) for cell in row.cells if not cell.copy]
    markdown = " · ".join(cell for cell in cells if cell)
    if not markdown:
        return []
    report(Code.NOT_UNDERSTOOD, f"row of a table: {excerpt(markdown)}", row.line)
    return [Kept(markdown, row.line)]
