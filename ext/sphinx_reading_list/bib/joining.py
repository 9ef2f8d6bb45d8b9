"""What the pages say, joined with what the .bib file and the metrics say: the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.catalogue import Catalogue
from ..core.entry import Appearance, Entry, Link
from ..core.former import former_sections
from ..core.slugs import escape_key
from .assigning import assign_keys
from .entries import entry_of_record
from .former_keys import FormerKeys
from .identity import unique_links, work_at, works_of
from .inline import entry_of_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..core.catalogue import SectionContent
    from ..core.entry import Metric, PageEntry
    from ..core.former import FormerName
    from ..core.problems import Problem
    from ..core.record import Record


def build_catalogue(
    pages: Iterable[SectionContent],
    records: Mapping[str, Record],
    metrics: Mapping[str, tuple[Metric, ...]],
    former_names: Iterable[FormerName] = (),
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a list, and what is wrong with the keys of its entries and the former names of its sections.

    ``pages`` are the sections in the order of the site, each with its entries in the order of its page. An entry's
    first appearance decides its place; links, tags and other titles are those of all its appearances. Every entry of
    a page gets a card, also one whose key is unknown.
    """
    contents = tuple(pages)
    said = [page for content in contents for page in content.entries]
    former = FormerKeys(said, records)
    written = [former.today(page) for page in said]
    recorded = {key: entry_of_record(record) for key, record in records.items()}
    works = _by_work(recorded)
    keys, problems = assign_keys(written, records, works)
    by_key: dict[str, list[PageEntry]] = {}
    for key, page in zip(keys, written, strict=True):
        by_key.setdefault(key, []).append(page)
    former_keys = former.resolved(written, keys)
    formerly = _formerly(former_keys)
    entries = {
        key: _joined(key, pages, recorded.get(key), metrics.get(key, ()), formerly.get(key, ()))
        for key, pages in by_key.items()
    }
    sections = tuple(content.section for content in contents)
    leading_on, names, wrong = former_sections(former_names, sections)
    catalogue = Catalogue(
        entries=entries,
        appearances=tuple(_appearances(contents, keys, formerly)),
        sections=sections,
        records=records,
        mentions=_mentions(by_key, works, records),
        former_keys=former_keys,
        former_sections=leading_on,
        former_names=names,
        introductions={content.section.name: content.introduction for content in contents if content.introduction},
    )
    return catalogue, [*problems, *former.problems, *wrong]


def _by_work(entries: Mapping[str, Entry]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, entry in entries.items():
        for work in works_of(entry):
            found.setdefault(work, key)
    return found


def _formerly(former_keys: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The former keys of each key of today."""
    found: dict[str, tuple[str, ...]] = {}
    for former, key in former_keys.items():
        found[key] = (*found.get(key, ()), former)
    return found


def _joined(
    key: str,
    pages: Sequence[PageEntry],
    recorded: Entry | None,
    metrics: tuple[Metric, ...],
    formerly: tuple[str, ...],
) -> Entry:
    """An entry with what all of its appearances say of it, the first one first."""
    base = recorded or entry_of_page(key, next((page for page in pages if page.title), pages[0]))
    titles = {base.title.casefold(): ""}
    for page in pages:
        for title in (*page.aka, page.title):
            titles.setdefault(title.casefold(), title)
    authors = next((page for page in pages if page.authors and not base.authors), base)
    return base._replace(
        kind=next((page.kind for page in pages if page.kind), base.kind),
        aka=tuple(filter(None, titles.values())),
        authors=authors.authors,
        authors_elided=authors.authors_elided,
        date=next((page.date for page in pages if page.date), base.date),
        added=min((page.added for page in pages if page.added), default=None),
        tags=tuple(dict.fromkeys(tag for page in pages for tag in page.tags)),
        links=unique_links([*base.links, *(link for page in pages for link in _links(page))], base.url),
        metrics=metrics,
        formerly=formerly,
    )


def _links(page: PageEntry) -> Iterator[Link]:
    if page.url:
        yield Link(page.url)
    yield from page.links


def _appearances(
    contents: Iterable[SectionContent], keys: Sequence[str], formerly: Mapping[str, tuple[str, ...]]
) -> Iterator[Appearance]:
    """Each card with its id: ``entry-KEY``, then ``entry-KEY-2`` and so on, free of keys that look like that.

    The first one has the ids of the former keys, too.
    """
    old = {key: tuple(f"entry-{escape_key(name)}" for name in names) for key, names in formerly.items()}
    canonical = {f"entry-{escape_key(key)}" for key in keys} | {
        anchor for anchors in old.values() for anchor in anchors
    }
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
            former = () if key in last else old.get(key, ())
            last[key] = number + 1
            used.add(anchor)
            yield Appearance(key, anchor, content.section, page, former)


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
