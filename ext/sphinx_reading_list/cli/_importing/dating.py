"""When each entry of a list came into it: as its page says; for one that is new, as it was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ...bib.entries import entry_of_record
from ...bib.identity import work_at, works_of
from ...core.dates import PartialDate
from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.document import ListItem
from .._history import History, NoHistoryError, read_history
from .layout import names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ...core.entry import PageEntry
    from ...core.record import Record
    from ...lists.document import Kept, ListDocument, ListSection
    from .sources import ReadSource


class Added(NamedTuple):
    """What new entries say: ``date``; where ``history`` is true, when git saw each in its list first, else ``date``."""

    date: PartialDate
    history: bool = False


def date_entries(
    sources: Iterable[ReadSource], pages: Iterable[PageEntry], records: Mapping[str, Record], added: Added | None
) -> list[Problem]:
    """Give each entry of the sources its date; what a page says stays. Returns what can't be told."""
    known: dict[str, PartialDate | None] = {}
    for page in pages:
        for name in names_of(page):
            known[name] = known.get(name) or page.added
    if added is None and not any(known.values()):
        return []
    problems: list[Problem] = []
    for source in sources:
        date_of = _nobody if added is None else _dates_of_new(source, records, added, problems)

        def dated(item: ListItem, date_of: Callable[[PageEntry], PartialDate | None] = date_of) -> ListItem:
            here = [name for name in names_of(item.entry) if name in known]
            date = next((known[name] for name in here if known[name]), None) if here else date_of(item.entry)
            return item if item.entry.added or not date else item._replace(entry=item.entry._replace(added=date))

        source.document = with_items(source.document, dated)
    return problems


def with_items(document: ListDocument, change: Callable[[ListItem], ListItem]) -> ListDocument:
    """The document with each of its entries changed."""

    def section(one: ListSection) -> ListSection:
        return replace(one, blocks=blocks(one.blocks), sections=tuple(map(section, one.sections)))

    def blocks(some: Sequence[ListItem | Kept]) -> tuple[ListItem | Kept, ...]:
        return tuple(change(block) if isinstance(block, ListItem) else block for block in some)

    return replace(document, blocks=blocks(document.blocks), sections=tuple(map(section, document.sections)))


def _nobody(_: PageEntry) -> None:
    return None


def _dates_of_new(
    source: ReadSource, records: Mapping[str, Record], added: Added, problems: list[Problem]
) -> Callable[[PageEntry], PartialDate | None]:
    """What gives a new entry of a list its date."""
    path = source.source.path
    history = History()
    if added.history:
        try:
            history = read_history(path.parent, [path.name])
        except NoHistoryError as error:
            problems.append(Problem(Code.NO_HISTORY, f"{error}; entries get today's date", Location(str(path))))
    if history.before:
        message = "the clone is shallow: entries that its first commit has already get no date"
        problems.append(Problem(Code.NO_HISTORY, message, Location(str(path))))

    def date_of(page: PageEntry) -> PartialDate | None:
        names = list(_names(page, records.get(page.key)))
        if history.before.intersection(names):
            return None
        found = history.date_of(names)
        return PartialDate.parse(found) if found else added.date

    return date_of


def _names(page: PageEntry, record: Record | None) -> Iterator[str]:
    """What a list may say of an entry: where it leads, and what identifies its record."""
    yield f"key {page.key}"
    if page.url:
        yield work_at(page.url)
    if record:
        yield from works_of(entry_of_record(record))
