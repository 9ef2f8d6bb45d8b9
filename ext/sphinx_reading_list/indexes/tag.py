"""By the curators' tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.words import cleaned
from ._index import Index, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry


def tags_of(entry: Entry) -> Iterator[Value]:
    """Its tags."""
    for tag in map(cleaned, entry.tags):
        if tag:
            yield Value(tag, tag)


INDEX = Index("tag", 5, "Tags", "As the curators tag entries.", "Entries tagged {}", tags_of, letters=True)
