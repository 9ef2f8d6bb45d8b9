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
    """Texts and their words, links and their names."""

    links: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)

    def add(self, text: str, url: str = "") -> None:
        """Take in a text, and an address."""
        if text:
            self.add_texts(text)
        if url:
            name = link_name(url)
            self.urls.append(url)
            self.links[name] = self.links.get(name, 0) + 1

    def add_texts(self, *texts: str) -> None:
        """Take in texts, those that are empty left out."""
        self.texts += filter(None, texts)
        self.__dict__.pop("words", None)

    def add_runs(self, runs: Iterable[Run]) -> None:
        """Take in what a parsed text says."""
        for run in runs:
            self.add(run.text, run.url)

    def __add__(self, other: Said) -> Said:
        return Said(self.links + other.links, self.texts + other.texts, self.urls + other.urls)

    @cached_property
    def words(self) -> Counter[str]:
        """The words of all texts."""
        return Counter(words_of("\n".join(self.texts)))


def said_on_page(page: PageEntry) -> Said:
    """What the directive of an entry says."""
    said = Said()
    said.add(page.title, page.url)
    said.add_texts(*[author.name for author in page.authors], *page.tags, *page.aka)
    said.add_texts(str(page.date or ""), str(page.added or ""), page.kind)
    _add_links(said, page.links)
    if page.note and _MARKUP.isdisjoint(page.note):
        said.add(page.note)
    elif page.note:
        environment: dict[str, Any] = {}
        said.add_runs(runs_of(page_markdown().parse(page.note, environment), environment))
    return said


def add_record(said: Said, entry: Entry, *texts: str) -> None:
    """Take in what the record of an entry says, and other fields of it."""
    said.add(entry.title, entry.url)
    said.add_texts(*[author.name for author in entry.authors])
    dates = {str(date) for date in (entry.date, entry.published) if date}
    said.add_texts(entry.venue, entry.status, *sorted(dates), *texts)
    said.add_texts(*[identifier.value for identifier in entry.identifiers])
    _add_links(said, entry.links)


def add_metrics(said: Said, metrics: Iterable[Metric]) -> None:
    """Take in the numbers of an entry."""
    for metric in metrics:
        said.add(str(metric.count), metric.url)


def _add_links(said: Said, links: Iterable[Link]) -> None:
    for link in links:
        said.add(link.label, link.url)
        said.add(link.detail)
