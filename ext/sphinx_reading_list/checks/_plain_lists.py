"""The entries of ``{entries}``: a plain list in a page's body, or in a file that it names."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ..core.catalogue import SectionContent
from ..core.entry import Location, PageEntry, Section
from ..core.slugs import slugify
from ..lists.document import ListDocument, ListItem, ListSection
from ..lists.markup.markdown import page_markdown
from ..lists.reading import read_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..core.problems import Problem


def read_plain_lists(
    text: str, path: str, name: str, docname: str, files: Mapping[str, str]
) -> tuple[list[SectionContent], list[Problem]]:
    """The sections with entries of each ``{entries}`` on a page; ``files`` has the files that they may name.

    ``name`` is the page's as a section.
    """
    contents: list[SectionContent] = []
    if "{entries}" not in text:
        return contents, []
    for source, shown, line in plain_lists(text, path):
        body = files.get(shown, "") if source is None else source
        offset = 0 if source is None else line - 1
        document, _ = read_list(body, shown)
        page = Section(name, document.title or name, docname)
        contents += _sections(document, page, _placed(offset))
    return [content for content in contents if content.entries], []


def plain_lists(text: str, path: str) -> Iterator[tuple[str | None, str, int]]:
    """Each ``{entries}`` of a page: its list (``None``: it is in a file), the file's path, and the list's first line."""
    for token in page_markdown().parse(text) if "{entries}" in text else ():
        if token.type not in ("fence", "colon_fence") or not token.info.strip().startswith("{entries}"):
            continue
        lines = token.content.split("\n")
        start = next((index for index, line in enumerate(lines) if not line.startswith(":")), len(lines))
        named = [line[6:].strip() for line in lines[:start] if line.startswith(":file:")]
        if named:
            yield None, posixpath.normpath(posixpath.join(posixpath.dirname(path), named[0])), 1
        else:
            yield "\n".join(lines[start:]), path, (token.map or (0, 0))[0] + 2 + start


def _placed(offset: int) -> Callable[[ListItem], PageEntry]:
    def place(item: ListItem) -> PageEntry:
        entry = item.entry
        url = entry.url or (f"https://arxiv.org/abs/{item.arxiv}" if item.arxiv else "")
        return entry._replace(url=url, location=Location(entry.location.path, entry.location.line + offset))

    return place


def _sections(
    document: ListDocument | ListSection, section: Section, placed: Callable[[ListItem], PageEntry]
) -> Iterator[SectionContent]:
    yield SectionContent(section, tuple(placed(block) for block in document.blocks if isinstance(block, ListItem)))
    for below in document.sections:
        slug = slugify(below.title)
        yield from _sections(below, Section(f"{section.name}/{slug}", below.title, section.page, slug), placed)
