"""What the page of an entry shows, as plain values; every text is plain, or marked as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ...core.words import cleaned, date_in_words
from ...metadata.work import identifier_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from ...core.dates import PartialDate
    from ...core.entry import Entry
    from ...metadata.work import Work
    from ..cards.card import CardView, Place

_REGISTRIES = {"arxiv": "arXiv", "doi": "DOI", "openreview": "OpenReview", "acl": "ACL Anthology"}

_HOSTED = frozenset(("article", "software", "dataset", "motion_picture"))  # whose publisher is the site they are on


class Fact(NamedTuple):
    """Something that is known: what it is called, its value in words, where it leads, and the date it is (ISO 8601)."""

    name: str
    value: str
    url: str = ""
    iso: str = ""
    code: bool = False


class InFormat(NamedTuple):
    """The entry in a format that programs read: its text, and the address of its file."""

    name: str
    label: str
    text: str
    url: str


class InStyle(NamedTuple):
    """The entry as a formatted reference."""

    label: str
    html: Markup


class Stand(NamedTuple):
    """Where the entry stands in the list, whether it is highlighted there, and what the curator says of it there."""

    section: Place
    highlight: bool
    note: Markup


class Relative(NamedTuple):
    """A related entry, as HTML, and why it is related."""

    entry: Markup
    why: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """All that ``reading_list/entry_page.html`` shows.

    ``indexed`` has, by index (``author``) and value (``Yue Wu``), the address of the page that names all with that value.
    """

    card: CardView
    facts: tuple[Fact, ...]
    styles: tuple[InStyle, ...]
    formats: tuple[InFormat, ...]
    stands: tuple[Stand, ...]
    same_people: tuple[Relative, ...]
    same_people_count: int
    related: tuple[Relative, ...]
    indexed: Mapping[str, Mapping[str, str]]
    before: Place | None = None
    after: Place | None = None
    abstract: str = ""


def facts_of(entry: Entry, work: Work) -> tuple[Fact, ...]:
    """What is known of a work beside its title and authors, one fact a line."""
    return tuple(fact for fact in _facts(entry, work) if fact.value)


def _facts(entry: Entry, work: Work) -> Iterator[Fact]:
    yield _date("Submitted" if work.is_preprint else "Published", work.issued)
    if work.submitted:
        yield _date("First submitted", work.submitted)
    if not work.is_preprint:
        yield Fact("In", work.container or work.event)
    pages = "–".join(filter(None, (work.first_page, work.last_page)))
    several = "," in pages or bool(work.last_page)
    places = (("volume", work.volume), ("issue", work.issue), ("pages" if several else "page", pages))
    yield Fact("Place", ", ".join(f"{name} {value}" for name, value in places if value).capitalize())
    if work.form not in _HOSTED:
        yield Fact("Publisher", work.publisher)
    for scheme, value in entry.identifiers:
        if scheme in _REGISTRIES:
            yield Fact(_REGISTRIES[scheme], cleaned(value), identifier_address(scheme, value))
    yield Fact("ISBN", work.isbn)
    yield Fact("Keywords", ", ".join(word for word in work.keywords if word not in entry.tags))
    for metric in entry.metrics:
        read = f"as of {date_in_words(metric.retrieved)}" if metric.retrieved else ""
        source = ", ".join(filter(None, (cleaned(metric.source), read)))
        yield Fact(metric.name.capitalize(), f"{metric.count:,}" + (f" ({source})" if source else ""))
    yield _date("Added to the list", entry.added)
    yield Fact("Citation key", entry.key, code=True)


def _date(name: str, date: PartialDate | None) -> Fact:
    return Fact(name, date_in_words(date), iso=date.isoformat()) if date else Fact(name, "")
