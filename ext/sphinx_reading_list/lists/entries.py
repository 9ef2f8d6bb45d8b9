"""Items handed to the dialects, the most particular one first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..core.registry import discover

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from .document import Dialect, ListItem, Source


@cache
def dialects() -> tuple[Dialect, ...]:
    """All dialects, the most particular first."""
    found = discover("sphinx_reading_list.lists.dialects", "DIALECT", "sphinx_reading_list.dialects")
    return tuple(sorted(found.values(), key=lambda dialect: (dialect.order, dialect.name)))


def read_entries(item: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
    """The entries of a list item in the first dialect that knows its form; ``None`` where none does."""
    for dialect in dialects():
        if (found := dialect.read(item, source)) is not None:
            return found
    return None
