"""Keys that works had before: what a page or a record says of them, and which of them can lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.entry import Location, PageEntry
from ..core.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..core.record import Record


class _Claim(NamedTuple):
    """An entry, as a page would write it, that says it had another key."""

    former: str
    target: PageEntry
    location: Location


def ids_of(record: Record) -> tuple[str, ...]:
    """The other keys of a record, in BibLaTeX's field ``ids`` (its manual, section 2.2.3): separated by commas."""
    keys = (key.strip() for key in record.get("ids").split(","))
    return tuple(dict.fromkeys(key for key in keys if key))


class FormerKeys:
    """The former keys of a list, each with the entry that had it; ``problems`` says which can't lead on, and why."""

    def __init__(self, pages: Sequence[PageEntry], records: Mapping[str, Record]) -> None:
        self.problems: list[Problem] = []
        self._claims: dict[str, _Claim] = {}
        living = {page.key for page in pages if page.key and page.title} | records.keys()
        for claim in _claims(pages, records):
            self._take(claim, living)

    def _take(self, claim: _Claim, living: set[str]) -> None:
        first = self._claims.setdefault(claim.former, claim)
        if claim.former in living:
            message = f"{claim.former!r} is a key that is in use, so it leads nowhere else"
            del self._claims[claim.former]
        elif _subject(first.target) != _subject(claim.target):
            message = (
                f"{claim.former!r} is said to be a former key of two works ({first.location}); it leads to the first"
            )
        else:
            return
        self.problems.append(Problem(Code.BAD_FORMER_NAME, message, claim.location))

    def today(self, page: PageEntry) -> PageEntry:
        """An entry of a page under the key of today, if the page calls it by a former one."""
        claim = self._claims.get(page.key) if page.key and not page.title else None
        if claim is None:
            return page
        if claim.target.key:
            return page._replace(key=claim.target.key)
        # It has a key only when all have been assigned: until then it is known by its title and address.
        return page._replace(key="", title=claim.target.title, url=claim.target.url)

    def resolved(self, pages: Sequence[PageEntry], keys: Sequence[str]) -> dict[str, str]:
        """The key of today for each former one; ``keys`` are those of the entries of the pages, in their order."""
        by_subject = {_subject(page): key for page, key in zip(pages, keys, strict=True)}
        taken = set(keys)
        return {
            former: by_subject.get(_subject(claim.target), claim.target.key)
            for former, claim in self._claims.items()
            if former not in taken
        }


def _claims(pages: Iterable[PageEntry], records: Mapping[str, Record]) -> Iterable[_Claim]:
    for page in pages:
        for former in page.formerly:
            yield _Claim(former, page, page.location)
    for key, record in records.items():
        for former in ids_of(record):
            yield _Claim(former, PageEntry(key), record.location)


def _subject(page: PageEntry) -> tuple[str, ...]:
    """What tells an entry from others: its key, else its title and address."""
    return (page.key,) if page.key else (page.title, page.url)
