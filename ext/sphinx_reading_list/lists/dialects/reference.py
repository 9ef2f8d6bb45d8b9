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
from ..items.below import read_blocks
from ..items.finish import finished_item
from ..items.head import Head, begins_body, has_source, is_lead, is_source, is_title_part
from ..items.lines import read_body
from ..items.nested import nested_entries
from ..items.parts import bare_words, names_owner
from ..markup.markdown import list_markdown
from ..markup.nodes import LISTS, row_of
from ..markup.render import blocks_markdown, inline_token
from ..words.link_labels import role_of_label
from ..words.markers import take_markers
from ..words.plain import owner_of, says_something

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import ListItem, Source
    from ..markup.inline import Piece


_OF_ENTRIES = ("*", "·", "(", "[")


class Reference:
    """Reads the items of the reference list and its sister pages."""

    name = "reference"
    order = 10

    def read(self, node: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
        """The entries of an item: usually one, two where a line holds two, more where bullets are nested in it."""
        if not node.children or node.children[0].type != "paragraph":
            return None
        head = row_of(inline_token(node.children[0]))
        groups = _split(head)
        if groups is None or not all(map(_is_own_head, groups)) or not all(map(_is_own_body, node.children[1:])):
            return None
        entries = [Head(group, source).read() for group in groups]
        last = entries[-1]
        nested: list[ListItem] = []
        for child in _children(node):
            if child.type == "paragraph":
                read_body(last, row_of(inline_token(child)))
            elif child.type in LISTS:
                below, rest = nested_entries(child, source)
                nested += below
                if rest is not None:
                    read_blocks(last, [rest])
            else:
                last.add_note(blocks_markdown([child], source.report))
        return [*map(finished_item, entries), *nested]


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


def _split(row: list[Piece]) -> list[list[Piece]] | None:
    """The pieces of each entry of a line; ``None`` where the line doesn't begin with one."""
    start = 0
    while start < len(row) and (row[start].kind == "image" or is_lead(row[start])):
        start += 1
    if start == len(row):
        return None
    first = row[start]
    if first.kind == "link" and role_of_label(first.text) and not _has_more(row[start + 1 :]):
        # [Paper](…) alone is a part of something else.
        return None
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


def _is_own_head(row: Sequence[Piece]) -> bool:
    """Whether the line of an entry says only what this dialect knows: a source, links, counts, an owner, authors."""
    start = next(index for index, piece in enumerate(row) if not (piece.kind == "image" or is_lead(piece)))
    if _says_more("".join(piece.text for piece in row[:start])):
        return False
    first, end = row[start], start + 1
    while first.kind != "link" and end < len(row) and is_title_part(row[end]):
        end += 1
    body = next((index for index in range(end, len(row)) if begins_body(row[index])), len(row))
    if first.kind == "link":
        own = _is_owner(first.url, row[end:body])
    else:
        own = any(map(has_source, row[end:body])) and all(
            piece.kind in ("link", "image") or not _says_more(piece.text) for piece in row[end:body]
        )
    return own and _is_own_line(row[body:])


def _says_more(text: str) -> bool:
    """Whether a text says more than a source, the name of a count, or separators do."""
    words = bare_words(take_markers(text)[0]) if text else ""
    return bool(words) and not words.casefold().startswith(("cication", "citation", "cited")) and not is_source(text)


def _is_owner(url: str, row: Sequence[Piece]) -> bool:
    """Whether nothing stands behind a linked title but markers, a badge, and a repository's owner."""
    if any(piece.kind not in ("text", "image") for piece in row):
        return False
    said = take_markers("".join([piece.text for piece in row if piece.kind == "text"]))[0]
    return not says_something(said) or (bool(owner_of(url)) and names_owner(url, bare_words(said)))


def _is_own_line(row: Sequence[Piece]) -> bool:
    """Whether a line below a title is authors or a description in emphasis, links behind a dot, or both."""
    end = next((index for index, piece in enumerate(row) if not piece.em and piece.text.strip()), len(row))
    rest = [piece for piece in row[end:] if piece.kind != "image" and piece.text.strip()]
    return not rest or (rest[0].kind == "text" and rest[0].text.lstrip()[0] in "·([") or rest[0].kind == "link"


def _is_own_body(node: SyntaxTreeNode) -> bool:
    return node.type != "paragraph" or _is_own_line(row_of(inline_token(node)))


def _has_more(row: Sequence[Piece]) -> bool:
    """Whether anything is said."""
    return any(piece.kind == "link" or _says_more(piece.text) for piece in row if piece.kind != "image")


def _begins_title(row: Sequence[Piece], index: int) -> bool:
    """Whether a bold text begins here that a source follows at once."""
    if not is_title_part(row[index]) or (index and is_title_part(row[index - 1])):
        return False
    after = next((i for i in range(index, len(row)) if not is_title_part(row[i])), len(row))
    return any(has_source(piece) for piece in row[after : after + 3]) or index == 0


DIALECT = Reference()
