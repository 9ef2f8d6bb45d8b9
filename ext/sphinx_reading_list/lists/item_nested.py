"""Bullets nested in an entry: entries of their own, or a part of what is said about the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks.entries import read_entries
from .blocks.reports import Reports
from .document import Source
from .item_below import is_about

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from .document import ListItem


def nested_entries(node: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
    """The entries of a nested list; ``None`` where any of its items is none, or is about the entry above."""
    items = [item for item in node.children if item.children]
    if not items or any(is_about(item) for item in items):
        return None
    reports = Reports(source.path)
    trial = Source(source.path, reports, source.base_url)
    entries: list[ListItem] = []
    for item in items:
        found = read_entries(item, trial)
        if found is None:
            return None
        entries += found
    for problem in reports.problems:
        source.report(problem.code, problem.message, problem.location.line)
    return entries
