"""Bullets nested in an entry: entries of their own, or a part of what is said about the one above."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from ..document import Source
from ..entries import read_entries
from ..reports import Reports
from .below import is_about, is_citation

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from ..document import ListItem


def nested_entries(node: SyntaxTreeNode, source: Source) -> tuple[list[ListItem], SyntaxTreeNode | None]:
    """The entries of a nested list, and the list of what is none; all of it where any is about the entry above."""
    items = [item for item in node.children if item.children]
    if not items or any(is_about(item) for item in items) or (len(items) == 1 and is_citation(items[0])):
        return [], node
    reports = Reports(source.path)
    trial = Source(source.path, reports, source.base_url)
    entries: list[ListItem] = []
    others: list[SyntaxTreeNode] = []
    for item in items:
        mark = reports.mark
        if found := read_entries(item, trial):
            entries += found
        else:
            reports.forget(mark)
            others.append(item)
    # One or two remarks among works stay with the entry above; works among remarks are part of these.
    if len(entries) < 2 * len(others):
        return [], node
    reports.hand_on(source.report)
    if not others:
        return entries, None
    rest = copy(node)
    rest.children = others
    return entries, rest
