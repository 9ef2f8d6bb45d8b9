"""Pages read back from the texts that will be written, held against what was read of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lists.document import ListItem
from ...lists.pages.reading import EntryBlock, Heading, former_names_of
from .index_page import is_contents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...core.entry import PageEntry
    from ...lists.document import ListSection
    from .layout import Page
    from .old_pages import Parts

    Told = tuple[str, int] | PageEntry | str
    """A heading with its level, an entry, or the text up to the next one of these."""


def stands_to_the_letter(page: Page, text: str, parts: Parts) -> bool:
    """Whether a page says what was read, no more and no less; of an index, whether it begins so."""
    wanted = _joined(_wanted(page.section, 1))
    there = _joined(_there(text, parts, is_part=bool(page.of)))
    if page.names is None:
        return wanted == there
    # Behind the introduction comes the table of contents.
    head, last = wanted[:-1], wanted[-1]
    behind = there[len(head)] if len(there) > len(head) else ""
    begins = isinstance(last, str) and isinstance(behind, str) and behind.startswith(f"{last}\n\n")
    return there[: len(head)] == head and (behind == last or begins)


def _wanted(section: ListSection, level: int) -> Iterator[Told]:
    yield section.title or "Untitled", min(level, 6)
    for block in section.blocks:
        yield block.entry if isinstance(block, ListItem) else block.markdown.strip("\n")
    for below in section.sections:
        yield from _wanted(below, level + 1)


def _there(text: str, parts: Parts, *, is_part: bool) -> Iterator[Told]:
    """What a page says. A page that was split, and its parts, also say how they belong together: that is left out."""
    lines = text.split("\n")
    end = 0
    for part in parts:
        if isinstance(part, Heading | EntryBlock):
            yield "\n".join(lines[end : part.start]).strip("\n")
            yield (part.title, part.level) if isinstance(part, Heading) else part.entry
            end = part.end
        elif is_part and (former_names_of(part) or is_contents(part)):
            yield "\n".join(lines[end : part.start]).strip("\n")
            end = part.end
    yield "\n".join(lines[end:]).strip("\n")


def _joined(told: Iterator[Told]) -> Sequence[Told]:
    """The same with texts that follow one another as one."""
    joined: list[Told] = []
    for one in told:
        if isinstance(one, str) and joined and isinstance(joined[-1], str):
            joined[-1] = f"{joined[-1]}\n\n{one}"
        elif one:
            joined.append(one)
    return joined
