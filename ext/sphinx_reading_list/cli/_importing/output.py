"""What there is to read after an import: pages, records and numbers, as words and links."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

from ...bib.latex import to_unicode
from ...core.dates import month_number
from ...lists.document import ListItem
from ...lists.fidelity.runs import runs_of
from ...lists.fidelity.said import Said, add_metrics, add_record, said_on_page
from ...lists.markup.markdown import page_markdown
from ...lists.pages.reading import EntryBlock, Heading
from .layout import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...core.entry import Entry, Metric, PageEntry
    from ...core.record import Record
    from ...lists.document import ListDocument
    from .old_pages import Parts

_TEXTS = ("note", "annotation", "howpublished", "date", "origdate", "year")


class Known(NamedTuple):
    """What is known of the entries of a list beside its pages, by their keys: records, what these say, and numbers."""

    records: Mapping[str, Record]
    recorded: Mapping[str, Entry]
    metrics: Mapping[str, tuple[Metric, ...]]


class Output:
    """What there is to read in the end: each entry with its record and numbers, and ``besides`` what stands around."""

    def __init__(self, known: Known) -> None:
        self.besides = Said()
        self._entries: dict[str, deque[Said]] = defaultdict(deque)
        self._known = known

    @classmethod
    def of_pages(cls, pages: Iterable[Parts], known: Known) -> Output:
        """What pages say, as they were read."""
        output = cls(known)
        for parts in pages:
            for part in parts:
                if isinstance(part, Heading):
                    output.besides.add(part.title)
                elif isinstance(part, EntryBlock):
                    output._add(part.entry)
                else:
                    output.besides.add_runs(runs_of(part.tokens))
        return output

    @classmethod
    def of_documents(cls, documents: Iterable[ListDocument], known: Known) -> Output:
        """What lists say as they were read, before there are pages."""
        output = cls(known)
        for document in documents:
            output.besides.add(document.title)
            for section in document.walk():
                output.besides.add(section.title)
            for block in blocks_of(document):
                if isinstance(block, ListItem):
                    output._add(block.entry)
                else:
                    output.besides.add_runs(runs_of(page_markdown().parse(block.markdown)))
        return output

    def _add(self, page: PageEntry) -> None:
        said = said_on_page(page)
        self._add_facts(said, page.key)
        self._entries[page.key].append(said)

    def _add_facts(self, said: Said, key: str) -> None:
        if record := self._known.records.get(key):
            texts = [to_unicode(value) for name in _TEXTS if (value := record.get(name))]
            add_record(said, self._known.recorded[key], *texts, str(month_number(record.get("month")) or ""))
        add_metrics(said, self._known.metrics.get(key, ()))

    def take(self, key: str) -> Said:
        """What an entry says; of one that stands several times each appearance in its turn, the last one for good."""
        found = self._entries[key]
        if not found:
            return Said()
        return found.popleft() if len(found) > 1 else found[0]
