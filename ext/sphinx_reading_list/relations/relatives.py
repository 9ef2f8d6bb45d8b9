"""What the page of an entry names of other entries: those by the same people, and those related in other ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from .links import shared_links
from .people import by_same_people, person
from .titles import similar_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..core.catalogue import Catalogue
    from ._related import Related

MOST = 10
"""How many entries a page names in each of its lists."""


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
        for name in dict.fromkeys(map(person, entry.authors)):
            by_person[name].append(key)
    ways = [way(catalogue) for way in RELATIONS]
    found = {}
    for key, entry in catalogue.entries.items():
        people, count = by_same_people(entry, by_person, catalogue, order, MOST)
        others: dict[str, Related] = {}
        for way in ways:
            for related in way.get(key, ()):
                others.setdefault(related.key, related)
        found[key] = Relatives(people, count, tuple(others.values())[:MOST])
    return found


RELATIONS: tuple[Callable[[Catalogue], Mapping[str, tuple[Related, ...]]], ...] = (shared_links, similar_titles)
"""The ways of being related, the strongest first; each gives the related entries of each key, the nearest first."""
