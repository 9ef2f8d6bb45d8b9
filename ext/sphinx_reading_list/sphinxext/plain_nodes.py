"""Ordinary docutils nodes, for what cards and views are in the builders that aren't HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def bullets(items: Iterable[Sequence[nodes.Node]]) -> nodes.bullet_list:
    """A bullet list of lines of inline nodes."""
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", "", *item)) for item in items))


def numbered(items: Iterable[Sequence[nodes.Node]]) -> nodes.enumerated_list:
    """A numbered list of such lines."""
    made = bullets(items)
    return nodes.enumerated_list("", *made.children, enumtype="arabic", prefix="", suffix=".")


def link(text: str, url: str) -> nodes.Node:
    """A link to an address, or the text alone without one."""
    return nodes.reference("", text, refuri=url) if url else nodes.Text(text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> nodes.table:
    """A table of text."""
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=100 // len(head)) for _ in head]
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *(_row(cells) for cells in rows))
    return nodes.table("", group)


def _row(cells: Iterable[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))
