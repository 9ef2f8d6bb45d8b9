"""Which key each entry of the pages has: its own, its record's, or one made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.identifiers import identify
from ..core.keys import TakenKeys, citation_key
from ..core.nearest import Nearest
from ..core.problems import Code, Problem
from ..core.sites import site_label
from .identity import work_at
from .inline import address_of_page, date_of_page
from .latex import to_unicode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..core.entry import PageEntry
    from ..core.record import Record


def assign_keys(
    pages: Sequence[PageEntry], records: Mapping[str, Record], works: Mapping[str, str]
) -> tuple[list[str], list[Problem]]:
    """The key of each of the pages' entries, in their order, and which of their keys are unknown or taken.

    ``works`` has the key of each record by what identifies its work (see :mod:`.identity`). An entry without a key
    is the record, or the entry with a key, that has the same address; else it gets a key of its own.
    """
    assigner = _Assigner(pages, records, works)
    return [assigner.key_of(page) for page in pages], assigner.problems


class _Assigner:
    """The keys that are taken so far, and by which works."""

    def __init__(self, pages: Sequence[PageEntry], records: Mapping[str, Record], works: Mapping[str, str]) -> None:
        self.records = records
        self.problems: list[Problem] = []
        self.defined: dict[str, PageEntry] = {}
        # BibTeX and file systems fold case, so keys that differ in it alone are one key.
        self.spelled = {key.casefold(): key for key in records}
        for page in pages:
            if page.key and page.title and self.spelled.setdefault(page.key.casefold(), page.key) not in records:
                self.defined.setdefault(self.spelled[page.key.casefold()], page)
        self.by_work = {_work(page): key for key, page in self.defined.items()} | dict(works)
        self.taken = TakenKeys((*records, *self.defined))
        self.nearest = Nearest((*records, *self.defined))
        self.apart: dict[tuple[str, str], str] = {}

    def key_of(self, page: PageEntry) -> str:
        if not page.key:
            return self._of_work(page)
        if page.key in self.records:
            return page.key
        key = self.spelled.setdefault(page.key.casefold(), page.key)
        if page.title:
            return key if self._is(page, key) else self._apart(page, key)
        if key not in self.defined or key != page.key:
            message = f"No record has the key {page.key!r}{self.nearest.hint(page.key)}"
            self.problems.append(Problem(Code.UNKNOWN_KEY, message, page.location))
        return key

    def _of_work(self, page: PageEntry) -> str:
        """The key of an entry that has none: of the work with its address, else a new one."""
        work = _work(page)
        if work not in self.by_work:
            url = address_of_page(page)
            date = date_of_page(page, identify(url) if url else None)
            site = site_label(url) if url else ""
            self.by_work[work] = self.taken.new(citation_key(page.title, page.authors, date, site))
        return self.by_work[work]

    def _is(self, page: PageEntry, key: str) -> bool:
        """Whether an entry is the work that has a key, of a page or a record."""
        if first := self.defined.get(key):
            return page is first or _work(page) == _work(first)
        return self.by_work.get(_work(page)) == key

    def _apart(self, page: PageEntry, key: str) -> str:
        """Another key for another work under a key that is taken: both are shown, and the clash is reported."""
        name = (page.key, _work(page))
        if name not in self.apart:
            self.apart[name] = self.taken.new(page.key)
            first = self.defined.get(key)
            title = first.title if first else to_unicode(self.records[key].get("title"))
            where = first.location if first else self.records[key].location
            but_for_case = "" if key == page.key else ", but for its case,"
            message = f"The key {page.key!r} is{but_for_case} that of “{title}” ({where}) too"
            self.problems.append(Problem(Code.DUPLICATE_KEY, message, page.location))
        return self.apart[name]


def _work(page: PageEntry) -> str:
    # An entry without an address is known by its title.
    return work_at(address_of_page(page)) or f"title:{' '.join(page.title.casefold().split())}"
