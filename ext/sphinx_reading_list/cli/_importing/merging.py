"""A page as it is, with the entries of a list that it lacks: what stands on it stays to the letter."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from ...bib.identity import work_at
from ...core.entry import NOWHERE, Location, PageEntry
from ...core.problems import Code, Problem
from ...lists.document import Kept, ListItem, ListSection
from ...lists.entry_block import write_entry
from ...lists.page_reader import EntryBlock, Heading, read_blocks
from ...lists.pages import block_text, heading

if TYPE_CHECKING:
    from collections.abc import Iterable


class Present:
    """The entries that a list's pages hold already, by key and by address."""

    def __init__(self, pages: Iterable[PageEntry]) -> None:
        self.by_name: dict[str, PageEntry] = {}
        for page in pages:
            for name in _names(page):
                self.by_name.setdefault(name, page)

    def find(self, entry: PageEntry) -> PageEntry | None:
        """The entry of a page that is this one."""
        return next((self.by_name[name] for name in _names(entry) if name in self.by_name), None)


def merge_page(text: str, path: str, section: ListSection, present: Present) -> tuple[str, list[Problem]]:
    """The page with the section's new entries, each behind the one that it follows in the list.

    Entries that are there but differ, and content that is missing, are reported and left as they are.
    """
    merger = _Merger(text, path, present)
    merger.section(section, 1, top=True)
    return merger.result(), merger.problems


class _Merger:
    def __init__(self, text: str, path: str, present: Present) -> None:
        self.text, self.path, self.present = text, path, present
        self.lines = text.split("\n")
        self.blocks, _ = read_blocks(text, path)
        self.inserted: list[tuple[int, str]] = []
        self.problems: list[Problem] = []

    def section(self, section: ListSection, level: int, *, top: bool = False) -> None:
        start = self._heading(section, top)
        if start is None:
            entries = [block for block in section.blocks if not self._is_here(block)]
            if entries:
                self.inserted.append(
                    (len(self.lines), "\n".join([heading(section.title, level), *map(block_text, entries)]))
                )
        else:
            self._fill(section, start)
        for below in section.sections:
            self.section(below, level + 1)

    def _heading(self, section: ListSection, top: bool) -> int | None:
        """The index in ``blocks`` of what comes behind the section's heading; ``None`` if the page lacks it."""
        headings = [index for index, block in enumerate(self.blocks) if isinstance(block, Heading)]
        if top:
            # A page is its first section, whatever its title has become.
            return headings[0] + 1 if headings else 0
        return next(
            (index + 1 for index in headings if getattr(self.blocks[index], "title", "") == section.title), None
        )

    def _fill(self, section: ListSection, start: int) -> None:
        end = next((i for i in range(start, len(self.blocks)) if isinstance(self.blocks[i], Heading)), len(self.blocks))
        own = [block for block in self.blocks[start:end] if isinstance(block, EntryBlock)]
        by_name = {name: block for block in own for name in _names(block.entry)}
        # New entries before the first known one stand before it, all others behind the one before them.
        place = own[0].start if own else self._end(end)
        for block in section.blocks:
            here = next((by_name[name] for name in _names(_entry(block)) if name in by_name), None)
            if here:
                place = here.end
            if not self._is_here(block):
                self.inserted.append((place, block_text(block)))

    def _end(self, index: int) -> int:
        """The line before which content without an entry ends: that of the next heading, or of the page."""
        return self.blocks[index].start if index < len(self.blocks) else len(self.lines)

    def _is_here(self, block: ListItem | Kept) -> bool:
        """Whether a page has it already; if it has it otherwise than the list, that is reported."""
        if isinstance(block, Kept):
            if block.markdown not in self.text:
                message = f"the list has this (line {block.line}), the page hasn't:\n{block.markdown}"
                self.problems.append(Problem(Code.EDITED_PAGE, message, Location(self.path)))
            return True
        found = self.present.find(block.entry)
        if found and _said(found) != _said(block.entry):
            message = (
                f"{found.key or found.title} is not as the list has it; it stays\n{_difference(found, block.entry)}"
            )
            self.problems.append(Problem(Code.EDITED_PAGE, message, found.location))
        return found is not None

    def result(self) -> str:
        lines = self.lines.copy()
        # From the end to the beginning; of two at one place the later one first, so that it ends up behind.
        for place, _, text in sorted(((place, n, text) for n, (place, text) in enumerate(self.inserted)), reverse=True):
            new = text.rstrip("\n").split("\n")
            before = [""] if place and lines[place - 1 : place] != [""] else []
            after = [""] if lines[place : place + 1] != [""] else []
            lines[place:place] = [*before, *new, *after]
        return "\n".join(lines).rstrip("\n") + "\n" if self.inserted else self.text


def _entry(block: ListItem | Kept) -> PageEntry:
    return block.entry if isinstance(block, ListItem) else PageEntry()


def _names(entry: PageEntry) -> list[str]:
    names = [f"key:{entry.key.casefold()}"] if entry.key else []
    return [*names, *([f"work:{work_at(entry.url)}"] if entry.url else [])]


def _said(entry: PageEntry) -> PageEntry:
    return replace(entry, location=NOWHERE)


def _difference(page: PageEntry, new: PageEntry) -> str:
    old_lines, new_lines = write_entry(page).splitlines(), write_entry(new).splitlines()
    return "\n".join(list(difflib.unified_diff(old_lines, new_lines, "page", "list", lineterm="", n=0))[2:])
