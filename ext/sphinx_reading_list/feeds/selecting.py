"""Which works are in the feed of the list, and of each section: the newest, the last one first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from ..core.dates import PartialDate
from .changes import added, published_since
from .content import AUTHORS, item_html, kind_label
from .feed import Feed, FeedItem
from .ids import entry_id, feed_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from ..core.catalogue import Catalogue
    from ..core.entry import Appearance, Entry, Section

NEWEST = 50
"""So many items has a feed: readers ask for it again and again, and want what is new."""
_UNDATED = PartialDate(1)


@dataclass(frozen=True, slots=True)
class FeedSource:
    """What feeds are made from: a list, what it is called, and where its pages are.

    ``name`` tells it from all other lists (see :mod:`.ids`). ``shown_at`` gives the address of a work's page or card,
    ``section_at`` that of a section, ``home`` is that of the first page; all are from the site's root.
    """

    catalogue: Catalogue
    name: str
    title: str
    shown_at: Callable[[Appearance], str]
    section_at: Callable[[Section], str]
    home: str = ""
    subtitle: str = ""
    base_url: str = ""
    language: str = ""


class _Dated(NamedTuple):
    """A work in a feed: when it came, when it was published if that was later, and where it stands."""

    entry: Entry
    added: datetime
    published: datetime | None
    place: Appearance

    @property
    def updated(self) -> datetime:
        return self.published or self.added


def feeds(source: FeedSource) -> Iterator[Feed]:
    """The feed of the whole list, then one of each section, and of each that had another name: its readers stay."""
    catalogue = source.catalogue
    titles = {key: entry.title for key, entry in catalogue.entries.items()}

    @cache
    def content(key: str, news: str) -> str:
        pages = [place.curated for place in catalogue.by_key[key]]
        return item_html(catalogue.entries[key], pages, titles, news=news)

    yield _feed(source, content, catalogue.appearances, None)
    for section in catalogue.sections:
        yield _feed(source, content, catalogue.by_section.get(section.name, ()), section)
    for former in catalogue.former_sections:
        if former.holds:
            places = [place for name in former.holds for place in catalogue.by_section.get(name, ())]
            yield _feed(source, content, places, former.section)


def feed_path(section: str = "") -> str:
    """The path of a feed's files without their suffix, from the site's root."""
    return f"feeds/section/{section}" if section else "feeds/all"


def section_title(title: str, section: str) -> str:
    """What the feed of a section is called."""
    return f"{title}: {section}"


def _feed(
    source: FeedSource, content: Callable[[str, str], str], places: Iterable[Appearance], section: Section | None
) -> Feed:
    by_key: dict[str, list[Appearance]] = {}
    for place in places:
        by_key.setdefault(place.key, []).append(place)
    dated = [work for key, found in by_key.items() if (work := _dated(source.catalogue.entries[key], found))]
    # A list that is imported comes in whole, on one day: then the youngest works tell more than the first page's. Of
    # several on one day and of one date it is the first on its page, which is where new ones are put.
    newest = sorted(dated, key=lambda work: (work.updated, work.entry.date or _UNDATED), reverse=True)[:NEWEST]
    return Feed(
        id=feed_id(source.name, section.name if section else ""),
        title=section_title(source.title, section.title) if section else source.title,
        path=quote(feed_path(section.name if section else "")),
        page=source.section_at(section) if section else source.home,
        publisher=source.title,
        subtitle=source.subtitle,
        base_url=source.base_url,
        language=source.language,
        items=tuple(_item(source, content, work) for work in newest),
    )


def _dated(entry: Entry, places: Sequence[Appearance]) -> _Dated | None:
    came = added(entry, places)
    return _Dated(entry, came, published_since(entry, came), places[0]) if came else None


def _item(source: FeedSource, content: Callable[[str, str], str], work: _Dated) -> FeedItem:
    entry = work.entry
    return FeedItem(
        id=entry_id(source.name, entry.key),
        title=entry.title,
        page=source.shown_at(work.place),
        url=entry.url,
        html=content(entry.key, f"Published: {entry.venue}" if work.published else ""),
        added=work.added,
        updated=work.updated,
        authors=tuple(author.name for author in entry.authors[:AUTHORS]),
        tags=tuple(dict.fromkeys((kind_label(entry), *entry.tags))),
    )
