"""A list as it was read: its headings as a tree, and under each the entries and whatever else stood there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from ..core.dates import PartialDate
    from ..core.entry import Metric, PageEntry
    from ..core.problems import Rule

    Report = Callable[[Rule, str, int], None]
    """Notes a problem: its code, what exactly, and the line in the list."""


class ListItem(NamedTuple):
    """An entry of a list: the page's part of it, and the facts of the world that belong into a record.

    A work with an ``arxiv`` id, a ``doi`` or a ``venue`` gets a record; ``authors_line`` is as it was printed.
    ``published``, ``undated`` (it has no date of publication) and ``status`` are what a list says outright: then the
    ``venue`` is its name to the letter, and nothing is worked out from it.
    """

    entry: PageEntry
    arxiv: str = ""
    doi: str = ""
    venue: str = ""
    authors_line: str = ""
    metrics: tuple[Metric, ...] = ()
    published: PartialDate | None = None
    undated: bool = False
    status: str = ""

    @property
    def is_work(self) -> bool:
        """Whether the list gives it as a publication, with bibliographic facts."""
        return bool(self.arxiv or self.doi or self.venue or self.is_dated or self.status)

    @property
    def is_dated(self) -> bool:
        """Whether the list says outright when it was published, or that nobody knows."""
        return self.published is not None or self.undated


@dataclass(frozen=True, slots=True)
class Kept:
    """Content that is no entry, as Markdown that is safe on a page."""

    markdown: str
    line: int


@dataclass(frozen=True, slots=True)
class ListSection:
    """A heading and what stands under it, up to the next heading; deeper headings are its ``sections``."""

    title: str
    level: int
    line: int
    blocks: tuple[ListItem | Kept, ...] = ()
    sections: tuple[ListSection, ...] = ()

    @property
    def items(self) -> tuple[ListItem, ...]:
        """The entries that it holds directly."""
        return tuple(block for block in self.blocks if isinstance(block, ListItem))

    def walk(self) -> Iterator[ListSection]:
        """The section itself, then all below it, in the order of the list."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class ListDocument:
    """A whole list: its title, what stands before its first section, and its sections."""

    title: str
    path: str
    blocks: tuple[ListItem | Kept, ...] = ()
    sections: tuple[ListSection, ...] = ()

    def walk(self) -> Iterator[ListSection]:
        """All sections in the order of the list."""
        for section in self.sections:
            yield from section.walk()

    @property
    def items(self) -> tuple[ListItem, ...]:
        """All entries in the order of the list."""
        own = tuple(block for block in self.blocks if isinstance(block, ListItem))
        return own + tuple(item for section in self.walk() for item in section.items)


@dataclass(frozen=True, slots=True)
class Source:
    """What a dialect gets besides a node: where the list comes from, and how to report what it cleans up.

    ``lines`` are those that the nodes' line numbers count, without their ends; none where these count otherwise.
    """

    path: str
    report: Report
    base_url: str = ""
    lines: Sequence[str] = ()


class Dialect(Protocol):
    """A way of writing entries. ``order`` says who is asked first (the most particular one)."""

    name: str
    order: int

    def read(self, node: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
        """The entries of a list item, or ``None`` where it isn't written in this dialect. Reports only if it is."""
