"""An import from beginning to end, but for the writing: which files there will be, and what there is to say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...bib.entries import entry_of_record
from ...bib.reading import read_bibliography
from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.document import ListItem
from ...lists.pages import INDEX, index_page
from .._files import read_text
from .checking import Output, loss_problems, losses
from .facts import plan_metrics, plan_records
from .index_page import with_pages
from .layout import pages_of
from .matching import PageEntries
from .old_pages import OldPages, entries_beside
from .pages_plan import plan_source
from .rescuing import with_losses
from .resolving import Resolver
from .sources import find_sources, read_sources
from .state import STATE_FILE, State, read_state, write_state

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ...core.dates import PartialDate
    from ...core.entry import Metric
    from ...core.record import Record
    from ...lists.document import Kept, ListDocument, ListSection
    from .pages_plan import SourcePages
    from .sources import ReadSource
    from .state import Remembered


@dataclass(frozen=True)
class Request:
    """What was asked for: the lists, the folder of their pages, and the files of records and numbers."""

    sources: tuple[Path, ...]
    to: Path
    bib: Path
    metrics: Path
    as_of: PartialDate | None = None
    base_url: str = ""
    one_page: bool = False


@dataclass
class Plan:
    """What an import comes to. ``before`` and ``after`` have the text of each file that changes (before: of the old ones).

    ``sources`` are the lists as they were read and resolved, ``done`` what becomes of the pages of each.
    """

    sources: list[ReadSource]
    after: dict[Path, str] = field(default_factory=dict)
    before: dict[Path, str] = field(default_factory=dict)
    done: list[SourcePages] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    new_records: list[str] = field(default_factory=list)
    updated_records: list[str] = field(default_factory=list)
    passed_over: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note_file(self, path: Path, old: str, new: str) -> None:
        """Take in a file, if it changes."""
        if new != old:
            self.before[path], self.after[path] = old, new

    def links_of(self, item: ListItem) -> int:
        """How many links the card of an entry has, those of its record among them."""
        record = self.records.get(item.entry.key)
        entry = entry_of_record(record) if record else None
        return len(item.entry.links) + bool(item.entry.url) + (bool(entry.url) + len(entry.links) if entry else 0)


def plan_import(request: Request, watch: Callable[[str], None] = lambda stage: None) -> Plan:
    """Work out an import; ``watch`` is told what is being done. Raises :class:`FailedError` where it can't be done."""
    return _Import(request, watch).plan()


class _Import:
    def __init__(self, request: Request, watch: Callable[[str], None]) -> None:
        self.request, self.watch = request, watch

    def plan(self) -> Plan:
        request = self.request
        found = find_sources(request.sources, request.to)
        sources, passed_over = read_sources(found, request.base_url, self.watch)
        self.watch("looking up records and pages")
        bib_text = read_text(request.bib, missing="")
        records, broken = read_bibliography(bib_text, str(request.bib))
        self.old = OldPages(request.to)
        state_path = request.to / STATE_FILE
        state_text = read_text(state_path, missing="")
        self.state = read_state(state_text, str(state_path))
        resolver = Resolver(records, [*self.old.entries, *entries_beside(request.to)], self.state)
        self.plan_ = plan = Plan(sources, passed_over=passed_over)
        plan.problems += [*passed_over, *(problem for source in sources for problem in source.problems), *broken]
        for source in sources:
            source.document = _resolved(source.document, resolver)
        plan.problems += resolver.problems
        plan.records = self.records = records | resolver.new_records | resolver.updated
        self._rescue(resolver.metrics)
        self.watch("writing pages")
        texts = self._plan_pages()
        plan.new_records, plan.updated_records = list(resolver.new_records), list(resolver.updated)
        plan.note_file(request.bib, bib_text, plan_records(bib_text, resolver.new_records, resolver.updated))
        metrics = plan_metrics(plan, request.metrics, request.as_of, resolver.metrics)
        self._remember(state_path, state_text, resolver.made)
        self.watch("comparing the pages with the lists")
        self._check(texts, metrics)
        return plan

    def _rescue(self, metrics: dict[str, tuple[Metric, ...]]) -> None:
        """Compare what was read with the lists themselves; what is missing is put back, and reported."""
        output = Output.of_documents([source.document for source in self.plan_.sources], self.records, metrics)
        for source in self.plan_.sources:
            if found := losses(source, output, self.plan_.problems, (), self.request.base_url):
                self.plan_.problems += loss_problems(found, str(source.source.path))
                source.document = with_losses(source.document, found)

    def _plan_pages(self) -> dict[str, str]:
        """The texts of all pages of the list as they will be."""
        plan, request, old = self.plan_, self.request, self.old
        entries = PageEntries(old.parts)
        texts: dict[str, str] = {}
        indices: list[str] = []
        for source in plan.sources:
            pages = pages_of(source, one_page=request.one_page)
            last = self.state.sources.get(source.source.name)
            done = plan_source(source, pages, old, entries, last, texts)
            plan.done.append(done)
            plan.problems += done.problems
            if pages[0].name in texts or pages[0].name in old.texts:
                indices.append(pages[0].name)
        if indices != [INDEX]:
            before = texts.get(INDEX, old.texts.get(INDEX))
            texts[INDEX] = index_page("Reading list", (), indices) if before is None else with_pages(before, indices)
        for name, text in texts.items():
            plan.note_file(old.path(name), old.files.get(name, ""), old.with_line_ends(name, text))
        return old.texts | texts

    def _remember(self, path: Path, old: str, made: dict[str, str]) -> None:
        plan = self.plan_
        sources = self.state.sources | {
            source.source.name: done.remembered for source, done in zip(plan.sources, plan.done, strict=True)
        }
        if any(source.source.found for source in plan.sources):
            self._report_missing_files(sources)
        records = {key: value for key, value in made.items() if key in self.records}
        plan.note_file(path, old, write_state(State(sources, records)))

    def _report_missing_files(self, sources: dict[str, list[Remembered]]) -> None:
        """A list that was imported with the others, and isn't there any more."""
        names = {source.source.name for source in self.plan_.sources}
        for name in sources.keys() - names:
            on_pages = [thing for thing in sources.pop(name) if thing.key]
            message = f"{name} is no longer among the lists; its {len(on_pages)} entries stay"
            self.plan_.problems.append(Problem(Code.GONE_FROM_LIST, message, Location(str(self.request.to))))

    def _check(self, texts: dict[str, str], metrics: dict[str, tuple[Metric, ...]]) -> None:
        """Compare the pages as they will be with the lists: the last word on whether anything is missing."""
        shown = {str(self.old.path(name)): text for name, text in texts.items()}
        output = Output.of_pages(shown, self.records, metrics)
        known = {problem for problem in self.plan_.problems if problem.code in (Code.LOST_LINK, Code.LOST_TEXT)}
        for source, done in zip(self.plan_.sources, self.plan_.done, strict=True):
            found = losses(source, output, self.plan_.problems, done.excused, self.request.base_url)
            new = loss_problems(found, str(source.source.path))
            self.plan_.problems += [problem for problem in new if problem not in known]


def _resolved(document: ListDocument, resolver: Resolver) -> ListDocument:
    def section(one: ListSection) -> ListSection:
        return replace(one, blocks=blocks(one.blocks), sections=tuple(map(section, one.sections)))

    def blocks(some: Sequence[ListItem | Kept]) -> tuple[ListItem | Kept, ...]:
        return tuple(resolver.resolve(block) if isinstance(block, ListItem) else block for block in some)

    return replace(document, blocks=blocks(document.blocks), sections=tuple(map(section, document.sections)))
