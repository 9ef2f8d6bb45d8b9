"""Entries that share a link."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..bib.identity import work_at, works_of
from ..core.entry import Link
from ..core.sites import face_of
from ._related import Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..core.catalogue import Catalogue
    from ..core.entry import Entry

_COMMON = 8  # a link that more entries share than this says nothing about any of them


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
