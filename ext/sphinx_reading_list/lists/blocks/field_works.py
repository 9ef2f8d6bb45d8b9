"""Works that are a line with their fields on the lines below: a title, ``Authors: …``, ``Paper: …``, ``Code: …``.

Several of them may stand in one paragraph, parted by ``<br>`` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..items.fields import field_of
from ..markup.inline import joined_text
from ..markup.nodes import block_nodes, enclosed, first_line, inline, item_node, row_of, split_lines, without_number
from ..words.plain import says_something

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_MOST = 40
"""How many words a title has at most."""
_MANY = 400
"""A title of more characters is none."""


def works_of(token: Token) -> list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]]:
    """The works of a paragraph as items, each with its lines as paragraphs.

    None where any of the lines is neither a title nor a field of one.
    """
    kinds = {child.type for child in token.children or ()}
    if kinds.isdisjoint(("softbreak", "hardbreak", "html_inline")):
        return []
    for soft in (False, True) if "softbreak" in kinds else (False,):
        if groups := _groups(split_lines(token, soft=soft)):
            return [_item(title, fields) for title, fields in groups]
    return []


def _groups(lines: Sequence[Token]) -> list[tuple[Token, list[Token]]]:
    """Each title with its fields; none where the lines aren't that."""
    groups: list[tuple[Token, list[Token]]] = []
    linked = named = False
    for line in lines:
        row = row_of(line)
        field = field_of(row)
        if field is not None and field.role:
            if not groups:
                return []
            groups[-1][1].append(line)
            linked = linked or bool(field.value.links)
            named = named or field.role == "authors"
        elif (groups and not groups[-1][1]) or not _may_be_title(joined_text(row), row):
            return []
        else:
            groups.append((line, []))
    if not groups or not groups[-1][1] or not linked:
        return []
    return groups if named or all(len(fields) > 1 for _, fields in groups) else []


def _may_be_title(text: str, row: Sequence[object]) -> bool:
    return (
        len(text) < _MANY
        and says_something(text)
        and len(text.split()) <= _MOST
        and not text.rstrip().endswith((":", "：", "!", "！", "。"))
        and not any(getattr(piece, "kind", "") == "link" for piece in row)
    )


def _item(title: Token, fields: Sequence[Token]) -> tuple[SyntaxTreeNode, list[SyntaxTreeNode]]:
    title = _without_break(title)
    lines = [part for line in (title, *fields) for part in enclosed("paragraph", "p", [line], first_line(line))]
    nodes = block_nodes(lines)
    return item_node([without_number(title)], nodes[1:]), nodes


def _without_break(token: Token) -> Token:
    """A line without the line break at its start, which parted it from the one above."""
    children = token.children or []
    start = next((index for index, child in enumerate(children) if child.type != "softbreak"), len(children))
    return inline(children[start:], first_line(token) + start) if start else token
