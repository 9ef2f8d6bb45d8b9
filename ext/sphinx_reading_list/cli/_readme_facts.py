"""The facts of a README's entry: as few words as those from which an import works out all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.entries import entry_of_record
from ..bib.inline import entry_of_page
from ._importing.new_records import record_of_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry
    from ..lists.document import ListItem


def with_facts(item: ListItem, entry: Entry) -> ListItem:
    """The item with venue, dates, kind and status in the first form that an import reads as they are.

    The form of last resort says outright when the work was published; a README has it in its comment.
    """
    found = item
    for found in _forms(item, entry):
        back = _read_back(found)
        if (back.venue, back.published, back.date, back.status) == (
            entry.venue,
            entry.published,
            entry.date,
            entry.status,
        ):
            break
    kind = found.entry.kind or (entry.kind if _read_back(found).kind != entry.kind else "")
    return found._replace(entry=found.entry._replace(kind=kind))


def _forms(item: ListItem, entry: Entry) -> Iterator[ListItem]:
    # Most titles of retracted works say it themselves.
    for status in dict.fromkeys(("", entry.status)):
        for venue in dict.fromkeys((_dated(entry), entry.venue)):
            for date in (None, entry.date):
                yield item._replace(entry=item.entry._replace(date=date), venue=venue, status=status)
    outright = item._replace(
        venue=entry.venue, published=entry.published, undated=not entry.published, status=entry.status
    )
    yield outright
    yield outright._replace(entry=item.entry._replace(date=entry.date))


def _dated(entry: Entry) -> str:
    """The venue with the year at its end, as lists print it."""
    last = entry.venue.rpartition(" ")[2]
    if not entry.venue or not entry.published or (last.isdigit() and len(last) == 4):
        return entry.venue
    return f"{entry.venue} {entry.published.year}"


def _read_back(item: ListItem) -> Entry:
    """The entry that an import makes of the item."""
    if not item.is_work:
        return entry_of_page(item.entry.key, item.entry)
    # Names and titles take the time, and say nothing here.
    bare = item._replace(entry=item.entry._replace(authors=(), title=item.entry.title if item.status else "-"))
    return entry_of_record(record_of_item(bare, item.entry.key))
