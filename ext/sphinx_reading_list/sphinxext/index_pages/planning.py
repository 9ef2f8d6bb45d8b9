"""Which pages the indexes have. A long one is cut into parts, so that none is heavier than a section."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...indexes._index import indexes
from ..pages.addresses import index_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...indexes.grouping import Heading, Indexes

ENTRIES = 200
"""How many entries a page shows at most."""
HEADINGS = 1000
"""How many headings an overview shows at most."""


class Planned(NamedTuple):
    """A page: of which index by its name (empty: of all), which heading (None: its overview), and which part of how many."""

    name: str = ""
    heading: Heading | None = None
    part: int = 1
    parts: int = 1

    @property
    def page(self) -> str:
        """Its docname."""
        return self.part_page(self.part)

    def part_page(self, part: int) -> str:
        """The docname of one of its parts."""
        return index_page(self.name, self.heading.value if self.heading else "", part)


def planned(found: Indexes) -> Iterator[Planned]:
    """All pages; none where the list has no entries."""
    some = False
    for name in indexes():
        headings = found.headings(name)
        if not headings:
            continue
        some = True
        yield from _in_parts(Planned(name), len(headings), HEADINGS)
        for heading in headings.values():
            yield from _in_parts(Planned(name, heading), len(heading.keys), ENTRIES)
    if some:
        yield Planned()


def _in_parts(page: Planned, count: int, most: int) -> Iterator[Planned]:
    parts = -(-count // most)
    return (page._replace(part=part, parts=parts) for part in range(1, parts + 1))
