"""What the pages say, joined with what the .bib file and the metrics say: the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.catalogue import Catalogue
from ..core.entry import Appearance, Entry, Link
from ..core.slugs import escape_key
from .assigning import assign_keys
from .entries import entry_of_record
from .identity import unique_links, work_at, works_of
from .inline import entry_of_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..core.catalogue import SectionContent
    from ..core.entry import Metric, PageEntry
    from ..core.problems import Problem
    from ..core.record import Record


def build_catalogue(
    pages: Iterable[SectionContent],
    records: Mapping[str, Record],
    metrics: Mapping[str, tuple[Metric, ...]],
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a list, and what is wrong with the keys of its entries.

    ``pages`` are the sections in the order of the site, each with its entries in the order of its page. An entry's
    first appearance decides its place; links, tags and other titles are those of all its appearances. Every entry of
    a page gets a card, also one whose key is unknown.
    """
    contents = tuple(pages)
    written = [page for content in contents for page in content.entries]
    recorded = {key: entry_of_record(record) for key, record in records.items()}
    works = _by_work(recorded)
    keys, problems = assign_keys(written, records, works)
    by_key: dict[str, list[PageEntry]] = {}
    for key, page in zip(keys, written, strict=True):
        by_key.setdefault(key, []).append(page)
    entries = {key: _joined(key, pages, recorded.get(key), metrics.get(key, ())) for key, pages in by_key.items()}
    catalogue = Catalogue(
        entries=entries,
        appearances=tuple(_appearances(contents, keys)),
        sections=tuple(content.section for content in contents),
        records=records,
        mentions=_mentions(by_key, works, records),
    )
    return catalogue, problems


def _by_work(entries: Mapping[str, Entry]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, entry in entries.items():
        for work in works_of(entry):
            found.setdefault(work, key)
    return found


def _joined(key: str, pages: Sequence[PageEntry], recorded: Entry | None, metrics: tuple[Metric, ...]) -> Entry:
    """An entry with what all of its appearances say of it, the first one first."""
    base = recorded or entry_of_page(key, next((page for page in pages if page.title), pages[0]))
    titles = {base.title.casefold(): ""}
    for page in pages:
        for title in (*page.aka, page.title):
            titles.setdefault(title.casefold(), title)
    authors = next((page for page in pages if page.authors and not base.authors), base)
    return replace(
        base,
        kind=next((page.kind for page in pages if page.kind), base.kind),
        aka=tuple(filter(None, titles.values())),
        authors=authors.authors,
        authors_elided=authors.authors_elided,
        date=next((page.date for page in pages if page.date), base.date),
        added=min((page.added for page in pages if page.added), default=None),
        tags=tuple(dict.fromkeys(tag for page in pages for tag in page.tags)),
        links=unique_links([*base.links, *(link for page in pages for link in _links(page))], base.url),
        metrics=metrics,
    )


def _links(page: PageEntry) -> Iterator[Link]:
    if page.url:
        yield Link(page.url)
    yield from page.links


def _appearances(contents: Iterable[SectionContent], keys: Sequence[str]) -> Iterator[Appearance]:
    """Each card with its id: ``entry-KEY``, then ``entry-KEY-2`` and so on, free of keys that look like that."""
    canonical = {f"entry-{escape_key(key)}" for key in keys}
    used: set[str] = set()
    last: dict[str, int] = {}
    remaining = iter(keys)
    for content in contents:
        for page in content.entries:
            key = next(remaining)
            anchor = f"entry-{escape_key(key)}"
            if number := last.get(key, 0):
                while (candidate := f"{anchor}-{number + 1}") in canonical or candidate in used:
                    number += 1
                anchor = candidate
            last[key] = number + 1
            used.add(anchor)
            yield Appearance(key, anchor, content.section, page)


def _mentions(
    by_key: Mapping[str, Sequence[PageEntry]], works: Mapping[str, str], records: Mapping[str, Record]
) -> dict[str, tuple[str, ...]]:
    """Of each record without a card: the entries that link to its work."""
    found: dict[str, dict[str, None]] = {}
    for key, pages in by_key.items():
        for page in pages:
            for link in page.links:
                mentioned = works.get(work_at(link.url), "")
                if mentioned and mentioned not in by_key:
                    found.setdefault(mentioned, {})[key] = None
    return {key: tuple(found[key]) for key in records if key in found}
