"""An import from beginning to end, but for the writing: which files there will be, and what there is to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...bib.reading import read_bibliography
from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.pages.contents_table import with_pages
from ...lists.pages.reading import read_parts
from ...lists.pages.writing import INDEX, index_page
from .._files import read_text
from .checking import loss_problems, losses, problems_by_path
from .dating import date_entries, with_items
from .facts import plan_metrics, plan_records
from .finding import find_sources, place_of
from .layout import pages_of
from .lines import at_new_lines
from .matching import PageEntries
from .old_pages import OldPages, entries_beside
from .output import Known, Output
from .pages_plan import plan_source
from .rescuing import with_losses
from .resolving import Resolver
from .sources import read_sources
from .splitting import PageSplitter
from .state import STATE_FILE, State, read_state, write_state
from .to_the_letter import stands_to_the_letter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ...core.dates import PartialDate
    from ...core.entry import Entry, Metric
    from ...lists.document import ListItem
    from .dating import Added
    from .pages_plan import SourcePages
    from .sources import ReadSource


@dataclass(frozen=True)
class Request:
    """What was asked for: the lists, the folder of their pages, and the files of records and numbers.

    ``page_size`` is how many bytes of HTML a page may come to.
    """

    sources: tuple[Path, ...]
    to: Path
    bib: Path
    metrics: Path
    as_of: PartialDate | None = None
    base_url: str = ""
    one_page: bool = False
    added: Added | None = None
    page_size: int = 400_000


@dataclass
class Plan:
    """What an import comes to. ``before`` and ``after`` have the text of each file that changes (before: of the old ones).

    ``sources`` are the lists as they were read and resolved, ``done`` what becomes of the pages of each, ``recorded``
    what the records say, by their keys.
    """

    sources: list[ReadSource]
    after: dict[Path, str] = field(default_factory=dict)
    before: dict[Path, str] = field(default_factory=dict)
    done: list[SourcePages] = field(default_factory=list)
    recorded: dict[str, Entry] = field(default_factory=dict)
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
        entry = self.recorded.get(item.entry.key)
        return len(item.entry.links) + bool(item.entry.url) + (bool(entry.url) + len(entry.links) if entry else 0)


def plan_import(request: Request, watch: Callable[[str], None] = lambda stage: None) -> Plan:
    """Work out an import; ``watch`` is told what is being done. Raises :class:`FailedError` where it can't be done."""
    return _Import(request, watch).plan()


class _Import:
    def __init__(self, request: Request, watch: Callable[[str], None]) -> None:
        self.request, self.watch = request, watch

    def plan(self) -> Plan:
        request = self.request
        state_path = request.to / STATE_FILE
        state_text = read_text(state_path, missing="")
        self.state = read_state(state_text, str(state_path))
        found = find_sources(request.sources, request.to, self.state.folders)
        sources, passed_over = read_sources(found, request.base_url, self.watch)
        self.watch("looking up records and pages")
        bib_text = read_text(request.bib, missing="")
        records, broken = read_bibliography(bib_text, str(request.bib))
        self.old = OldPages(request.to)
        resolver = Resolver(records, [*self.old.entries, *entries_beside(request.to)], self.state)
        self.plan_ = plan = Plan(sources, passed_over=passed_over)
        plan.problems += [*passed_over, *(problem for source in sources for problem in source.problems), *broken]
        for source in sources:
            resolver.announce(source.document.items)
        for source in sources:
            source.document = with_items(source.document, resolver.resolve)
        plan.problems += resolver.problems
        self.records = records | resolver.new_records | resolver.updated
        plan.recorded = resolver.recorded
        self._rescue(resolver.metrics)
        plan.problems += date_entries(sources, self.old.entries, self.records, request.added)
        self.watch("writing pages")
        texts = self._plan_pages()
        plan.new_records, plan.updated_records = list(resolver.new_records), list(resolver.updated)
        plan.note_file(request.bib, bib_text, plan_records(bib_text, resolver.new_texts, resolver.updated))
        numbers = plan_metrics(request.metrics, request.as_of, resolver.metrics)
        plan.note_file(request.metrics, numbers.before, numbers.after)
        self._remember(state_path, state_text, resolver.made)
        self.watch("comparing the pages with the lists")
        self._check(texts, numbers.metrics)
        plan.problems = at_new_lines(plan.problems, plan.before, plan.after)
        return plan

    def _rescue(self, metrics: dict[str, tuple[Metric, ...]]) -> None:
        """Compare what was read with the lists themselves; what is missing is put back, and reported."""
        known = Known(self.records, self.plan_.recorded, metrics)
        output = Output.of_documents([source.document for source in self.plan_.sources], known)
        own = problems_by_path(self.plan_.problems)
        for source in self.plan_.sources:
            path = str(source.source.path)
            if found := losses(source, output, own[path], (), self.request.base_url):
                self.plan_.problems += loss_problems(found, path)
                source.document = with_losses(source.document, found)

    def _plan_pages(self) -> dict[str, str]:
        """The texts of all pages of the list as they will be."""
        plan, request, old = self.plan_, self.request, self.old
        entries = PageEntries(old.parts)
        texts: dict[str, str] = {}
        indices: list[str] = []
        for source in plan.sources:
            pages = pages_of(source, one_page=request.one_page)
            last = self.state.sources.get(source.source.before)
            done = plan_source(source, pages, old, entries, last, texts)
            plan.done.append(done)
            plan.problems += done.problems
            if pages[0].name in texts or pages[0].name in old.texts:
                indices.append(pages[0].name)
        self._split(texts)
        if indices != [INDEX]:
            before = texts.get(INDEX, old.texts.get(INDEX))
            texts[INDEX] = index_page("Reading list", (), indices) if before is None else with_pages(before, indices)
        for name, text in texts.items():
            plan.note_file(old.path(name), old.files.get(name, ""), old.with_line_ends(name, text))
        return old.texts | texts

    def _split(self, texts: dict[str, str]) -> None:
        """Make several pages of each that would be too long."""
        pages = [page for done in self.plan_.done for page in done.pages if page.names is None]
        splitter = PageSplitter(self.old.texts | texts, self.plan_.recorded, self.request.page_size)
        for page in pages:
            if page.name in splitter.texts and (count := splitter.split(page.name, page.section)):
                message = f"it would have been too long, and is {count} pages now"
                self.plan_.problems.append(Problem(Code.SPLIT_PAGE, message, Location(str(self.old.path(page.name)))))
        texts |= splitter.changed

    def _remember(self, path: Path, old: str, made: dict[str, str]) -> None:
        plan, state = self.plan_, self.state
        known = {source.source.before for source in plan.sources} | self._missing_files()
        kept = {place: things for place, things in state.sources.items() if place not in known}
        folders = {place: state.folders[place] for place in kept}
        for source, done in zip(plan.sources, plan.done, strict=True):
            kept[source.source.place] = done.remembered
            folders[source.source.place] = source.source.folder
        records = {key: value for key, value in made.items() if key in self.records}
        plan.note_file(path, old, write_state(State(kept, folders, records)))

    def _missing_files(self) -> set[str]:
        """The lists that were in the folders that were asked for, and aren't there any more."""
        to = self.request.to
        given = [place_of(path, to) for path in self.request.sources if path.is_dir()]
        known = {source.source.before for source in self.plan_.sources}
        missing = set()
        for place, things in self.state.sources.items():
            is_below = any(place.startswith(f"{folder}/") for folder in given)
            if is_below and place not in known and not (to / place).exists():
                missing.add(place)
                message = f"{place} is no longer among the lists; its {sum(bool(t.key) for t in things)} entries stay"
                self.plan_.problems.append(Problem(Code.GONE_FROM_LIST, message, Location(str(to))))
        return missing

    def _check(self, texts: dict[str, str], metrics: dict[str, tuple[Metric, ...]]) -> None:
        """Read the pages as they will be: the last word on whether anything is missing.

        What was read of a list has been compared with the list itself. Where its pages say just that, all is there; else
        the list is compared with the pages.
        """
        plan, old = self.plan_, self.old
        pages = {
            name: old.parts[name] if text == old.texts.get(name) else read_parts(text, str(old.path(name)))[0]
            for name, text in texts.items()
        }
        unclear = [
            (source, done)
            for source, done in zip(plan.sources, plan.done, strict=True)
            if not all(
                page.name in pages and stands_to_the_letter(page, texts[page.name], pages[page.name])
                for page in done.pages
            )
        ]
        if not unclear:
            return
        output = Output.of_pages(pages.values(), Known(self.records, plan.recorded, metrics))
        reported = {problem for problem in plan.problems if problem.code in (Code.LOST_LINK, Code.LOST_TEXT)}
        own = problems_by_path(plan.problems)
        for source, done in unclear:
            path = str(source.source.path)
            found = losses(source, output, own[path], done.excused, self.request.base_url)
            plan.problems += [problem for problem in loss_problems(found, path) if problem not in reported]
