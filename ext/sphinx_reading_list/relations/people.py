"""Entries by the same people."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from typing import TYPE_CHECKING

from ._related import Related

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.catalogue import Catalogue
    from ..core.entry import Entry
    from ..core.names import Author


def person(author: Author) -> str:
    """What makes two names the same: nothing but their case. People who share a name can't be told apart here."""
    return author.name.casefold()


def by_same_people(
    entry: Entry, by_person: Mapping[str, list[str]], catalogue: Catalogue, order: Mapping[str, int], most: int
) -> tuple[tuple[Related, ...], int]:
    """The nearest of the entries that share authors, and how many there are: most authors first, then the newest."""
    shared: Counter[str] = Counter()
    for one in dict.fromkeys(map(person, entry.authors)):
        shared.update(by_person[one])
    shared.pop(entry.key, None)

    def rank(key: str) -> tuple[int, int, int, int, int]:
        date = catalogue.entries[key].date
        year, month, day = (date.year, date.month, date.day) if date else (0, 0, 0)
        return (-shared[key], -year, -month, -day, order[key])

    nearest = nsmallest(most, shared, key=rank)
    return tuple(Related(key, _names(entry, catalogue.entries[key])) for key in nearest), len(shared)


def _names(one: Entry, other: Entry, most: int = 3) -> str:
    there = set(map(person, other.authors))
    names = list(dict.fromkeys(author.name for author in one.authors if person(author) in there))
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return f"with {', '.join(names[:most])}{rest}" if len(one.authors) > 1 or len(other.authors) > 1 else ""
