"""Which of its pages each part of a list's page is on, where that page was split."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...lists.document import ListItem, ListSection
from ...lists.pages.reading import EntryBlock, Heading
from .layout import Page, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...lists.document import Kept
    from .old_pages import OldPages, Parts


def arranged(pages: Iterable[Page], old: OldPages) -> list[Page]:
    """The pages of a list as they are: one that was split is several, each with what stands on it.

    What is new is on the page of what stands before it. The import remembers the list's own pages, so that it makes no
    difference to it whether and when one of them was split.
    """
    found: list[Page] = []
    for page in pages:
        below = list(_family(page.name, old.children)) if page.names is None else []
        found += _Arranger(page, below, old).pages() if below else [page]
    return found


def _family(name: str, children: Mapping[str, Sequence[str]]) -> Iterator[str]:
    waiting, seen = [name], {name}
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in seen:
                seen.add(child)
                waiting.append(child)
                yield child


class _Arranger:
    def __init__(self, page: Page, parts: list[str], old: OldPages) -> None:
        self.page, self.old = page, old
        family = [page.name, *parts] if page.name in old.parts else parts
        self.titles = {name: _title(old.parts[name]) for name in parts}
        self.homes: dict[str, str] = {}
        for name in family:
            for part in old.parts[name]:
                for known in names_of(part.entry) if isinstance(part, EntryBlock) else ():
                    self.homes.setdefault(known, name)
        self.family = family
        self.sections: dict[str, ListSection] = {}
        self.groups: dict[str, list[ListItem | Kept]] = {}

    def pages(self) -> list[Page]:
        """The page itself, then those of its sections and groups."""
        self.sections[self.page.name] = self._placed(self.page.section, self.page.name)
        groups = {name: ListSection(self.titles[name], 1, 0, tuple(blocks)) for name, blocks in self.groups.items()}
        return [Page(name, section, of=self.page.name) for name, section in (groups | self.sections).items()]

    def _placed(self, section: ListSection, here: str) -> ListSection:
        """A section with what of it is on the page ``here``; the rest goes to the other pages."""
        own: list[ListItem | Kept] = []
        entries = [block for block in section.blocks if isinstance(block, ListItem)]
        # What is new before the first entry that is known goes to that one's page, all else follows what is before it.
        current = next((home for block in entries if (home := self._home(block))), here)
        # A text before all entries is the introduction, which stays on the page.
        before: str | None = here
        for block in section.blocks:
            known = self._home(block)
            if isinstance(block, ListItem):
                current, before = known or current, None
            page = known or (current if isinstance(block, ListItem) else before or current)
            (self.groups.setdefault(page, []) if page != here and page in self.titles else own).append(block)
        below = []
        for deeper in section.sections:
            name = self._page_of(deeper)
            if name:
                self.sections[name] = ListSection("", 1, 0)  # taken
                self.sections[name] = self._placed(deeper, name)
            else:
                below.append(self._placed(deeper, here))
        return replace(section, blocks=tuple(own), sections=tuple(below))

    def _home(self, block: ListItem | Kept) -> str:
        """The page that has a block; empty where none does."""
        if isinstance(block, ListItem):
            return next((self.homes[name] for name in names_of(block.entry) if name in self.homes), "")
        return next((name for name in self.family if block.markdown in self.old.texts[name]), "")

    def _page_of(self, section: ListSection) -> str:
        """The page that a section is; by its title, else by its entries where the list calls it otherwise now."""
        free = {name: title for name, title in self.titles.items() if name not in self.sections}
        named = next((name for name, title in free.items() if title == section.title), "")
        if named:
            return named
        homes = [home for item in section.items if (home := self._home(item)) in free]
        wanted = {deeper.title for deeper in self.page.section.walk()}
        return next((home for home in homes if free[home] not in wanted), "")


def _title(parts: Parts) -> str:
    return next((part.title for part in parts if isinstance(part, Heading)), "")
