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
        for page in pages:
            if page.key and page.title and page.key not in records:
                self.defined.setdefault(page.key, page)
        self.by_work = {_work(page): key for key, page in self.defined.items()} | dict(works)
        self.taken = TakenKeys((*records, *self.defined))
        self.nearest = Nearest((*records, *self.defined))
        self.apart: dict[tuple[str, str], str] = {}

    def key_of(self, page: PageEntry) -> str:
        if not page.key:
            return self._of_work(page)
        if page.key in self.records:
            return page.key
        if first := self.defined.get(page.key):
            same = not page.title or page is first or _work(page) == _work(first)
            return page.key if same else self._apart(page, first)
        message = f"No record has the key {page.key!r}{self.nearest.hint(page.key)}"
        self.problems.append(Problem(Code.UNKNOWN_KEY, message, page.location))
        return page.key

    def _of_work(self, page: PageEntry) -> str:
        """The key of an entry that has none: of the work with its address, else a new one."""
        work = _work(page)
        if work not in self.by_work:
            url = address_of_page(page)
            date = date_of_page(page, identify(url) if url else None)
            site = site_label(url) if url else ""
            self.by_work[work] = self.taken.new(citation_key(page.title, page.authors, date, site))
        return self.by_work[work]

    def _apart(self, page: PageEntry, first: PageEntry) -> str:
        """Another key for another work under a key that is taken: both are shown, and the clash is reported."""
        name = (page.key, _work(page))
        if name not in self.apart:
            self.apart[name] = self.taken.new(page.key)
            message = f"The key {page.key!r} is that of “{first.title}” ({first.location}) too"
            self.problems.append(Problem(Code.DUPLICATE_KEY, message, page.location))
        return self.apart[name]


def _work(page: PageEntry) -> str:
    # An entry without an address is known by its title.
    return work_at(address_of_page(page)) or f"title:{' '.join(page.title.casefold().split())}"
