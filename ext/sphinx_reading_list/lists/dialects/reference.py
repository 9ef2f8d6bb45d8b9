"""The dialect of the reference list: ``**Title**, `arXiv, ID`, [arxiv](…), [pdf](…), cication: [**n**](…)``.

Or ``[Title](…)`` with an owner, a badge and markers; below it authors or a description in ``*…*``, and links
after ``·``.
"""

from __future__ import annotations

from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from ...core.identifiers import is_safe_url
from ..inline import Piece, pieces
from ..item_head import Head, has_source, is_lead, is_title_part
from ..item_lines import read_body
from ..markdown import list_markdown
from ..render import blocks_markdown, inline_token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import ListItem, Source
    from ..item_parts import ItemParts


_OF_ENTRIES = ("*", "·", "(", "[")


class Reference:
    """Reads the items of the reference list and its sister pages."""

    name = "reference"
    order = 10

    def read(self, node: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
        """The entries of an item: usually one, two where a line holds two, more where bullets are nested in it."""
        if not node.children or node.children[0].type != "paragraph":
            return None
        head = pieces(inline_token(node.children[0]))
        groups = _split(head)
        if groups is None:
            return None
        entries = [Head(group, source).read() for group in groups]
        last = entries[-1]
        nested: list[ListItem] = []
        for child in _children(node):
            if child.type == "paragraph":
                read_body(last, pieces(inline_token(child)))
            elif child.type in ("bullet_list", "ordered_list"):
                nested += self._read_nested(child, source, last)
            else:
                last.add_note(blocks_markdown([child], source.report))
        return [*(parts.finished() for parts in entries), *nested]

    def _read_nested(self, node: SyntaxTreeNode, source: Source, parent: ItemParts) -> list[ListItem]:
        """Nested bullets: entries of their own where all of them are; else they belong to the entry above."""
        items = [item for item in node.children if item.children]
        if all(_is_entry(item) for item in items):
            return [entry for item in items for entry in self.read(item, source) or ()]
        parent.add_note(blocks_markdown([node], source.report))
        return []


def _children(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """What stands below the head; lines that are code only because they are indented too far are read as text."""
    for child in node.children[1:]:
        if child.type == "code_block" and child.content.lstrip().startswith(_OF_ENTRIES):
            tokens = list_markdown().parse(dedent(child.content))
            for token in tokens:
                # Lines of the list, not of the piece of it.
                token.map = [line + (child.map or (0, 0))[0] for line in token.map] if token.map else None
            yield from SyntaxTreeNode(tokens).children
        else:
            yield child


def _is_entry(item: SyntaxTreeNode) -> bool:
    return item.children[0].type == "paragraph" and _split(pieces(inline_token(item.children[0]))) is not None


def _split(row: list[Piece]) -> list[list[Piece]] | None:
    """The pieces of each entry of a line; ``None`` where the line doesn't begin with one."""
    start = 0
    while start < len(row) and (row[start].kind == "image" or is_lead(row[start])):
        start += 1
    if start == len(row):
        return None
    first = row[start]
    if first.kind == "link" and not first.url.startswith("#"):
        return [row] if first.text.strip() or is_safe_url(first.url) else None
    # A bold text is a title only if something says of what: a source, or a link.
    rest = row[start:]
    if not (first.strong and first.kind in ("text", "code")) or not any(
        piece.kind == "link" or has_source(piece) for piece in rest
    ):
        return None
    starts = [index for index in range(start, len(row)) if _begins_title(row, index)]
    bounds = [0, *starts[1:], len(row)]
    return [row[low:high] for low, high in pairwise(bounds)]


def _begins_title(row: Sequence[Piece], index: int) -> bool:
    """Whether a bold text begins here that a source follows at once."""
    if not is_title_part(row[index]) or (index and is_title_part(row[index - 1])):
        return False
    after = next((i for i in range(index, len(row)) if not is_title_part(row[i])), len(row))
    return any(has_source(piece) for piece in row[after : after + 3]) or index == 0


DIALECT = Reference()
