"""What a place says: its words and its links, each as often as it stands there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..markup.markdown import page_markdown
from .runs import runs_of
from .words import link_name, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.entry import Entry, Link, Metric, PageEntry
    from .runs import Run

_MARKUP = frozenset("[]<`*_&:|#~\\!")


@dataclass
class Said:
    """Texts and addresses; once all are there, ``words`` and ``links`` are theirs. Empty ones say nothing."""

    texts: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)

    def add(self, text: str, url: str = "") -> None:
        """Take in a text, and an address."""
        if text:
            self.texts.append(text)
        if url:
            self.urls.append(url)

    def add_runs(self, runs: Iterable[Run]) -> None:
        """Take in what a parsed text says."""
        for run in runs:
            self.add(run.text, run.url)

    def __add__(self, other: Said) -> Said:
        return Said(self.texts + other.texts, self.urls + other.urls)

    @cached_property
    def words(self) -> Counter[str]:
        """The words of all texts."""
        return Counter(words_of("\n".join(self.texts)))

    @cached_property
    def links(self) -> Counter[str]:
        """The names of all addresses."""
        return Counter(map(link_name, filter(None, self.urls)))


def said_on_page(page: PageEntry) -> Said:
    """What the directive of an entry says."""
    names = [author.name for author in page.authors]
    dates = [str(date) for date in (page.date, page.added) if date]
    said = Said([page.title, *names, *page.tags, *page.aka, *dates, page.kind], [page.url])
    _add_links(said, page.links)
    if page.note and _MARKUP.isdisjoint(page.note):
        said.add(page.note)
    elif page.note:
        environment: dict[str, Any] = {}
        said.add_runs(runs_of(page_markdown().parse(page.note, environment), environment))
    return said


def add_record(said: Said, entry: Entry, *texts: str) -> None:
    """Take in what the record of an entry says, and other fields of it."""
    names = [author.name for author in entry.authors]
    dates = sorted({str(date) for date in (entry.date, entry.published) if date})
    identifiers = [identifier.value for identifier in entry.identifiers]
    said.texts += [entry.title, *names, entry.venue, entry.status, *dates, *texts, *identifiers]
    said.urls.append(entry.url)
    _add_links(said, entry.links)


def add_metrics(said: Said, metrics: Iterable[Metric]) -> None:
    """Take in the numbers of an entry."""
    for metric in metrics:
        said.add(str(metric.count), metric.url)


def _add_links(said: Said, links: Iterable[Link]) -> None:
    for link in links:
        said.texts += (link.label, link.detail)
        said.urls.append(link.url)
