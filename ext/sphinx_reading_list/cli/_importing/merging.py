"""A page as it is, with what is new in the list at its place: what a person wrote stays to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.document import ListItem
from ...lists.pages.reading import EntryBlock, Heading, TextBlock
from ...lists.pages.writing import block_text, heading
from .deciding import Fate, changed_text
from .index_page import is_contents
from .page_text import PageText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...lists.document import Kept, ListSection
    from .layout import Occurrence

    Parts = Sequence[Heading | EntryBlock | TextBlock]


class PageMerger:
    """Brings one page up to date. ``problems`` says what stays otherwise, ``excused`` on which lines of the list.

    ``fates`` and ``places`` are of each block by its id; ``titles`` are the headings that the last import wrote, the
    page's own first; nothing is known of the last one where they are ``None``.
    """

    def __init__(
        self,
        text: str,
        path: str,
        parts: Parts,
        places: Mapping[int, Occurrence],
        fates: Mapping[int, Fate],
        titles: Sequence[str] | None,
    ) -> None:
        self.page, self.path, self.parts = PageText(text), path, parts
        self.places, self.fates, self.titles = places, fates, titles
        self.problems: list[Problem] = []
        self.excused: set[int] = set()
        self.headings = [index for index, part in enumerate(parts) if isinstance(part, Heading)]
        self.claimed: set[int] = set()

    def merge(self, section: ListSection) -> str:
        """The text of the page with the section in it."""
        wanted = {below.title for below in section.walk()}
        top = self.headings[0] if self.headings else None
        if top is not None:
            self.claimed.add(top)
            self._retitle_page(section, top)
        start = 0 if top is None else top + 1
        self._section(section, start, len(self.parts), 1 if top is None else self._level(top), wanted)
        return self.page.result()

    def _retitle_page(self, section: ListSection, top: int) -> None:
        """A page is its first section, whatever its title has become; only the list's own change is taken over."""
        part = self.parts[top]
        if not isinstance(part, Heading) or part.title == section.title:
            return
        if self.titles and section.title != self.titles[0] == part.title:
            self.page.replace(part.start, part.end, heading(section.title, part.level))
            return
        self.excused.add(section.line)
        if self.titles and section.title != self.titles[0]:
            message = f"the page is called “{part.title}”, in the list now “{section.title}”; it stays"
            self.problems.append(Problem(Code.EDITED_PAGE, message, Location(self.path, part.start + 1)))

    def _section(self, section: ListSection, start: int, end: int, level: int, wanted: set[str]) -> int:
        """Bring a section up to date, of which the page has the parts from ``start`` to ``end``; its last line."""
        own = next((index for index in self.headings if start <= index < end), end)
        self._fill(section, start, own)
        cursor = self._line(own)
        for below in section.sections:
            found = self._find(below, start, end, wanted)
            if found is None:
                text = "\n".join(self._new(below, level + 1))
                if text:
                    self.page.insert(cursor, text)
            else:
                last = self._end(found)
                cursor = self._section(below, found + 1, last, self._level(found), wanted)
        return max(cursor, self._line(end))

    def _fill(self, section: ListSection, start: int, end: int) -> None:
        entries = [part for part in self.parts[start:end] if isinstance(part, EntryBlock)]
        lines = range(self._line(start), self._line(end) + 1)
        # What is new before the first known entry stands before it, all else behind what is before it in the list.
        contents = (part.start for part in self.parts[start:end] if isinstance(part, TextBlock) and is_contents(part))
        place = entries[0].start if entries else next(contents, self._line(end))
        for block in section.blocks:
            one = self.places[id(block)]
            if isinstance(block, ListItem):
                place = self._entry(block, one, place, lines)
            else:
                place = self._text(block, one, place, lines)

    def _entry(self, block: ListItem, one: Occurrence, place: int, lines: range) -> int:
        fate = self.fates[id(block)]
        here = one.here if one.on == one.page else None
        if fate is Fate.NEW:
            self.page.insert(place, block_text(block))
        elif fate is Fate.UPDATE and here:
            self.page.replace(here.start, here.end, block_text(block))
        return here.end if here and here.start in lines else place

    def _text(self, block: Kept, one: Occurrence, place: int, lines: range) -> int:
        found = self.page.find(block.markdown)
        if found >= 0:
            return found + block.markdown.count("\n") + 1 if found in lines else place
        last = one.last
        if last is not None and last.wrote != one.wrote:
            old = self.page.find_digest(last.wrote, last.lines)
            if old >= 0:
                self.page.replace(old, old + last.lines, block_text(block))
                return old + last.lines if old in lines else place
        if last is None and self.titles is not None:
            self.page.insert(place, block_text(block))
            return place
        self.excused.add(one.line)
        if last is None or last.wrote != one.wrote:
            self.problems.append(changed_text(one, self.path, place))
        else:
            message = f"a text of the list (line {one.line}) was edited or deleted"
            self.problems.append(Problem(Code.KEPT_EDIT, message, Location(self.path)))
        return place

    def _find(self, section: ListSection, start: int, end: int, wanted: set[str]) -> int | None:
        """The heading of a section on the page: below that of the section above it, else anywhere, else renamed."""
        free = [index for index in self.headings if index not in self.claimed]
        inside = [index for index in free if start <= index < end]
        for index in (*inside, *free):
            if self._title(index) == section.title:
                self.claimed.add(index)
                return index
        for block in section.blocks:
            one = self.places[id(block)]
            if one.here is None or one.on != one.page:
                continue
            above = [index for index in self.headings if self.parts[index].start < one.here.start]
            index = above[-1] if above else -1
            old = self._title(index) if above else ""
            if index in free and old not in wanted and old in (self.titles or ()):
                part = self.parts[index]
                self.claimed.add(index)
                self.page.replace(part.start, part.end, heading(section.title, self._level(index)))
                return index
        return None

    def _new(self, section: ListSection, level: int) -> Iterator[str]:
        """A section that the page lacks, with what is new in it; nothing where it was left out or deleted by hand."""
        blocks = [block for block in section.blocks if self._is_new(block)]
        below = [text for deeper in section.sections for text in self._new(deeper, level + 1)]
        has_entry = any(isinstance(block, ListItem) for block in blocks)
        if has_entry or below or (self.titles is not None and section.title not in self.titles):
            yield from (heading(section.title, level), *map(block_text, blocks), *below)
        else:
            self.excused |= {section.line, *(self.places[id(block)].line for block in section.blocks)}

    def _is_new(self, block: ListItem | Kept) -> bool:
        if isinstance(block, ListItem):
            return self.fates[id(block)] is Fate.NEW
        if self.places[id(block)].last is not None:
            self.excused.add(block.line)
        return self.places[id(block)].last is None

    def _end(self, index: int) -> int:
        level = self._level(index)
        return next((i for i in self.headings if i > index and self._level(i) <= level), len(self.parts))

    def _line(self, index: int) -> int:
        """The line before which what stands before a part ends."""
        return self.parts[index].start if index < len(self.parts) else len(self.page.lines)

    def _level(self, index: int) -> int:
        part = self.parts[index]
        return part.level if isinstance(part, Heading) else 1

    def _title(self, index: int) -> str:
        part = self.parts[index]
        return part.title if isinstance(part, Heading) else ""
