"""Which entry of a source is which one of the pages, and which one of the last import."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...lists.document import ListItem
from ...lists.pages.reading import EntryBlock
from .layout import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...lists.pages.reading import Heading, TextBlock
    from .layout import Occurrence
    from .state import Remembered


class PageEntries:
    """The entries that the pages hold already, by key and by address; each is given away once."""

    def __init__(self, pages: Mapping[str, Sequence[Heading | EntryBlock | TextBlock]]) -> None:
        self.by_name: dict[str, list[tuple[str, EntryBlock]]] = defaultdict(list)
        self.taken: set[int] = set()
        for page, parts in pages.items():
            for part in parts:
                if isinstance(part, EntryBlock):
                    for name in names_of(part.entry):
                        self.by_name[name].append((page, part))

    def all_of(self, names: Iterable[str]) -> list[tuple[str, EntryBlock]]:
        """All of them that have one of the names."""
        return [pair for name in names for pair in self.by_name.get(name, ())]

    def take(self, names: Sequence[str], page: str = "") -> tuple[str, EntryBlock] | None:
        """One that has one of the names and is free, on that page alone if one is given."""
        for on, part in self.all_of(names):
            if id(part) not in self.taken and page in ("", on):
                self.taken.add(id(part))
                return on, part
        return None


def match(found: Sequence[Occurrence], entries: PageEntries, last: Sequence[Remembered]) -> list[Remembered]:
    """Give each occurrence its entry on a page and what is remembered of it; return what none was found for.

    The same page is asked first: a work may stand on several, and several times on one.
    """
    items = [(one, names_of(one.block.entry)) for one in found if isinstance(one.block, ListItem)]
    for same_page in (True, False):
        for one, names in items:
            if one.here is None and (taken := entries.take(names, one.page if same_page else "")):
                one.on, one.here = taken
    return _remember(found, last)


def _remember(found: Sequence[Occurrence], last: Sequence[Remembered]) -> list[Remembered]:
    waiting: dict[tuple[str, ...], list[Remembered]] = defaultdict(list)
    for thing in reversed(last):
        for name in _names(thing):
            waiting[name].append(thing)
    used: set[int] = set()
    for place in (0, 1):
        for one in found:
            if one.last is None:
                names = _wanted(one)
                things = waiting.get(names[place], []) if place < len(names) else []
                while things and one.last is None:
                    thing = things.pop()
                    if id(thing) not in used:
                        used.add(id(thing))
                        one.last = thing
    _pair_changed_texts(found, last, used)
    return [thing for thing in last if id(thing) not in used and not thing.title]


def _pair_changed_texts(found: Sequence[Occurrence], last: Sequence[Remembered], used: set[int]) -> None:
    """A text that is unknown, where one stood that is gone: the old one was changed into it."""
    places = {id(thing): index for index, thing in enumerate(last)}
    first: dict[str, int] = {}
    for index, thing in enumerate(last):
        first.setdefault(thing.page, index)
    before, page = -1, ""
    for one in found:
        if one.of != page:
            page, before = one.of, first.get(one.of, 0) - 1
        index = before + 1
        while index < len(last) and last[index].title:
            index += 1
        if one.last is None and not isinstance(one.block, ListItem) and index < len(last):
            thing = last[index]
            if thing.lines and thing.page == page and id(thing) not in used:
                used.add(id(thing))
                one.last = thing
        if one.last is not None and one.last.page == page:
            before = places[id(one.last)]


def _names(thing: Remembered) -> list[tuple[str, ...]]:
    if thing.key:
        return [(thing.page, thing.key), ("", thing.key)]
    return [(thing.page, "", thing.wrote)] if thing.lines else []


def _wanted(one: Occurrence) -> list[tuple[str, ...]]:
    if isinstance(one.block, ListItem):
        return [(one.of, one.block.entry.key), ("", one.block.entry.key)]
    return [(one.of, "", one.wrote)]
