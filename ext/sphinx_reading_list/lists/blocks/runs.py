"""Paragraphs and headings that are entries, told from prose by what stands in them and around them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.token import Token

from ...core.identifiers import is_safe_url
from ..markup.nodes import (
    LISTS,
    block_nodes,
    enclosed,
    first_line,
    inline,
    inline_of,
    item_node,
    row_of,
    split_lines,
    without_number,
)
from ..words.link_labels import role_of_label
from .contents import is_way_back
from .field_works import works_of
from .heading_works import work_under
from .shapes import BOLD, BYLINE, ENTRY, LINKS, PROSE, is_field_list, names_work, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from ..markup.inline import Piece

_RULED = re.compile(r"(?P<rule>[-–—=~*_])(?P=rule)+\s*\w.{0,60}\w\s*(?P=rule){2,}")
_BODY = ("fence", "code_block", "blockquote", "details")


@dataclass
class Run:
    """A paragraph and what belongs to it, as the item that dialects may read; ``nodes`` are what it was made of."""

    item: SyntaxTreeNode
    nodes: list[SyntaxTreeNode]


def with_runs(nodes: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode | Run]:
    """The nodes, with runs for paragraphs and headings that are entries."""
    if not any(node.type in ("paragraph", "heading") for node in nodes):
        yield from nodes
        return
    levels = _levels_of_entries(nodes)
    title = _title(nodes)
    for heading, under in _parted(nodes):
        below, back = _without_way_back(under) if heading is not None else (under, [])
        if heading is not None and heading is not title and (work := work_under(heading, below)):
            yield Run(work, [heading, *below])
            yield from back
            continue
        if heading is not None and int(heading.tag[1]) in levels and _is_entry_heading(heading, below):
            token = inline_of(heading)
            assert token is not None
            yield Run(item_node([without_number(token)], below), [heading, *below])
            yield from back
            continue
        if heading is not None:
            yield heading
        for part in _with_field_works(below):
            yield from [part] if isinstance(part, Run) else _runs(part)
        yield from back


def _title(nodes: Sequence[SyntaxTreeNode]) -> SyntaxTreeNode | None:
    """The heading that all others are below: what the list is called, whatever links stand under it."""
    headings = [node for node in nodes if node.type == "heading"]
    alone = len(headings) > 1 and headings[0].tag == "h1" and all(node.tag != "h1" for node in headings[1:])
    return headings[0] if alone else None


def _without_way_back(nodes: list[SyntaxTreeNode]) -> tuple[list[SyntaxTreeNode], list[SyntaxTreeNode]]:
    """The nodes under a heading, and apart from them a link to the top at their end."""
    end = len(nodes) - (bool(nodes) and is_way_back(nodes[-1]))
    return nodes[:end], nodes[end:]


def _with_field_works(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Run | list[SyntaxTreeNode]]:
    """The nodes in stretches, with runs for paragraphs that are works with their fields."""
    stretch: list[SyntaxTreeNode] = []
    for node in nodes:
        token = inline_of(node) if node.type == "paragraph" else None
        works = works_of(token) if token is not None else []
        if not works:
            stretch.append(node)
            continue
        if stretch:
            yield stretch
            stretch = []
        for work, lines in works:
            yield Run(work, lines)
    if stretch:
        yield stretch


def _parted(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[SyntaxTreeNode | None, list[SyntaxTreeNode]]]:
    """Each heading with the nodes below it, up to the next one."""
    heading: SyntaxTreeNode | None = None
    below: list[SyntaxTreeNode] = []
    for node in nodes:
        if node.type == "heading":
            if heading is not None or below:
                yield heading, below
            heading, below = node, []
        else:
            below.append(node)
    if heading is not None or below:
        yield heading, below


def _levels_of_entries(nodes: Sequence[SyntaxTreeNode]) -> set[int]:
    """The levels at which several headings are entries."""
    counts = Counter(
        int(heading.tag[1])
        for heading, below in _parted(nodes)
        if heading is not None and _is_entry_heading(heading, _without_way_back(below)[0])
    )
    return {level for level, count in counts.items() if count > 1 and level > 1}


def _is_entry_heading(heading: SyntaxTreeNode, below: Sequence[SyntaxTreeNode]) -> bool:
    """Whether a heading is a link with a title, and nothing but a text about it stands below."""
    token = inline_of(heading)
    if token is None or ("](" not in token.content and "<" not in token.content):
        return False
    row = row_of(token)
    links = [piece for piece in row if piece.kind == "link"]
    if len(links) != 1 or not links[0].url or links[0].url[0] == "#" or role_of_label(links[0].text) is not None:
        return False
    beside = "".join(piece.text for piece in row if piece.kind not in ("link", "image"))
    if len(beside.split()) > 6 or not links[0].text.strip():
        return False
    # A page of the same site is a part of a manual, and what is listed below it a part of that.
    return all(_is_body(node, remarks=is_safe_url(links[0].url)) for node in below)


def _is_body(node: SyntaxTreeNode, *, remarks: bool) -> bool:
    if node.type == "paragraph":
        token = inline_of(node)
        return token is not None and shape_of(row_of(token)) != ENTRY
    return node.type in (*_BODY, "hr") or (
        node.type in LISTS and (is_field_list(node) or (remarks and _are_remarks(node)))
    )


def _are_remarks(node: SyntaxTreeNode) -> bool:
    """Whether no item of a list can be an entry: each is words, with links in their sentences at most."""
    for item in node.children:
        for child in item.children:
            token = inline_of(child) if child.type == "paragraph" else None
            if child.type in LISTS and _are_remarks(child):
                continue
            row = [piece for piece in row_of(token) if piece.text.strip()] if token else []
            if not row or row[0].kind == "link" or shape_of(row) == LINKS:
                return False
            if any(piece.kind == "link" and role_of_label(piece.text) is not None for piece in row):
                return False
    return True


def _runs(nodes: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode | Run]:
    """The nodes below one heading, with runs for the paragraphs among them that are entries."""
    nodes = [part for node in nodes for part in _lines_as_paragraphs(node)]
    shapes = _shapes(nodes)
    starts = [index for index, shape in enumerate(shapes) if shape == ENTRY]
    if not _are_entries(nodes, shapes, starts):
        yield from nodes
        return
    with_text = sum(shapes[index + 1 : index + 2] == [PROSE] for index in starts[:-1])
    quoted = sum(node.type == "blockquote" for start in starts for node in nodes[start + 1 : start + 2])
    # A quotation below one of several entries is about the section, as a word between two parts of it.
    quotes = 2 * quoted > len(starts)
    taken_to = 0
    for number, start in enumerate(starts):
        yield from nodes[taken_to:start]
        last = number + 1 == len(starts)
        end = len(nodes) if last else starts[number + 1]
        # Text behind the last entry belongs to it if it does behind the others.
        prose = not last or 2 * with_text > len(starts) - 1
        taken_to = start + 1
        while taken_to < end and _belongs(nodes[taken_to], shapes[taken_to], prose=prose, quotes=quotes):
            taken_to += 1
        token = inline_of(nodes[start])
        assert token is not None
        yield Run(
            item_node(_item_lines(without_number(token)), nodes[start + 1 : taken_to]), list(nodes[start:taken_to])
        )
    yield from nodes[taken_to:]


def _shapes(nodes: Sequence[SyntaxTreeNode]) -> list[str]:
    shapes = []
    for node in nodes:
        token = inline_of(node) if node.type == "paragraph" else None
        shapes.append(shape_of(row_of(token)) if token else "")
    for index, shape in enumerate(shapes[:-1]):
        below = nodes[index + 1]
        if shape == BOLD and (shapes[index + 1] in (LINKS, BYLINE) or (below.type in LISTS and is_field_list(below))):
            shapes[index] = ENTRY
    return shapes


def _are_entries(nodes: Sequence[SyntaxTreeNode], shapes: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether paragraphs that look like entries are some: most of what stands there, or one that can be nothing else."""
    paragraphs = [shape for shape in shapes if shape]
    fitting = sum(shape in (ENTRY, LINKS, BYLINE) for shape in paragraphs)
    if len(starts) > 1:
        return 2 * fitting >= len(paragraphs)
    if not starts or 3 * fitting < len(paragraphs):
        return False
    token = inline_of(nodes[starts[0]])
    following = shapes[starts[0] + 1 : starts[0] + 2] == [LINKS] or any(
        node.type in LISTS and is_field_list(node) for node in nodes[starts[0] + 1 : starts[0] + 2]
    )
    return token is not None and (names_work(row_of(token)) or following)


def _belongs(node: SyntaxTreeNode, shape: str, *, prose: bool, quotes: bool) -> bool:
    """Whether a node goes with the entry above it."""
    if node.type == "paragraph":
        return shape in (LINKS, BYLINE) or (prose and shape == PROSE and not _is_ruled(node))
    if node.type in LISTS:
        return is_field_list(node)
    return node.type in _BODY and (quotes or node.type != "blockquote") and not _holds_lists(node)


def _is_ruled(node: SyntaxTreeNode) -> bool:
    """Whether a line parts what is above it from what is below: ``--- Before 2020 ---``."""
    token = inline_of(node)
    return token is not None and bool(_RULED.fullmatch(token.content.strip()))


def _holds_lists(node: SyntaxTreeNode) -> bool:
    return any(child.type in (*LISTS, "table", "details", "heading") for child in node.children)


def _lines_as_paragraphs(node: SyntaxTreeNode) -> Iterable[SyntaxTreeNode]:
    """A paragraph each of whose lines is an entry, or belongs to the one above it, as so many paragraphs."""
    token = inline_of(node) if node.type == "paragraph" else None
    if token is None or not any(
        child.type in ("softbreak", "hardbreak", "html_inline") for child in token.children or ()
    ):
        return (node,)
    lines = split_lines(token, soft=True)
    shapes = [shape_of(row_of(line)) for line in lines]
    if shapes[0] == ENTRY and shapes.count(ENTRY) > 1 and set(shapes) <= {ENTRY, LINKS, BYLINE}:
        return block_nodes([part for line in lines for part in enclosed("paragraph", "p", [line], first_line(line))])
    groups = _titled_lines(lines, shapes)
    if len(groups) < 2:
        return (node,)
    joined = [_joined(group) for group in groups]
    return block_nodes([part for line in joined for part in enclosed("paragraph", "p", [line], first_line(line))])


def _titled_lines(lines: Sequence[Token], shapes: Sequence[str]) -> list[list[Token]]:
    """The lines of a paragraph in groups, each but the first with a title in bold above people and links.

    None where a title has no links below it: then it is a word that stands out.
    """
    starts = [index for index, line in enumerate(lines) if shapes[index] == BOLD and _is_bold(row_of(line))]
    bounds = [0, *(start for start in starts if start), len(lines)]
    groups = [list(lines[low:high]) for low, high in pairwise(bounds)]
    linked = all(any(piece.kind == "link" for line in group[1:] for piece in row_of(line)) for group in groups[1:])
    return groups if linked else []


def _is_bold(row: Sequence[Piece]) -> bool:
    return all(piece.strong or not piece.text.strip() for piece in row)


def _joined(lines: Sequence[Token]) -> Token:
    """Lines as one, broken where they were."""
    children = [child for line in lines for child in (Token("hardbreak", "br", 0), *(line.children or ()))][1:]
    return inline(children, first_line(lines[0]))


def _item_lines(token: Token) -> list[Token]:
    """The lines of an entry's paragraph, apart where the first one is a title and no more."""
    lines = split_lines(token, soft=True)
    first = [piece for piece in row_of(lines[0]) if piece.text.strip() or piece.url]
    if len(lines) > 1 and all(piece.kind == "link" or piece.strong for piece in first):
        return lines
    return split_lines(token)
