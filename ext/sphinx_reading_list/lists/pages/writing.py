"""A list as MyST pages: one a section, and an ``index.md`` that holds them together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...core.entry import PageEntry
from ...core.slugs import slugify
from ..document import ListItem, ListSection
from ..markup.escape import escape_text
from .contents_table import contents_table
from .entry_block import write_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..document import Kept, ListDocument

INDEX = "index"


def list_pages(document: ListDocument, fallback_title: str = "Reading list") -> dict[str, str]:
    """The text of each page of a list by its name (without ``.md``), the index first."""
    sections = page_sections(document, fallback_title)
    intro = () if has_entries(document) else document.blocks
    index = index_page(document.title or fallback_title, intro, sections)
    return {INDEX: index} | {name: section_page(section) for name, section in sections.items()}


def page_sections(document: ListDocument, fallback_title: str = "Reading list") -> dict[str, ListSection]:
    """The section that each page of a list shows, by the page's name.

    Entries that stand before the first section have a page of their own, called like the list.
    """
    sections = list(document.sections)
    if has_entries(document):
        sections.insert(0, ListSection(document.title or fallback_title, 1, 0, document.blocks))
    return dict(zip(page_names(section.title for section in sections), sections, strict=True))


def has_entries(document: ListDocument) -> bool:
    """Whether entries stand before the first section of a list."""
    return any(isinstance(block, ListItem) for block in document.blocks)


def page_names(titles: Iterable[str]) -> list[str]:
    """A name for each page, made of its title; titles that give the same one are numbered."""
    names = {INDEX: None}
    numbers: Counter[str] = Counter()
    for title in titles:
        wanted = name = slugify(title) or "section"
        while name in names:
            numbers[wanted] += 1
            name = f"{wanted}-{numbers[wanted] + 1}"
        names[name] = None
    return list(names)[1:]


def block_text(block: ListItem | Kept | PageEntry) -> str:
    """An entry as its directive, other content as it is, with a line break at the end."""
    if isinstance(block, ListItem):
        return write_entry(block.entry)
    return write_entry(block) if isinstance(block, PageEntry) else f"{block.markdown}\n"


def heading(title: str, level: int) -> str:
    """A heading with a line break at its end."""
    text = escape_text(title) or "Untitled"
    # Number signs at the end would be taken for the heading's own.
    text = text[:-1] + "\\#" if text.endswith("#") and not text.endswith("\\#") else text
    return f"{'#' * min(level, 6)} {text}\n"


def section_page(section: ListSection, text_of: Callable[[ListItem | Kept], str] = block_text) -> str:
    """The page of a section; the headings below it are headings of the page. ``text_of`` writes a block."""
    return "\n".join(_section(section, 1, text_of))


def _section(section: ListSection, level: int, text_of: Callable[[ListItem | Kept], str]) -> Iterator[str]:
    yield heading(section.title, level)
    yield from map(text_of, section.blocks)
    for below in section.sections:
        yield from _section(below, level + 1, text_of)


def index_page(title: str, intro: Iterable[ListItem | Kept], names: Iterable[str]) -> str:
    """A page with the table of contents of a list."""
    return "\n".join([heading(title, 1), *map(block_text, intro), contents_table(names)])
