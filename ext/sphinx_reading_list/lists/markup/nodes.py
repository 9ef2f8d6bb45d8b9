"""Block nodes, as a parser would have made them: for tokens, and for what is an item without being written as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from weakref import ref

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from .inline import pieces
from .markdown import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from .inline import Piece

_NUMBER = re.compile(r"\s*(?:\d{1,4}[.)]|\[\d{1,4}\])(?:\s+|$)|\s*\d{1,4}\.(?=[^\W\d_]{2}|A\s)")
LISTS = ("bullet_list", "ordered_list")


class BlockNode(SyntaxTreeNode):
    """A node of the tree of blocks. What is inline stays in its token: no one asks for nodes of it, and they are many.

    A node doesn't keep what it is in: without a cycle, a tree is gone once nobody needs it, and no one has to look for it.
    """

    def __init__(self, tokens: Sequence[Token] = (), *, create_root: bool = True) -> None:
        if not create_root and len(tokens) == 1 and tokens[0].type == "inline":
            children, tokens[0].children = tokens[0].children, None
            super().__init__(tokens, create_root=False)
            tokens[0].children = children
        else:
            super().__init__(tokens, create_root=create_root)

    @property
    def parent(self) -> BlockNode | None:
        """What it is in, as long as that is there."""
        parent: BlockNode | None = self._parent and self._parent()
        return parent

    @parent.setter
    def parent(self, value: BlockNode | None) -> None:
        self._parent = value and ref(value)


def block_nodes(tokens: Sequence[Token]) -> list[SyntaxTreeNode]:
    """The block nodes of a stream of tokens."""
    return list(BlockNode(tokens).children)


def inline(children: Sequence[Token], line: int) -> Token:
    """An ``inline`` token that begins on a line, counted from 1."""
    content = "".join(child.content for child in children)
    return Token("inline", "", 0, map=[line - 1, line], children=list(children), content=content, block=True)


def enclosed(kind: str, tag: str, tokens: Iterable[Token], line: int) -> list[Token]:
    """Tokens between the opening and the closing one of a kind."""
    opening = Token(f"{kind}_open", tag, 1, map=[line - 1, line], block=True)
    return [opening, *tokens, Token(f"{kind}_close", tag, -1, block=True)]


def item_node(lines: Iterable[Token], body: Iterable[SyntaxTreeNode] = ()) -> SyntaxTreeNode:
    """A list item whose paragraphs are these ``inline`` tokens, with other blocks below them."""
    paragraphs = [enclosed("paragraph", "p", [token], first_line(token)) for token in lines]
    line = first_line(paragraphs[0][1]) if paragraphs else 1
    tokens = enclosed("list_item", "li", [token for part in paragraphs for token in part], line)
    item: SyntaxTreeNode = block_nodes(tokens)[0]
    item.children.extend(body)
    return item


def first_line(token: Token) -> int:
    """The line of a token, counted from 1."""
    return token.map[0] + 1 if token.map else 1


def line_of(node: SyntaxTreeNode) -> int:
    """The line of a node, counted from 1; 0 where it isn't known."""
    return node.map[0] + 1 if node.map else 0


def inline_of(node: SyntaxTreeNode) -> Token | None:
    """The first ``inline`` token of a paragraph, a heading or a cell."""
    for child in node.children:
        if (token := child.token) and token.type == "inline":
            return token
    return None


def row_of(token: Token) -> list[Piece]:
    """The pieces of an ``inline`` token; they are kept with it, as several questions are asked of them."""
    if "row" not in token.meta:
        token.meta["row"] = pieces(token)
    row: list[Piece] = token.meta["row"]
    return row


def split_lines(token: Token, *, soft: bool = False) -> list[Token]:
    """An ``inline`` token as one for each line of it: ``<br>`` and hard breaks part them, line breaks if ``soft``.

    A break within a link or an emphasis parts nothing. The lines are kept with the token, and with each its pieces: a
    paragraph is asked in turn whether it is a work with its fields, several entries, or one.
    """
    children = token.children or []
    kinds = {child.type for child in children}
    if "html_inline" in kinds and any(map(is_break, children)):
        kinds.add("hardbreak")
    breaks = kinds & ({"hardbreak", "softbreak"} if soft else {"hardbreak"})
    if not breaks:
        return [token]
    name = "soft lines" if "softbreak" in breaks else "lines"
    if name not in token.meta:
        # One that says nothing is one line.
        token.meta[name] = tuple(_lines(token, breaks)) or (token,)
    return list(token.meta[name])


def _lines(token: Token, breaks: Container[str]) -> Iterator[Token]:
    line = first_line(token)
    rows: list[tuple[int, list[Token]]] = [(line, [])]
    depth = 0
    for child in token.children or ():
        depth += child.nesting
        line += child.type in ("hardbreak", "softbreak")
        if not depth and (child.type in breaks or is_break(child)):
            rows.append((line, []))
        else:
            rows[-1][1].append(child)
    for number, row in rows:
        if any(is_said(child) for child in row):
            yield inline(row, number)


def without_number(token: Token) -> Token:
    """An ``inline`` token without the number of an item at its start (``3.``, ``[3]``), which is only its place."""
    children = token.children or []
    number = number_of(token)
    if not number:
        return token
    first = children[0].copy(content=children[0].content[len(number) :])
    return token.copy(children=[first, *children[1:]] if first.content else children[1:], meta={})


def number_of(token: Token) -> str:
    """The number of an item at the start of an ``inline`` token, with the blanks around it."""
    children = token.children or []
    match = _NUMBER.match(children[0].content) if children and children[0].type == "text" else None
    return match.group() if match else ""


def is_break(token: Token) -> bool:
    """Whether an inline token is ``<br>``."""
    return token.type == "html_inline" and token.content[:3].lower() == "<br"


def is_said(token: Token) -> bool:
    """Whether an inline token has anything to say, beyond opening and closing."""
    return token.type in ("image", "link_open", "code_inline", "html_inline") or bool(token.content.strip())


def excerpt(markdown: str) -> str:
    """The beginning of a text, for a message."""
    text = one_line(markdown)
    return text if len(text) <= 80 else text[:79] + "…"
