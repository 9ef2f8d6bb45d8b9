"""An import from beginning to end, but for the writing: which files there will be, and what there is to say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...bib.editing import add_records
from ...bib.metrics import read_metrics, write_metrics
from ...bib.reading import read_bibliography
from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.decoding import BinaryFileError, decode
from ...lists.document import ListItem
from ...lists.page_reader import EntryBlock, read_blocks
from ...lists.pages import INDEX, list_pages, page_sections, section_page
from ...lists.reading import read_list
from .._files import FailedError, read_bytes, read_text
from .index_page import with_pages
from .merging import Present, merge_page
from .resolving import Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ...core.dates import PartialDate
    from ...core.entry import Metric, PageEntry
    from ...core.record import Record
    from ...lists.document import Kept, ListDocument, ListSection


@dataclass(frozen=True)
class Request:
    """What was asked for: the list, the folder of its pages, and the files of records and numbers."""

    source: Path
    to: Path
    bib: Path
    metrics: Path
    as_of: PartialDate | None = None
    base_url: str = ""


@dataclass
class Plan:
    """What an import comes to. ``before`` and ``after`` have the text of each file that changes (before: of the old ones)."""

    document: ListDocument
    after: dict[Path, str] = field(default_factory=dict)
    before: dict[Path, str] = field(default_factory=dict)
    new_records: list[str] = field(default_factory=list)
    counts: int = 0
    problems: list[Problem] = field(default_factory=list)

    def note_file(self, path: Path, old: str, new: str) -> None:
        """Take in a file, if it changes."""
        if new != old:
            self.before[path], self.after[path] = old, new


def plan_import(request: Request) -> Plan:
    """Work out an import. Raises :class:`FailedError` where it can't be done at all."""
    document, problems = _read_source(request)
    bib_text = read_text(request.bib, missing="")
    records, found = read_bibliography(bib_text, str(request.bib))
    problems += found
    pages = _read_pages(request.to)
    on_pages = [entry for path, text in pages.items() for entry in _entries(text, str(path))]
    resolver = Resolver(records, on_pages)
    document = _resolved(document, resolver)
    plan = Plan(document, new_records=list(resolver.new_records), problems=problems + resolver.problems)
    plan.note_file(request.bib, bib_text, _with_records(bib_text, resolver.new_records))
    _plan_pages(plan, request, pages, Present(on_pages))
    _plan_metrics(plan, request, resolver.metrics)
    return plan


def _read_source(request: Request) -> tuple[ListDocument, list[Problem]]:
    path = str(request.source)
    data = read_bytes(request.source)
    try:
        text, problems = decode(data, path)
    except BinaryFileError as error:
        raise FailedError(Problem(Code.BINARY_FILE, str(error), Location(path))) from error
    if not text.strip():
        raise FailedError(Problem(Code.EMPTY_FILE, "there is nothing in it", Location(path)))
    document, found = read_list(text, path, base_url=request.base_url)
    return document, problems + found


def _read_pages(folder: Path) -> dict[Path, str]:
    """The text of each page that the folder holds."""
    if folder.exists() and not folder.is_dir():
        raise FailedError(Problem(Code.UNWRITABLE_FILE, "is no folder", Location(str(folder))))
    return {path: read_text(path) for path in sorted(folder.rglob("*.md")) if path.is_file()} if folder.exists() else {}


def _entries(text: str, path: str) -> list[PageEntry]:
    blocks, _ = read_blocks(_unix(text), path)
    return [block.entry for block in blocks if isinstance(block, EntryBlock)]


def _resolved(document: ListDocument, resolver: Resolver) -> ListDocument:
    def section(one: ListSection) -> ListSection:
        return replace(one, blocks=blocks(one.blocks), sections=tuple(map(section, one.sections)))

    def blocks(some: tuple[ListItem | Kept, ...]) -> tuple[ListItem | Kept, ...]:
        return tuple(resolver.resolve(block) if isinstance(block, ListItem) else block for block in some)

    return replace(document, blocks=blocks(document.blocks), sections=tuple(map(section, document.sections)))


def _plan_pages(plan: Plan, request: Request, old: Mapping[Path, str], present: Present) -> None:
    pages = list_pages(plan.document, request.source.stem)
    sections = page_sections(plan.document, request.source.stem)
    for name, text in pages.items():
        path = request.to / f"{name}.md"
        if path not in old:
            plan.note_file(path, "", _new_page(plan, path, sections[name], present) if name in sections else text)
        elif name == INDEX:
            plan.note_file(path, old[path], _like(old[path], with_pages(_unix(old[path]), sections)))
        elif _unix(old[path]) != text:
            merged, found = merge_page(_unix(old[path]), str(path), sections[name], present)
            plan.note_file(path, old[path], _like(old[path], merged))
            plan.problems += found


def _new_page(plan: Plan, path: Path, section: ListSection, present: Present) -> str:
    """The text of a page that isn't there yet, without the entries that stand on other pages already."""
    moved: list[str] = []

    def rest(one: ListSection) -> ListSection:
        blocks = []
        for block in one.blocks:
            if isinstance(block, ListItem) and present.find(block.entry):
                moved.append(block.entry.key)
            else:
                blocks.append(block)
        return replace(one, blocks=tuple(blocks), sections=tuple(map(rest, one.sections)))

    text = section_page(rest(section))
    if moved:
        message = f"left out, for other pages have them already: {', '.join(moved)}"
        plan.problems.append(Problem(Code.EDITED_PAGE, message, Location(str(path))))
    return text


def _plan_metrics(plan: Plan, request: Request, found: Mapping[str, tuple[Metric, ...]]) -> None:
    plan.counts = sum(len(metrics) for metrics in found.values())
    old = read_text(request.metrics, missing="")
    if not found:
        return
    known, problems = read_metrics(old, str(request.metrics)) if old else ({}, [])
    if problems:
        raise FailedError(problems[0])
    dated = {
        key: tuple(replace(metric, retrieved=request.as_of) for metric in metrics) for key, metrics in found.items()
    }
    merged = known | {key: _newest(known.get(key, ()), metrics) for key, metrics in dated.items()}
    if merged != known:
        plan.note_file(request.metrics, old, write_metrics(merged))


def _newest(known: Iterable[Metric], new: Iterable[Metric]) -> tuple[Metric, ...]:
    """Of each number the one that was read last; one without a date is older than one with."""
    by_name = {metric.name: metric for metric in known}
    for metric in new:
        old = by_name.get(metric.name)
        if old is None or str(metric.retrieved or "") >= str(old.retrieved or ""):
            by_name[metric.name] = metric
    return tuple(by_name.values())


def _with_records(text: str, new: Mapping[str, Record]) -> str:
    return add_records(text, list(new.values())) if new else text


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _like(old: str, text: str) -> str:
    """The text with the line ends of the old file; as it was where nothing changed."""
    if text == _unix(old):
        return old
    return text.replace("\n", "\r\n") if "\r\n" in old else text
