"""Each entry of a list as it is to stand on a page: under the key of its record, or whole with a key of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from ...bib.entries import entry_of_record
from ...bib.identity import place_at, work_at, works_of
from ...core.dates import PartialDate
from ...core.entry import Link, PageEntry
from ...core.identifiers import arxiv_month
from ...core.keys import citation_key, free_key
from ...core.problems import Code, Problem
from ...core.sites import site_label
from .new_records import record_of_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...core.entry import Entry, Metric
    from ...core.record import Record
    from ...lists.document import ListItem

_IGNORED = re.compile(r"[\"'`‘’“”«»„‚´]")
_DASHES = re.compile(r"[-‐-―−]")


class Resolver:
    """Finds or makes the key of each entry. ``new_records``, ``metrics`` and ``problems`` collect what comes of it."""

    def __init__(self, records: Mapping[str, Record], pages: Iterable[PageEntry]) -> None:
        self.recorded: dict[str, Entry] = {key: entry_of_record(record) for key, record in records.items()}
        self.by_work: dict[str, str] = {}
        for key, entry in self.recorded.items():
            self._note_works(key, entry)
        self.new_records: dict[str, Record] = {}
        self.metrics: dict[str, tuple[Metric, ...]] = {}
        self.problems: list[Problem] = []
        self.by_page: dict[str, str] = {}
        self.taken = {key.casefold() for key in records}
        for page in pages:
            self.taken.add(page.key.casefold())
            if page.key and page.title:
                self.by_page.setdefault(_work(page), page.key)

    def resolve(self, item: ListItem) -> ListItem:
        """The item with the page's part of it in its final form."""
        key = self._known(item)
        if not key and item.is_work:
            key = self._new_record(item)
        page = self._of_record(item, key) if key else self._inline(item)
        if item.metrics:
            self.metrics.setdefault(page.key, item.metrics)
        return replace(item, entry=page)

    def _known(self, item: ListItem) -> str:
        works = [f"arxiv:{item.arxiv}" if item.arxiv else "", f"doi:{item.doi.lower()}" if item.doi else ""]
        works.append(work_at(item.entry.url))
        return next((self.by_work[work] for work in works if work and work in self.by_work), "")

    def _note_works(self, key: str, entry: Entry) -> None:
        for work in works_of(entry):
            self.by_work.setdefault(work, key)

    def _new_record(self, item: ListItem) -> str:
        key = self._free(citation_key(item.entry.title, item.entry.authors, _date(item), site_label(item.entry.url)))
        record = record_of_item(item, key)
        self.new_records[key] = record
        self.recorded[key] = entry_of_record(record)
        self._note_works(key, self.recorded[key])
        if item.entry.authors_elided:
            message = f"the new record {key} has only the authors that the list names: {item.authors_line}"
            self.problems.append(Problem(Code.ELIDED_AUTHORS, message, item.entry.location))
        return key

    def _of_record(self, item: ListItem, key: str) -> PageEntry:
        """What the page says beside the record: other links, another title, and the curator's own words."""
        entry, page = self.recorded[key], item.entry
        given = {place_at(entry.url), *(place_at(link.url) for link in entry.links)}
        links = [] if place_at(page.url) in given or not page.url else [Link(page.url)]
        for link in page.links:
            if place_at(link.url) in given and not link.detail:
                message = f"{link.url} is given by the record {key}"
                self.problems.append(Problem(Code.REDUNDANT_LINK, message, page.location))
            else:
                links.append(link)
        aka = page.aka
        if comparable(page.title) != comparable(entry.title):
            aka = (page.title, *aka)
            message = f"{key} is called “{entry.title}” in the record, “{page.title}” in the list"
            self.problems.append(Problem(Code.RETITLED, message, page.location))
        return replace(
            page, key=key, title="", url="", authors=(), authors_elided=False, date=None, links=tuple(links), aka=aka
        )

    def _inline(self, item: ListItem) -> PageEntry:
        page, work = item.entry, _work(item.entry)
        if work not in self.by_page:
            # A first name alone, as blogs sign, makes no key.
            authors = page.authors if page.authors and page.authors[0].given else ()
            wanted = citation_key(page.title, authors, _date(item), site_label(page.url) if page.url else "")
            self.by_page[work] = self._free(wanted)
        return replace(page, key=self.by_page[work])

    def _free(self, wanted: str) -> str:
        key = free_key(wanted, self.taken)
        self.taken.add(key.casefold())
        return key


def comparable(title: str) -> str:
    """A title as far as it tells works apart: no case, no quotes, one kind of dash, no full stop at its end."""
    text = _IGNORED.sub("", unicodedata.normalize("NFKC", title).casefold())
    return " ".join(_DASHES.sub("-", text).split()).rstrip(".")


def _work(page: PageEntry) -> str:
    return work_at(page.url) or f"title:{comparable(page.title)}"


def _date(item: ListItem) -> PartialDate | None:
    return PartialDate(*arxiv_month(item.arxiv)) if item.arxiv else item.entry.date
