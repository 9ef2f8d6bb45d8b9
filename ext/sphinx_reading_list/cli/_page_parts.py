"""A page of a site in pieces: headings, entries, and the prose between them as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..checks._plain_lists import plain_lists
from ..core.entry import Location
from ..lists.document import Kept, ListItem
from ..lists.markup.markdown import page_markdown
from ..lists.pages.reading import EntryBlock, read_blocks
from ..lists.reading import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..core.entry import PageEntry
    from ..lists.document import ListDocument, ListSection

_OF_THE_SITE = ("{toctree}", "{rl:", "{bibliography}", "{contents}", "{tableofcontents}", "{entries}")
"""Directives that make something of the site, and mean nothing in a README; the last one's entries are read."""


class Heading(NamedTuple):
    """A heading of a page."""

    title: str
    level: int


def page_parts(text: str, path: str, files: Mapping[str, str]) -> list[Heading | PageEntry | Kept]:
    """The headings, the entries and the prose of a page, in their order."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    found: dict[int, list[Heading | PageEntry | Kept]] = {}
    taken: set[int] = set()
    blocks, _ = read_blocks(text, path)
    for block in blocks:
        found[block.start] = [block.entry if isinstance(block, EntryBlock) else Heading(block.title, block.level)]
        taken.update(range(block.start, block.end))
    for start, end in _without_meaning(text):
        taken.update(range(start, end))
    levels = [(start, part.level) for start, parts in found.items() for part in parts if isinstance(part, Heading)]
    for source, shown, line in plain_lists(text, path):
        start = line - 2 if source is not None else next(i for i, one in enumerate(lines) if "{entries}" in one)
        document, _ = read_list(files.get(shown, "") if source is None else source, shown)
        level = max((level for place, level in levels if place <= start), default=0)
        found.setdefault(start, []).extend(_of_list(document, level, 0 if source is None else line - 1))
    for start, markdown in _prose(lines, taken):
        found.setdefault(start, []).append(Kept(markdown, start + 1))
    return [part for start in sorted(found) for part in found[start]]


def _of_list(document: ListDocument | ListSection, level: int, offset: int) -> Iterator[Heading | PageEntry | Kept]:
    for block in document.blocks:
        if isinstance(block, ListItem):
            place = block.entry.location
            yield block.entry._replace(location=Location(place.path, place.line + offset))
        else:
            yield block
    for section in document.sections:
        yield Heading(section.title, level + 1)
        yield from _of_list(section, level + 1, offset)


def _without_meaning(text: str) -> Iterator[tuple[int, int]]:
    """The lines that say something to Sphinx alone."""
    end = -1
    if text.startswith("---\n"):
        end = text.find("\n---", 3)
        if end > 0:
            yield 0, text.count("\n", 0, end + 1) + 1
    for token in page_markdown().parse(text):
        if token.level or not token.map:
            continue
        is_of_site = token.type in ("fence", "colon_fence") and token.info.strip().startswith(_OF_THE_SITE)
        if is_of_site or token.type in ("myst_line_comment", "myst_target", "myst_block_break"):
            yield token.map[0], token.map[1]


def _prose(lines: Sequence[str], taken: set[int]) -> Iterator[tuple[int, str]]:
    """Each run of other lines, with its first one."""
    start = 0
    for end in range(len(lines) + 1):
        if end < len(lines) and end not in taken:
            continue
        filled = [index for index in range(start, end) if lines[index].strip()]
        if filled:
            yield filled[0], "\n".join(lines[filled[0] : filled[-1] + 1])
        start = end + 1
