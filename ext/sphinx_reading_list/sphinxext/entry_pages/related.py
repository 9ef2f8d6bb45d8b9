"""Which entries of the list belong to another: those by the same people, and those that share a work or a link.

Pure functions of the catalogue. A further way of being related is one more function in :data:`RELATIONS`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from ...bib.identity import work_at, works_of
from ...core.entry import Link
from ...core.sites import face_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ...core.catalogue import Catalogue
    from ...core.entry import Entry
    from ...core.names import Author

MOST = 10
"""How many entries a page names in each of its lists."""
_COMMON = 8  # a link that more entries share than this says nothing about any of them


class Related(NamedTuple):
    """An entry that is related to another, by its key, and why."""

    key: str
    why: str


class Relatives(NamedTuple):
    """What a page names: some entries by the same people, how many there are of these, and other related entries."""

    same_people: tuple[Related, ...] = ()
    same_people_count: int = 0
    related: tuple[Related, ...] = ()


def relatives(catalogue: Catalogue) -> Mapping[str, Relatives]:
    """The relatives of each entry, by key."""
    order = {key: number for number, key in enumerate(catalogue.entries)}
    by_person: dict[str, list[str]] = defaultdict(list)
    for key, entry in catalogue.entries.items():
        for person in dict.fromkeys(map(_person, entry.authors)):
            by_person[person].append(key)
    ways = [way(catalogue) for way in RELATIONS]
    found = {}
    for key, entry in catalogue.entries.items():
        people, count = _by_same_people(entry, by_person, catalogue, order)
        others: dict[str, Related] = {}
        for way in ways:
            for related in way.get(key, ()):
                others.setdefault(related.key, related)
        found[key] = Relatives(people, count, tuple(others.values())[:MOST])
    return found


def _person(author: Author) -> str:
    """What makes two names the same: nothing but their case. People who share a name can't be told apart here."""
    return author.name.casefold()


def _by_same_people(
    entry: Entry, by_person: Mapping[str, list[str]], catalogue: Catalogue, order: Mapping[str, int]
) -> tuple[tuple[Related, ...], int]:
    """The nearest of the entries that share authors, and how many there are: most authors first, then the newest."""
    shared: Counter[str] = Counter()
    for person in dict.fromkeys(map(_person, entry.authors)):
        shared.update(by_person[person])
    shared.pop(entry.key, None)

    def rank(key: str) -> tuple[int, int, int, int, int]:
        date = catalogue.entries[key].date
        year, month, day = (date.year, date.month, date.day) if date else (0, 0, 0)
        return (-shared[key], -year, -month, -day, order[key])

    nearest = nsmallest(MOST, shared, key=rank)
    return tuple(Related(key, _names(entry, catalogue.entries[key])) for key in nearest), len(shared)


def _names(one: Entry, other: Entry, most: int = 3) -> str:
    there = set(map(_person, other.authors))
    names = list(dict.fromkeys(author.name for author in one.authors if _person(author) in there))
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return f"with {', '.join(names[:most])}{rest}" if len(one.authors) > 1 or len(other.authors) > 1 else ""


def shared_links(catalogue: Catalogue) -> Mapping[str, tuple[Related, ...]]:
    """Entries that link to one another, or to the same place that few others link to."""
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    linking: dict[str, dict[str, str]] = defaultdict(dict)
    for key, entry in catalogue.entries.items():
        for work in _own(entry):
            owners[work][key] = None
        for link in entry.links:
            linking[work_at(link.url)].setdefault(key, link.url)
    found: dict[str, dict[str, Related]] = defaultdict(dict)
    for work, links in linking.items():
        if len(links) > _COMMON:
            continue
        name = face_of(Link(next(iter(links.values())))).name if len(links) > 1 else ""
        for key in links:
            for owner in owners.get(work, ()):
                if owner != key:
                    found[key].setdefault(owner, Related(owner, "linked from here"))
                    found[owner].setdefault(key, Related(key, "links to it"))
            for other in links:
                if other != key:
                    found[key].setdefault(other, Related(other, f"links to {name} as well"))
    order = {key: number for number, key in enumerate(catalogue.entries)}
    return {key: tuple(sorted(others.values(), key=lambda it: order[it.key])) for key, others in found.items()}


def _own(entry: Entry) -> Iterator[str]:
    """What identifies an entry's own work, its further links left out."""
    linked = {work_at(link.url) for link in entry.links} - {work_at(entry.url)}
    named = {f"{scheme}:{value}".lower() for scheme, value in entry.identifiers}
    for work in dict.fromkeys(works_of(entry)):
        if work not in linked or work.lower() in named:
            yield work


RELATIONS: tuple[Callable[[Catalogue], Mapping[str, tuple[Related, ...]]], ...] = (shared_links,)
"""The ways of being related, the strongest first; each gives the related entries of each key, the nearest first."""
