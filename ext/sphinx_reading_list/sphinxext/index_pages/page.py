"""What a page of an index shows, as plain values; every text is plain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..cards.card import Place


class Counted(NamedTuple):
    """A heading as others name it: its words, its page (empty: none), how many entries it has, and that in words."""

    title: str
    url: str
    number: int
    entries: str


class Part(NamedTuple):
    """A part of a long page: its number or what it holds, and its address; empty for the part that is shown."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class HeadingPage:
    """All that ``reading_list/index_heading.html`` shows.

    ``before`` and ``after`` stand around ``label`` in the title. ``keys`` are those of the entries, of which the first is
    the ``first``-th of the heading. ``trail`` leads to the overviews, ``filter_url`` to the search with this heading as
    its filter.
    """

    index: str
    before: str
    label: str
    after: str
    said: str
    trail: tuple[Place, ...]
    keys: tuple[str, ...]
    first: int
    parts: tuple[Part, ...] = ()
    together: tuple[Counted, ...] = ()
    filter_url: str = ""


class Letter(NamedTuple):
    """The headings under a letter; an index without letters has one that is empty."""

    letter: str
    headings: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """All that ``reading_list/index_overview.html`` shows."""

    index: str
    title: str
    said: str
    trail: tuple[Place, ...]
    letters: tuple[Letter, ...]
    parts: tuple[Part, ...] = ()


class Sample(NamedTuple):
    """An index on the page of all: what it is, some of its headings, and how many more it has."""

    overview: Counted
    said: str
    headings: tuple[Counted, ...]
    more: int


@dataclass(frozen=True, slots=True)
class RootPage:
    """All that ``reading_list/index_root.html`` shows."""

    title: str
    said: str
    samples: tuple[Sample, ...]
