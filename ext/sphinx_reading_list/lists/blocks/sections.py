"""Sections that are still being read: what stands in them in its order, and groups that may become sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...core.problems import Code
from ..document import Kept, ListItem, ListSection

if TYPE_CHECKING:
    from ..document import Report

_DEEPEST = 6
"""How deep headings go."""
_ASKS = ("click", "expand", "unfold", "show", "toggle", "open", "collapse", "details", "点击", "展开")


@dataclass
class Open:
    """A section that is still being read.

    A *group* (its ``origin`` is a ``label`` in a list or a table, a ``fold``, a ``quote``) becomes a section of its own
    where it can, with what its title can't hold ``beside`` it; ``label`` stands for its title where it can't.
    """

    title: str
    level: int
    line: int
    parts: list[ListItem | Kept | Open] = field(default_factory=list)
    origin: str = ""
    label: str = ""
    beside: list[Kept] = field(default_factory=list)
    sections: list[Open] = field(default_factory=list)

    @property
    def holds_items(self) -> bool:
        """Whether an entry is anywhere in it."""
        return any(
            isinstance(part, ListItem) or (isinstance(part, Open) and part.holds_items) for part in self.parts
        ) or any(section.holds_items for section in self.sections)

    def settle(self, report: Report, depth: int) -> None:
        """Make sections of its groups, or put what they hold in their place. ``depth`` counts the headings above."""
        parts = self._without_empty_groups(self.parts, report)
        groups = [part for part in parts if isinstance(part, Open)]
        if groups and not self._may_divide(parts, groups, depth):
            self.parts = [
                one for part in parts for one in (self._opened(part, report) if isinstance(part, Open) else [part])
            ]
            self.settle(report, depth)
            return
        blocks: list[ListItem | Kept | Open] = []
        last: Open | None = None
        for part in parts:
            if isinstance(part, Open):
                last = part
            else:
                (last.tail() if last else blocks).append(part)
        self.parts = blocks
        self.sections = groups + self.sections
        for section in self.sections:
            if section.origin:
                section.parts = [*section.beside, *section.parts]
            section.level = section.level or min(max(self.level, 1) + 1, _DEEPEST)
            section.settle(report, depth + 1)

    def tail(self) -> list[ListItem | Kept | Open]:
        """Where text goes that follows it."""
        return self.sections[-1].tail() if self.sections else self.parts

    def _may_divide(self, parts: list[ListItem | Kept | Open], groups: list[Open], depth: int) -> bool:
        """Whether sections may be made of its groups: no entry follows them, and they part it into something."""
        start = parts.index(groups[0])
        if depth >= _DEEPEST - 1 or any(isinstance(part, ListItem) for part in parts[start:]):
            return False
        if not all(group.title for group in groups):
            return False
        # A section whose only content is folded isn't divided by that.
        return len(groups) > 1 or groups[0].origin != "fold" or any(isinstance(part, ListItem) for part in parts)

    def _without_empty_groups(
        self, parts: list[ListItem | Kept | Open], report: Report
    ) -> list[ListItem | Kept | Open]:
        found: list[ListItem | Kept | Open] = []
        for part in parts:
            if isinstance(part, Open) and not part.holds_items:
                found += self._without_empty_groups(self._opened(part, report), report)
            else:
                found.append(part)
        return found

    def _opened(self, group: Open, report: Report) -> list[ListItem | Kept | Open]:
        """What a group holds, below its label."""
        inside: list[ListItem | Kept | Open] = [*group.parts]
        for section in group.sections:
            # Headings inside it; they stand as text where no section can be.
            section.origin = section.origin or "label"
            inside.append(section)
        if not group.label:
            return inside
        if group.title and _says_nothing(group.title, self.title):
            report(Code.REDUNDANT_LABEL, group.title, group.line)
            return inside
        return [Kept(group.label, group.line), *inside]

    def closed(self) -> ListSection:
        """The section, after it was settled."""
        blocks = tuple(part for part in self.parts if not isinstance(part, Open))
        return ListSection(self.title, self.level, self.line, blocks, tuple(one.closed() for one in self.sections))


def _says_nothing(label: str, title: str) -> bool:
    """Whether a label repeats the title above it, or only asks to unfold."""
    words = label.casefold().strip(" .:!()[]👇🔽▶")
    return words == title.casefold().strip(" .:!") or (
        len(words) < 30 and words.startswith(_ASKS) and not any(character.isdigit() for character in words)
    )
