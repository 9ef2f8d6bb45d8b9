"""The values that everything else passes around: an entry, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .dates import PartialDate
    from .identifiers import Identifier
    from .names import Author


class Location(NamedTuple):
    """A place in a file: its path as it is shown to people, and a line counted from 1 (0: the whole file)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


NOWHERE = Location("")


STATUSES = ("retracted", "withdrawn")
"""What can have become of a work, and must be shown with it."""


class Link(NamedTuple):
    """A link of an entry beside its own: ``label`` as the curator wrote it, ``detail`` the text after the link.

    What kind of place it leads to is worked out from its address (see :mod:`.sites`).
    """

    url: str
    label: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """A volatile number with its source: ``name`` is ``citations`` or ``stars``, ``retrieved`` is when it was read."""

    name: str
    count: int
    source: str = ""
    url: str = ""
    retrieved: PartialDate | None = None


class PageEntry(NamedTuple):
    """What a page says of an entry: the curator's part, before it is joined with a record.

    ``title`` and ``url`` are empty where ``key`` names a record. ``formerly`` are keys that it had before. ``note`` is source text in the page's own markup.
    Two that say the same are equal, wherever they stand.
    """

    key: str = ""
    title: str = ""
    url: str = ""
    kind: str = ""
    authors: tuple[Author, ...] = ()
    authors_elided: bool = False
    date: PartialDate | None = None
    added: PartialDate | None = None
    tags: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    highlight: bool = False
    links: tuple[Link, ...] = ()
    note: str = ""
    location: Location = NOWHERE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageEntry) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        # A tuple has one of its own, which would tell places apart.
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])


class Entry(NamedTuple):
    """All that is known of a work: the page's part and the record's, joined.

    ``date`` is the first submission, ``published`` the publication (they differ for a preprint that found a venue);
    ``url`` is where the title leads; ``links`` leaves that address out. ``formerly`` are keys that it had before and
    that nothing else has now. ``record`` is true where ``refs.bib`` has it.
    """

    key: str
    kind: str
    title: str
    url: str = ""
    aka: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    authors_elided: bool = False
    date: PartialDate | None = None
    published: PartialDate | None = None
    venue: str = ""
    status: str = ""
    identifiers: tuple[Identifier, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    added: PartialDate | None = None
    metrics: tuple[Metric, ...] = ()
    formerly: tuple[str, ...] = ()
    record: bool = False

    def identifier(self, scheme: str) -> str:
        """The value of its first identifier of that scheme (``arxiv``, ``doi``, …), or an empty string."""
        return next((found.value for found in self.identifiers if found.scheme == scheme), "")

    def metric(self, name: str) -> Metric | None:
        """Its metric of that name, where it is known."""
        return next((found for found in self.metrics if found.name == name), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that directly holds entries, or a page of the list that holds none yet.

    ``name`` is its path in URLs (``rlhf``, ``rlhf/rewards``); ``page`` a docname; ``anchor`` its id on that page,
    empty for the page itself.
    """

    name: str
    title: str
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One card: where an entry stands. ``anchor`` is its id on the page, unique in the site per key.

    ``former`` are the ids that it had under other keys.
    """

    key: str
    anchor: str
    section: Section
    curated: PageEntry
    former: tuple[str, ...] = ()
