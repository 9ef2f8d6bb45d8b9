"""A list as a README in the manner of GitHub's awesome lists; reading it gives the same list again."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from ..document import ListItem
from ..markup.escape import write_link
from ..pages.writing import heading
from .item import write_item
from .prose import AMONG, blocks_with_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..document import Kept, ListDocument, ListSection

_CONTENTS = "Contents"


def write_readme(document: ListDocument, fallback_title: str = "Reading list") -> str:
    """The README: title, what stands before the first section, contents, sections with their entries.

    An entry's note and other content that is kept stand there as they are.
    """
    title = document.title or fallback_title
    parts = [
        heading(title, 1),
        *blocks_with_prose(document.blocks, _blocks, heading(title, 1), AMONG if document.sections else ""),
    ]
    if document.sections:
        slugs = Slugs()
        slugs.of(title)
        slugs.of(_CONTENTS)
        contents = "".join(_contents(document.sections, slugs, 0))
        parts += [heading(_CONTENTS, 2), contents]
    for section in document.sections:
        parts += _section(section, 2)
    return "\n".join(parts)


def _section(section: ListSection, level: int) -> Iterator[str]:
    yield heading(section.title, level)
    yield from blocks_with_prose(section.blocks, _blocks, "# List\n\n" + heading(section.title, 2), AMONG)
    for below in section.sections:
        yield from _section(below, level + 1)


def _blocks(blocks: Iterable[ListItem | Kept]) -> Iterator[str]:
    """The texts between blank lines: a run of items without notes is one of them."""
    run: list[str] = []
    for block in blocks:
        if isinstance(block, ListItem):
            written = write_item(block)
            if block.entry.note and run:
                yield "".join(run)
                run = []
            run.append(written)
            if block.entry.note:
                yield "".join(run)
                run = []
            continue
        if run:
            yield "".join(run)
            run = []
        yield f"{block.markdown}\n"
    if run:
        yield "".join(run)


def _contents(sections: Sequence[ListSection], slugs: Slugs, depth: int) -> Iterator[str]:
    for section in sections:
        yield f"{'  ' * depth}- {write_link(section.title or 'Untitled', f'#{slugs.of(section.title)}', titled=True)}\n"
        yield from _contents(section.sections, slugs, depth + 1)


class Slugs:
    """The ids that GitHub gives headings: small letters, blanks as hyphens, no other marks, numbered where taken.

    As its ``github-slugger`` does it (https://github.com/Flet/github-slugger).
    """

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def of(self, title: str) -> str:
        """The id of the next heading with that title."""
        wanted = "".join(map(_slug_character, title.lower()))
        slug = wanted
        while slug in self._used:
            self._used[wanted] += 1
            slug = f"{wanted}-{self._used[wanted]}"
        self._used[slug] = 0
        return slug


def _slug_character(character: str) -> str:
    if character == " ":
        return "-"
    kept = character in "-_" or unicodedata.category(character)[0] in "LMN" or unicodedata.category(character) == "Pc"
    return character if kept else ""
