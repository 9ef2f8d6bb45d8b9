"""Which page each part of a source is to stand on, and each of its entries and texts with what is remembered of it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...bib.identity import work_at
from ...core.entry import PageEntry
from ...core.slugs import slugify
from ...lists.document import ListItem, ListSection
from ...lists.pages.entry_block import write_entry
from ...lists.pages.writing import INDEX, block_text, has_entries, page_sections
from .state import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...lists.document import Kept, ListDocument
    from ...lists.pages.reading import EntryBlock
    from .sources import ReadSource
    from .state import Remembered


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list: its name below the list's folder (without ``.md``), and the section that it shows.

    ``names`` are the pages that its table of contents has, of an index; ``of`` is the page of the list that it is a
    part of, where that was split.
    """

    name: str
    section: ListSection
    names: tuple[str, ...] | None = None
    of: str = ""

    @property
    def logical(self) -> str:
        """The page that the list itself asks for."""
        return self.of or self.name


@dataclass(eq=False, slots=True)
class Occurrence:
    """An entry or a text of a source, at its place: what would be written, and that and what was read as digests.

    ``page`` is where it belongs, and ``of`` the page of the list that this one may be a part of. ``last`` is what is
    remembered of it, ``here`` the entry of a page that it is, and ``on`` the name of that page.
    """

    page: str
    block: ListItem | Kept
    text: str
    read: str
    wrote: str
    last: Remembered | None = None
    here: EntryBlock | None = None
    on: str = ""
    of: str = ""

    @property
    def line(self) -> int:
        """Its line in the source."""
        return block_line(self.block)


def pages_of(read: ReadSource, *, one_page: bool) -> list[Page]:
    """The pages of a source, an index first; with ``one_page`` a single one without an index."""
    document, source = read.document, read.source
    fallback = source.path.stem
    title = document.title or fallback
    prefix = f"{source.folder}/" if source.folder else ""
    if one_page:
        name = source.folder or slugify(fallback) or "list"
        name = f"{name}-2" if name == INDEX else name
        return [Page(name, ListSection(title, 1, 0, document.blocks, document.sections))]
    sections = page_sections(document, fallback)
    intro = () if has_entries(document) else document.blocks
    index = Page(f"{prefix}{INDEX}", ListSection(title, 1, 0, intro), tuple(sections))
    return [index, *(Page(f"{prefix}{name}", section) for name, section in sections.items())]


def occurrences(pages: list[Page], text: str, document: ListDocument) -> list[Occurrence]:
    """All entries and texts of the pages, in their order. ``text`` is the source's, ``document`` what was read of it."""
    lines = text.split("\n")
    starts = sorted(
        {block_line(block) for block in blocks_of(document)}
        | {section.line for section in document.walk()}
        | {len(lines) + 1}
    )
    following = dict(itertools.pairwise(starts))
    found = []
    for page in pages:
        for section in page.section.walk():
            for block in section.blocks:
                line = block_line(block)
                source = "\n".join(lines[line - 1 : following.get(line, line + 1) - 1]).strip() if line else ""
                text = block_text(block)
                is_dated = isinstance(block, ListItem) and block.entry.added
                what = block.entry if isinstance(block, ListItem) and is_dated else text
                one = Occurrence(page.name, block, text, digest(source), digest(normal(what)), of=page.name)
                found.append(one)
    return found


def blocks_of(document: ListDocument) -> Iterator[ListItem | Kept]:
    """All entries and texts of a list, in their order."""
    yield from document.blocks
    for section in document.walk():
        yield from section.blocks


def block_line(block: ListItem | Kept) -> int:
    """The line in the source."""
    return block.entry.location.line if isinstance(block, ListItem) else block.line


def normal(block: str | PageEntry) -> str:
    """What is written of it, however a person may have set it; without a line break at its end.

    When an entry came in is the program's to write, so it makes no difference between a page and its list.
    """
    return (write_entry(block._replace(added=None)) if isinstance(block, PageEntry) else block).rstrip("\n")


def names_of(entry: PageEntry) -> list[str]:
    """By what two entries are the same: their key, or where they lead."""
    names = [f"key:{entry.key.casefold()}"] if entry.key else []
    return [*names, *([f"work:{work_at(entry.url)}"] if entry.url else [])]
