"""The index of the search: what every entry is found by, and what a line of results shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.facets import series_of, usual_spellings
from ..core.kinds import BY_NAME, KINDS
from ..core.slugs import escape_key, fold_value
from ..core.words import MONTH_NAMES, cleaned, venue_in_words
from .columns import date_code, lines, names, sparse
from .resources import RESOURCES, resources_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..core.catalogue import Catalogue
    from ..core.entry import Appearance, Entry

VERSION = 1
"""It rises when the form changes: a script of another version leaves the index alone."""


def search_index(catalogue: Catalogue, address: Callable[[str], str]) -> dict[str, Any]:
    """All columns, by name. ``address`` gives that of a page, from the site's root.

    An entry's number is its place among the entries in the order of their first appearance.
    """
    entries = list(catalogue.entries.values())
    places = [catalogue.by_key[entry.key] for entry in entries]
    titles = {section.name: cleaned(section.title) for section in catalogue.sections}
    used = {_kind(entry) for entry in entries}
    venues = names([_shown_venue(entry) for entry in entries])
    return {
        "version": VERSION,
        "count": len(entries),
        "titles": lines(cleaned(entry.title) or entry.key for entry in entries),
        "keys": lines(entry.key for entry in entries),
        "ids": sparse(_unlike_key(entry.key) for entry in entries),
        "pages": names([(address(of_entry[0].section.page),) for of_entry in places]),
        "dates": [date_code(entry.date) for entry in entries],
        "added": [date_code(entry.added) for entry in entries],
        "citations": [_citations(entry) for entry in entries],
        "years": names([(f"{entry.date.year:04}",) if entry.date else () for entry in entries]),
        "highlights": names(
            [("1",) if any(place.curated.highlight for place in of_entry) else () for of_entry in places]
        ),
        "elided": [number for number, entry in enumerate(entries) if entry.authors_elided],
        "aka": names([tuple(filter(None, map(cleaned, entry.aka))) for entry in entries]),
        "authors": _spelt(entries, lambda entry: (author.name for author in entry.authors)),
        "venues": venues,
        "series": _series(venues["names"].split("\n")),
        "kinds": names([(_kind(entry),) for entry in entries], _KIND_LABELS, _KIND_LABELS),
        "plurals": lines(kind.plural for kind in KINDS if kind.name in used),
        "tags": _spelt(entries, lambda entry: entry.tags),
        "sections": names([_sections(of_entry) for of_entry in places], titles, titles),
        "has": names([resources_of(entry) for entry in entries], RESOURCES),
        "months": lines(MONTH_NAMES),
    }


_KIND_LABELS = {kind.name: kind.label for kind in KINDS}


def _kind(entry: Entry) -> str:
    return entry.kind if entry.kind in BY_NAME else "article"


def _unlike_key(key: str) -> str:
    escaped = escape_key(key)
    return escaped if escaped != key else ""


def _shown_venue(entry: Entry) -> tuple[str, ...]:
    venue = venue_in_words(cleaned(entry.venue), entry.published)
    return (venue,) if venue else ()


def _series(venues: Sequence[str]) -> dict[str, Any]:
    """The series of each venue; those whose names differ in capitals alone are one."""
    return names(usual_spellings([(series_of(venue),) for venue in venues if venue], fold_value))


def _spelt(entries: Iterable[Entry], texts: Callable[[Entry], Iterable[str]]) -> dict[str, Any]:
    return names(usual_spellings([tuple(filter(None, map(cleaned, texts(entry)))) for entry in entries], fold_value))


def _sections(places: Iterable[Appearance]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.section.name for place in places))


def _citations(entry: Entry) -> int:
    """One more than the citations that are known, so that 0 can say that none are."""
    metric = entry.metric("citations")
    return metric.count + 1 if metric and metric.count >= 0 else 0
