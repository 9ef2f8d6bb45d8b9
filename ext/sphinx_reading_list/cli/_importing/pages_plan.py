"""The pages of one source, new ones and those that are there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.document import ListItem
from ...lists.pages.contents_table import with_pages
from ...lists.pages.reading import Heading
from ...lists.pages.writing import index_page, section_page
from .arranging import arranged
from .deciding import Fate, decide
from .layout import occurrences
from .matching import match
from .merging import PageMerger
from .resolving import work_of
from .state import Remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...lists.document import Kept, ListSection
    from .layout import Occurrence, Page
    from .matching import PageEntries
    from .old_pages import OldPages
    from .sources import ReadSource


@dataclass
class SourcePages:
    """What becomes of a source's pages. ``texts`` has those that are new or may have changed, by name.

    ``excused`` are the lines of the source that the pages may lack, since a person changed or deleted them there.
    """

    pages: Sequence[Page]
    texts: dict[str, str]
    problems: list[Problem] = field(default_factory=list)
    excused: set[int] = field(default_factory=set)
    remembered: list[Remembered] = field(default_factory=list)
    fates: dict[str, list[str]] = field(default_factory=dict)
    """The keys of the entries that are new, updated, and left out, by the name of the fate in lower case."""


def plan_source(
    read: ReadSource,
    pages: list[Page],
    old: OldPages,
    entries: PageEntries,
    last: Sequence[Remembered] | None,
    texts: dict[str, str],
) -> SourcePages:
    """Work out the pages of a source. ``last`` is what is remembered of it, ``None`` where nothing is.

    ``texts`` takes in the pages that are new or may have changed, of all sources.
    """
    return _Planner(read, pages, old, entries, last, texts).plan()


class _Planner:
    def __init__(
        self,
        read: ReadSource,
        pages: list[Page],
        old: OldPages,
        entries: PageEntries,
        last: Sequence[Remembered] | None,
        texts: dict[str, str],
    ) -> None:
        self.logical, self.old, self.entries, self.last = pages, old, entries, last
        self.pages = arranged(pages, old)
        self.found = occurrences(pages, read.text, read.document)
        self.done = SourcePages(self.pages, texts)
        self.places: dict[int, Occurrence] = {id(one.block): one for one in self.found}
        for page in self.pages:
            for section in page.section.walk() if page.of else ():
                for block in section.blocks:
                    self.places[id(block)].page = page.name
        self.fates: dict[int, Fate] = {}
        self.moved: dict[str, list[str]] = {}

    def plan(self) -> SourcePages:
        gone = match(self.found, self.entries, self.last or ())
        for one in self.found:
            if isinstance(one.block, ListItem):
                self._decide(one, one.block)
        for page in self.pages:
            if page.names is None:
                self._page(page)
        for page in self.pages:
            if page.names is not None:
                self._index(page, page.names)
        for one in self.found:
            # An entry on a page that another one belongs to is changed there.
            if self.fates.get(id(one.block)) is Fate.UPDATE and one.on != one.page:
                self._update_elsewhere(one)
        self._report_moved()
        self._report_gone(gone)
        self._remember()
        return self.done

    def _decide(self, one: Occurrence, block: ListItem) -> None:
        fate, problems, excused = decide(one, self.entries, known=self.last is not None)
        self.fates[id(block)] = fate
        self.done.problems += problems
        self.done.excused |= {one.line} if excused else set()
        if fate is not Fate.STAYS:
            self.done.fates.setdefault(fate.name.lower(), []).append(block.entry.key)
        has_moved = (one.last is None and one.page not in self.old.texts) or (one.last and one.last.page != one.of)
        if one.here and one.on != one.page and has_moved:
            self.moved.setdefault(one.page, []).append(block.entry.key)

    def _titles(self, page: Page) -> list[str] | None:
        if self.last is None:
            return None
        titles = [thing.title for thing in self.last if thing.title and thing.page == page.logical]
        # The page's own comes first, of a part too.
        return sorted(titles, key=lambda title: title != self._title_of(page)) if page.of else titles

    def _title_of(self, page: Page) -> str:
        parts = self.old.parts.get(page.name, ())
        return next((part.title for part in parts if isinstance(part, Heading)), "")

    def _page(self, page: Page) -> None:
        if page.name in self.old.texts:
            self._merge(page)
            return
        section = self._rest(page.section)
        blocks = [block for below in page.section.walk() for block in below.blocks]
        # A page whose entries all stand on others is one that was deleted by hand, or that has another name there.
        is_elsewhere = any(isinstance(block, ListItem) for block in blocks)
        if any(map(self._is_unseen, blocks)) or not (is_elsewhere or self._titles(page)):
            self.done.texts[page.name] = section_page(section, self._text)
        else:
            self.done.excused |= {one.line for one in self.found if one.page == page.name}
            self.done.excused |= {below.line for below in page.section.walk()}

    def _is_unseen(self, block: ListItem | Kept) -> bool:
        if isinstance(block, ListItem):
            return self.fates[id(block)] is Fate.NEW
        return self.places[id(block)].last is None and not any(
            block.markdown in text for text in self.old.texts.values()
        )

    def _merge(self, page: Page) -> None:
        text = self.old.texts[page.name]
        if page.names is None and text == section_page(page.section, self._text):
            return
        path = str(self.old.path(page.name))
        merger = PageMerger(text, path, self.old.parts[page.name], self.places, self.fates, self._titles(page))
        self.done.texts[page.name] = merger.merge(page.section)
        self.done.problems += merger.problems
        self.done.excused |= merger.excused

    def _text(self, block: ListItem | Kept) -> str:
        return self.places[id(block)].text

    def _rest(self, section: ListSection) -> ListSection:
        """The section without the entries that aren't new on its page."""
        blocks = tuple(block for block in section.blocks if self._is_new(block))
        return replace(section, blocks=blocks, sections=tuple(map(self._rest, section.sections)))

    def _is_new(self, block: ListItem | Kept) -> bool:
        return not isinstance(block, ListItem) or self.fates[id(block)] is Fate.NEW

    def _index(self, page: Page, names: Sequence[str]) -> None:
        folder = page.name.rpartition("/")[0]
        prefix = f"{folder}/" if folder else ""
        there = {name for name in names if prefix + name in self.done.texts or prefix + name in self.old.texts}
        present = [name for name in names if name in there]
        if page.name not in self.old.texts:
            self.done.texts[page.name] = index_page(page.section.title, page.section.blocks, present)
            return
        self._merge(page)
        self.done.texts[page.name] = with_pages(self.done.texts.get(page.name, self.old.texts[page.name]), present)

    def _update_elsewhere(self, one: Occurrence) -> None:
        assert one.here is not None
        lines = self.old.texts[one.on].split("\n")
        old = "\n".join(lines[one.here.start : one.here.end])
        text = self.done.texts.get(one.on, self.old.texts[one.on])
        self.done.texts[one.on] = text.replace(f"{old}\n", one.text, 1)

    def _report_moved(self) -> None:
        for page, keys in self.moved.items():
            message = f"left out, for other pages have them already: {', '.join(keys)}"
            self.done.problems.append(Problem(Code.EDITED_PAGE, message, Location(str(self.old.path(page)))))

    def _report_gone(self, gone: Sequence[Remembered]) -> None:
        for thing in gone:
            taken = self.entries.take([f"key:{thing.key.casefold()}"]) if thing.key else None
            if taken:
                message = f"{thing.key} is on the page, and no longer in the list; it stays"
                self.done.problems.append(Problem(Code.GONE_FROM_LIST, message, taken[1].entry.location))
            elif thing.lines and (place := self.old.place_of(thing, self._parts_of(thing.page))):
                what = f"{thing.lines} lines of text are" if thing.lines > 1 else "a line of text is"
                message = (
                    f"{what} on the page, and no longer in the list; {'they stay' if thing.lines > 1 else 'it stays'}"
                )
                self.done.problems.append(Problem(Code.GONE_FROM_LIST, message, place))

    def _parts_of(self, name: str) -> list[str]:
        """A page of the list, and those that it was split into."""
        return [name, *(page.name for page in self.pages if page.of == name and page.name != name)]

    def _remember(self) -> None:
        for page in self.logical:
            for section in page.section.walk():
                self.done.remembered.append(Remembered(page.name, title=section.title or "Untitled"))
                for block in section.blocks:
                    one = self.places[id(block)]
                    if isinstance(block, ListItem):
                        work = work_of(block.entry) if block.entry.title else ""
                        thing = Remembered(page.name, block.entry.key, work, read=one.read, wrote=one.wrote)
                    else:
                        count = block.markdown.count("\n") + 1
                        thing = Remembered(page.name, lines=count, read=one.read, wrote=one.wrote)
                    self.done.remembered.append(thing)
