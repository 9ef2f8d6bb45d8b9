"""A whole list as the rules see it: the texts of its files, and what they say, joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..bib.entries import entry_of_record
from ..bib.inheriting import wholes_of
from ..bib.joining import build_catalogue
from ..bib.metrics import read_metrics
from ..bib.reading import read_bibliography
from ..core.settings import PROGRAM_SETTINGS
from ..lists.pages.reading import read_page
from ._plain_lists import read_plain_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..core.catalogue import Catalogue, SectionContent
    from ..core.entry import Entry, Location, PageEntry
    from ..core.former import FormerName
    from ..core.problems import Problem
    from ..core.record import Record

DEFAULTS: Mapping[str, str | tuple[str, ...]] = {setting.name: setting.default for setting in PROGRAM_SETTINGS}
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@dataclass(frozen=True)
class Site:
    """A list: the text of each page by its path, in the order of the site, and of the files beside them.

    ``folder`` is that of the pages; ``files`` are lists that pages take in with ``{entries}``, by their path; ``others``
    are pages beside the list, which may cite its records.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    bib: str = ""
    bib_path: str = "refs.bib"
    metrics: str = ""
    metrics_path: str = "metrics.json"
    folder: str = "list"
    files: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str | tuple[str, ...]] = field(default_factory=lambda: DEFAULTS)
    dates_added: Callable[[Site, Sequence[str]], Mapping[str, str]] = lambda site, keys: {}
    """When the entries with these keys came into the list, ISO 8601; only the program knows (git, the clock)."""

    @cached_property
    def _read(self) -> tuple[Catalogue, tuple[Problem, ...], tuple[SectionContent, ...]]:
        contents: list[SectionContent] = []
        former: list[FormerName] = []
        problems: list[Problem] = []
        for path, text in self.pages.items():
            name, page = self.docname(path), self.page(path)
            found, names, wrong = read_page(text, path, page, page.removesuffix(name).rstrip("/"))
            plain, about_lists = read_plain_lists(text, path, name, page, self.files)
            contents += [*found, *plain] if not plain or any(content.entries for content in found) else plain
            former += names
            problems += [*wrong, *about_lists]
        known, in_metrics = read_metrics(self.metrics, self.metrics_path) if self.metrics else ({}, [])
        catalogue, wrong = build_catalogue(contents, self.records, known, former)
        problems += in_metrics
        return catalogue, (*self._bibliography[1], *problems, *wrong), tuple(contents)

    @cached_property
    def _bibliography(self) -> tuple[Mapping[str, Record], list[Problem]]:
        return read_bibliography(self.bib, self.bib_path)

    @property
    def records(self) -> Mapping[str, Record]:
        """The records of the .bib file by key."""
        return self._bibliography[0]

    @property
    def catalogue(self) -> Catalogue:
        """Pages and records, joined."""
        return self._read[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What reading found."""
        return self._read[1]

    @property
    def contents(self) -> tuple[SectionContent, ...]:
        """The sections in the order of the site, with their entries as the pages write them."""
        return self._read[2]

    @property
    def written(self) -> list[PageEntry]:
        """All entries as the pages write them, in the order of the site."""
        return [entry for content in self.contents for entry in content.entries]

    @cached_property
    def works(self) -> Mapping[str, Entry]:
        """All works by key: those of the pages, then the records that have no card."""
        others = {key: entry_of_record(self.records[key]) for key in self.records if key not in self.catalogue.entries}
        return {**self.catalogue.entries, **others}

    @cached_property
    def wholes(self) -> frozenset[str]:
        """The keys of the records that others have fields from."""
        named = {key.casefold() for record in self.records.values() for _, key in wholes_of(record)}
        return frozenset(key for key in self.records if key.casefold() in named)

    def place(self, key: str) -> Location:
        """Where a work is: its first card, else its record."""
        cards = self.catalogue.by_key.get(key)
        return cards[0].curated.location if cards else self.records[key].location

    def docname(self, path: str) -> str:
        """A page's name below the list's folder, without its suffix."""
        name = path.removeprefix(f"{self.folder}/") if self.folder not in ("", ".") else path
        return name.removesuffix(".md")

    def page(self, path: str) -> str:
        """A page's docname, as Sphinx has it in the folder above the list's."""
        folder = self.folder.rpartition("/")[2]
        return f"{folder}/{self.docname(path)}" if folder not in ("", ".") else self.docname(path)

    def texts(self) -> dict[str, str]:
        """The text of each file that a rule may mend."""
        return {**self.pages, self.bib_path: self.bib}

    def with_texts(self, texts: Mapping[str, str]) -> Site:
        """The site with these files changed; new ones are pages below one that is there."""
        pages: dict[str, str] = {}
        for path, text in self.pages.items():
            pages[path] = texts.get(path, text)
            # A page that is new is one of those below the page that it was split off.
            below = path.removesuffix(".md") + "/"
            pages |= {new: texts[new] for new in texts if new.startswith(below) and new not in self.pages}
        changed = replace(self, pages=pages, bib=texts.get(self.bib_path, self.bib))
        if changed.bib == self.bib:
            changed.__dict__["_bibliography"] = self._bibliography
        return changed


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as Markdown counts them."""
    lines: Sequence[str] = _LINE.findall(text)
    return [line for line in lines if line]
