"""The dialect of curated lists at large: a title however it is marked, with people, venue, date and links around it.

It knows no list in particular. A bullet that is a sentence with a link in it is none of its entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..items.below import lines_of, read_blocks, read_line, without_images
from ..items.beside import Head
from ..items.finish import finished_item
from ..items.is_entry import is_entry
from ..items.marked_runs import WORDS
from ..items.nested import nested_entries
from ..items.parts import ItemParts
from ..items.title import find_title
from ..markup.nodes import LISTS, inline_of, row_of
from ..words.line import Line
from ..words.names_line import plain_elision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

    from ..document import ListItem, Source
    from ..items.title import Title

_LONGEST_GROUP = 8


class Curated:
    """Reads the items of lists that have no dialect of their own."""

    name = "curated"
    order = 50

    def read(self, node: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
        """The entry of an item, and those of bullets nested in it; ``None`` where it is none."""
        token = inline_of(node.children[0]) if node.children and node.children[0].type == "paragraph" else None
        if token is None:
            return None
        lines = lines_of(row_of(token))
        first = lines[0] if lines else []
        pictures = [piece for piece in first if piece.kind == "image"]
        head = Line([plain_elision(piece) for piece in first if piece.kind != "image"])
        title = find_title(head)
        if title is None or not is_entry(title, lines[1:], node.children[1:]):
            return None
        parts = ItemParts(source, title.title.row[0].line if title.title.row else head.row[0].line)
        own: list[SyntaxTreeNode] = []
        nested: list[ListItem] = []
        for child in node.children[1:]:
            entries, rest = nested_entries(child, source) if child.type in LISTS else ([], child)
            nested += entries
            own += [rest] if rest is not None else []
        if len(nested) > 1 and _only_groups(title, nested):
            return None
        Head(parts, title).read()
        without_images(parts, pictures)
        for line in lines[1:]:
            read_line(parts, line)
        read_blocks(parts, own)
        return [finished_item(parts), *nested]


def _only_groups(title: Title, nested: Sequence[ListItem]) -> bool:
    """Whether a line is only who made the works cited below it, with links to these: ``UCLA [[Web](…)] [[Paper](…)]``."""
    return (
        title.form == WORDS
        and not title.before.text.strip()
        and len(title.title.text.split()) < _LONGEST_GROUP
        and all(item.authors_line and item.entry.url in ("", f"https://arxiv.org/abs/{item.arxiv}") for item in nested)
    )


DIALECT = Curated()
