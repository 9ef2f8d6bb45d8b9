"""By venue; all years of a conference are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.facets import series_of
from ._index import Index, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry


def venue_of(entry: Entry) -> Iterator[Value]:
    """Where it was published."""
    if name := series_of(entry.venue):
        yield Value(name, name)


INDEX = Index(
    "venue",
    3,
    "Venues",
    "Where entries were published. All years of a conference are one.",
    "Entries at {}",
    venue_of,
    letters=True,
)
