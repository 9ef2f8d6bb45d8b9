"""Each entry of a list as it is to stand on a page: under the key of its record, or whole with a key of its own."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ...bib.entries import read_entry
from ...bib.identity import place_at, work_at, works_of
from ...bib.writing import write_record
from ...core.dates import PartialDate
from ...core.entry import Link, PageEntry
from ...core.identifiers import arxiv_month, doi
from ...core.keys import TakenKeys, citation_key
from ...core.problems import Code, Problem
from ...core.sites import site_label
from ...lists.fidelity.words import words_of
from ...lists.markup.escape import escape_text
from ...lists.words.link_labels import role_of_label
from .new_records import record_of_item
from .state import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...core.entry import Entry, Metric
    from ...core.names import Author
    from ...core.record import Record
    from ...lists.document import ListItem
    from .state import State

_IGNORED = re.compile(r"[\"'`‘’“”«»„‚´]")
_DASHES = re.compile(r"[-‐-―−]")


class Resolver:
    """Finds or makes the key of each entry. What comes of it is collected in the attributes without an underscore.

    ``pages`` are the entries of the whole site, those of the list first; ``last`` is what the last import remembers: a
    record that it made and that nobody has touched follows the list.
    """

    def __init__(self, records: Mapping[str, Record], pages: Iterable[PageEntry], last: State) -> None:
        self.recorded: dict[str, Entry] = {key: read_entry(record) for key, record in records.items()}
        self.new_records: dict[str, Record] = {}
        self.new_texts: dict[str, str] = {}
        self.updated: dict[str, Record] = {}
        self.metrics: dict[str, tuple[Metric, ...]] = {}
        self.problems: list[Problem] = []
        self.made = dict(last.records)
        """The digests of the records that imports made, by their keys."""
        self._last, self._records = last, records
        self._announced: dict[int, str] = {}
        """The keys of the records that were made of items of this import."""
        self._made_of: dict[str, int] = {}
        """The item that the record of a key says all of."""
        self._by_work: dict[str, str] = {}
        self._by_title: dict[str, list[str]] = {}
        for key, entry in self.recorded.items():
            self._note_works(key, entry)
        self._by_page: dict[str, str] = {}
        self._published: set[str] = set()
        self._taken = TakenKeys(records)
        for page in pages:
            self._taken.add(page.key)
            if page.key and page.title:
                self._by_page.setdefault(work_of(page), page.key)
                self._published.add(page.key)
        for things in last.sources.values():
            for thing in things:
                self._taken.add(thing.key)
                if thing.key and thing.of and thing.key not in records:
                    # The key of an entry that was deleted by hand is no other work's.
                    self._by_page.setdefault(thing.of, thing.key)

    def announce(self, items: Iterable[ListItem]) -> None:
        """Make the records of new works, before anything is resolved: what stands above such a work may lead to it, too."""
        for item in items:
            if item.is_work and not self._known(item):
                self._announced[id(item)] = self._new_record(item)

    def resolve(self, item: ListItem) -> ListItem:
        """The item with the page's part of it in its final form."""
        key = self._announced.get(id(item)) or self._known(item)
        if key:
            self._follow(item, key)
        page = self._of_record(item, key) if key else self._inline(item)
        if item.metrics:
            self.metrics.setdefault(page.key, item.metrics)
        return item._replace(entry=page)

    def _follow(self, item: ListItem, key: str) -> None:
        """Bring a record up to date that an import made, if the list has changed since and nobody edited it."""
        if key not in self._last.records or key in self._made_of or not item.is_work:
            return
        self._made_of[key] = id(item)
        new, old, was = record_of_item(item, key), self._records.get(key), self._last.records[key]
        untouched = old if old and digest(f"{old.raw.rstrip()}\n".replace("\r\n", "\n")) == was else None
        if untouched and (untouched.type, untouched.fields) == (new.type, new.fields):
            return
        text = write_record(new)
        now = digest(text)
        if now == was:
            return
        self.made[key] = now
        if not untouched:
            stays = f"{old.raw.rstrip()}\n" if old else ""
            message = f"the record {key} was edited; it stays\n{stays}the list now says\n{text.rstrip()}"
            self.problems.append(Problem(Code.EDITED_RECORD, message, item.entry.location))
            return
        self.updated[key] = new
        self.recorded[key] = read_entry(new)
        self._note_works(key, self.recorded[key])

    def _known(self, item: ListItem) -> str:
        named = [f"arxiv:{item.arxiv}" if item.arxiv else "", f"doi:{item.doi.lower()}" if item.doi else ""]
        works = [work for work in (*named, work_at(item.entry.url)) if work]
        for work in works:
            if work in self._by_work:
                return self._by_work[work]
        if item.entry.key in self.recorded:
            return item.entry.key
        return "" if works else self._known_by_title(item)

    def _known_by_title(self, item: ListItem) -> str:
        """The key of the record of a work without any address: title, year and first author are the same."""
        keys = self._by_title.get(comparable(item.entry.title), ())
        return next((key for key in keys if _may_be(item, self.recorded[key])), "")

    def _note_works(self, key: str, entry: Entry) -> None:
        for work in works_of(entry):
            self._by_work.setdefault(work, key)
        keys = self._by_title.setdefault(comparable(entry.title), [])
        if key not in keys:
            keys.append(key)

    def _new_record(self, item: ListItem) -> str:
        key = self._taken.new(item.entry.key or _wanted_key(item, item.entry.authors))
        record = record_of_item(item, key)
        text = write_record(record)
        self.new_records[key], self.new_texts[key], self.made[key] = record, text, digest(text)
        self._made_of[key] = id(item)
        self.recorded[key] = read_entry(record)
        self._note_works(key, self.recorded[key])
        if item.entry.authors_elided:
            message = f"the new record {key} has only the authors that the list names: {item.authors_line}"
            self.problems.append(Problem(Code.ELIDED_AUTHORS, message, item.entry.location))
        return key

    def _of_record(self, item: ListItem, key: str) -> PageEntry:
        """What the page says beside the record: other links, another title, and the curator's own words."""
        entry, page = self.recorded[key], item.entry
        date, note = None, page.note
        if self._made_of.get(key) != id(item):
            date = page.date if page.date and not item.venue and _refines(page.date, entry) else None
            note = self._with_unsaid(item, key, entry._replace(date=date or entry.date))
        return page._replace(
            key=key,
            title="",
            url="",
            authors=(),
            authors_elided=False,
            date=date,
            links=self._links_beside(page, entry),
            aka=self._titles_beside(page, entry),
            note=note,
        )

    def _links_beside(self, page: PageEntry, entry: Entry) -> tuple[Link, ...]:
        """The links that the record doesn't give."""
        own = [Link(page.url)] if page.url and page.url != entry.url else []
        if not own and not page.links:
            return ()
        given = {place_at(url) for url in (entry.url, *(link.url for link in entry.links))}
        links = [link for link in own if place_at(link.url) not in given]
        for link in page.links:
            if place_at(link.url) in given and not link.detail and not _says_more(link):
                message = f"{link.label or 'a link'}: {link.url} is given by the record {entry.key}"
                self.problems.append(Problem(Code.REDUNDANT_LINK, message, page.location))
            else:
                links.append(link)
        return tuple(links)

    def _titles_beside(self, page: PageEntry, entry: Entry) -> tuple[str, ...]:
        """The other titles, and the list's own one where the record has another."""
        if page.title == entry.title or comparable(page.title) == comparable(entry.title):
            return page.aka
        message = f"{entry.key} is called “{entry.title}” in the record, “{page.title}” in the list"
        self.problems.append(Problem(Code.RETITLED, message, page.location))
        return (page.title, *page.aka)

    def _with_unsaid(self, item: ListItem, key: str, entry: Entry) -> str:
        """The note of an item that isn't the one its record was made of, with what that record says otherwise.

        Where an import made the record, of another item, both are the list's, and both stay. What a person wrote is
        shown instead, and the difference is reported.
        """
        unsaid = self._unsaid(item, key, entry)
        if key in self.made:
            return "\n\n".join(filter(None, (item.entry.note, escape_text(" · ".join(unsaid)))))
        for said in unsaid:
            message = f"{key}: the list says “{said}”, the record doesn't"
            self.problems.append(Problem(Code.RECORD_DIFFERS, message, item.entry.location))
        return item.entry.note

    def _unsaid(self, item: ListItem, key: str, entry: Entry) -> list[str]:
        """The people, the venue and the date of an item, as far as the record of its work says otherwise."""
        record = self._records.get(key) or self.new_records[key]
        there = {word for value in record.fields.values() for word in words_of(value)}
        there.update(words_of(" ".join([*(author.name for author in entry.authors), entry.venue])))
        there.update(words_of(f"{entry.date or ''} {entry.published or ''}"))
        authors = item.authors_line or ", ".join(author.name for author in item.entry.authors)
        said = (authors, item.venue, str(item.entry.date or ""))
        return [text for text in said if text and not there.issuperset(words_of(text))]

    def _inline(self, item: ListItem) -> PageEntry:
        page, work = item.entry, work_of(item.entry)
        if work not in self._by_page and page.key in self._published:
            self._by_page[work] = page.key
        if work not in self._by_page:
            # A first name alone, as blogs sign, makes no key.
            authors = page.authors if page.authors and page.authors[0].given else ()
            self._by_page[work] = self._taken.new(page.key or _wanted_key(item, authors))
        return page._replace(key=self._by_page[work])


def _wanted_key(item: ListItem, authors: tuple[Author, ...]) -> str:
    site = site_label(item.entry.url) if item.entry.url and not authors else ""
    return citation_key(item.entry.title, authors, _date(item), site)


def _may_be(item: ListItem, entry: Entry) -> bool:
    """Whether nothing that is known of two works of the same title tells them apart."""
    date, known = _date(item), entry.date or entry.published
    if date and known and date.year != known.year:
        return False
    authors = item.entry.authors
    return not (authors and entry.authors) or authors[0].family == entry.authors[0].family


def comparable(title: str) -> str:
    """A title as far as it tells works apart: no case, no quotes, one kind of dash, no full stop at its end."""
    text = title if title.isascii() else _DASHES.sub("-", unicodedata.normalize("NFKC", title))
    return " ".join(_IGNORED.sub("", text.casefold()).split()).rstrip(".")


def work_of(page: PageEntry) -> str:
    """What identifies the work of an entry without a record: where it leads, else its title."""
    return work_at(page.url) or f"title:{comparable(page.title)}"


def _refines(date: PartialDate, entry: Entry) -> bool:
    """Whether a date says more than what is known of a work, and nothing else."""
    return entry.date is None or (date != entry.date and str(date).startswith(str(entry.date)))


def _says_more(link: Link) -> bool:
    """Whether a link is called anything else than what kind of link it is, or by the DOI that it leads to."""
    label = link.label
    if not label or "://" in label or role_of_label(label) is not None:
        return False
    return not doi(label) or doi(label) != doi(link.url)


def _date(item: ListItem) -> PartialDate | None:
    return PartialDate(*arxiv_month(item.arxiv)) if item.arxiv else item.entry.date
