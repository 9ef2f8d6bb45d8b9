"""By kind, in the order of the table of kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.kinds import BY_NAME, KINDS
from ._index import Index, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry

_ORDER = {kind.name: f"{number:02}" for number, kind in enumerate(KINDS)}


def kind_of(entry: Entry) -> Iterator[Value]:
    """Its kind; one that isn't known is shown as an article everywhere."""
    kind = entry.kind if entry.kind in BY_NAME else "article"
    yield Value(kind, _ORDER[kind])


def plural(kind: str) -> str:
    """What entries of a kind are called."""
    return BY_NAME[kind].plural


INDEX = Index("kind", 4, "Kinds", "What entries are.", "{}", kind_of, plural)
