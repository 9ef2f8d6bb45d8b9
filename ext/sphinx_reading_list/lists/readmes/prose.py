"""Prose in a README, with the marks of :mod:`sphinx_reading_list.lists.blocks.prose` wherever it would be read as anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..blocks.prose import CLOSING, OPENING
from ..document import Kept, ListItem
from ..reading import read_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..document import ListDocument, ListSection

    Write = Callable[[Iterable[ListItem | Kept]], Iterator[str]]

AMONG = "## Another section\n\n- [x](https://example.org)\n"
"""What may come below a section."""


def blocks_with_prose(blocks: Iterable[ListItem | Kept], write: Write, above: str, below: str) -> list[str]:
    """What ``write`` makes of the blocks of a section; the prose among them is marked if that makes a difference.

    Text is read by what stands around it, so the section is read as a whole, without the marks and with them:
    its headings are ``above``, and another section perhaps ``below``.
    """
    blocks = list(blocks)
    if any(isinstance(block, Kept) for block in blocks):
        plain, marked = write(blocks), write(map(_marked, blocks))
        if _read([above, *plain, below]) != _read([above, *marked, below]):
            blocks = [_marked(block) for block in blocks]
    return list(write(blocks))


def _marked(block: ListItem | Kept) -> ListItem | Kept:
    if isinstance(block, ListItem):
        return block
    return replace(block, markdown=f"{OPENING}\n\n{block.markdown}\n\n{CLOSING}")


def _read(parts: Iterable[str]) -> object:
    """What is read of a list: each entry by what it says, and the words of the prose between."""
    document, _ = read_list("\n".join(parts), "")
    return document.title, _said(document), [_said(section) for section in document.walk()]


def _said(section: ListDocument | ListSection) -> object:
    said: list[object] = []
    for block in section.blocks:
        if isinstance(block, ListItem):
            said.append((block.entry.key, block.entry.title, block.entry.note))
        else:
            said += block.markdown.split()
    return section.title, said
