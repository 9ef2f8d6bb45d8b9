"""Headings that are works themselves: what stands below them are a work's fields and links, and no entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from ..items.fields import field_of
from ..markup.inline import joined_text
from ..markup.nodes import LISTS, first_line, inline, inline_of, item_node, row_of, split_lines, without_number
from ..words.link_labels import role_of_label
from .contents import is_contents_title
from .shapes import BYLINE, LINKS, is_field_list, is_named_field, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

_BODY = ("details", "fence", "code_block")
"""What may stand between a work's fields: its abstract, how it is cited."""
_OF_WORKS = frozenset({"authors", "arxiv", "doi"})


def work_under(heading: SyntaxTreeNode, below: Sequence[SyntaxTreeNode]) -> SyntaxTreeNode | None:
    """The item that a heading and all below it come to, where these are a work's fields with its people or identifier.

    A link of theirs stands beside the title, where it would be if the work were written as an item.
    """
    blocks = [node for node in below if node.type != "hr"]
    token = inline_of(heading)
    if token is None or not blocks or not _is_title(token):
        return None
    folded = [node for node in blocks if node.type in _BODY]
    blocks = [node for node in blocks if node.type not in _BODY]
    if not all(map(_are_fields, blocks)):
        return None
    lines = [*_lines(blocks)]
    links = [(index, beside) for index, line in enumerate(lines) if (beside := _links(line))]
    if not links and any(map(_tells_of_work, lines)) and any(map(_are_several_links, lines)):
        return item_node([without_number(token), *lines], folded)
    if not links or not any(map(_tells_of_work, lines)):
        # A few words above links ("Our paper and code") may be a section; a title is longer.
        named = len(joined_text(row_of(token)).split()) > 3 and any(map(_leads_to_paper, lines))
        if not links or not named:
            return None
    index, beside = next(((i, found) for i, found in links if _leads_to_paper(lines[i])), links[0])
    title = without_number(token)
    blank = Token("text", "", 0, content=" ")
    first = inline([*(title.children or ()), blank, *beside], first_line(token))
    return item_node([first, *lines[:index], *lines[index + 1 :]], folded)


def _is_title(token: Token) -> bool:
    """Whether a heading can be what a work is called; one word (``Papers``) heads any section."""
    row = row_of(token)
    title = joined_text(row)
    if any(piece.kind == "link" for piece in row) or is_contents_title(title):
        return False
    return len(title.split()) > 1 or any(map(str.isupper, title[1:]))


def _are_fields(node: SyntaxTreeNode) -> bool:
    if node.type in LISTS:
        plain = all(part.type == "paragraph" for item in node.children for part in item.children)
        return plain and is_field_list(node)
    token = inline_of(node) if node.type == "paragraph" else None
    return token is not None and _begins_field(split_lines(token, soft=True)[0])


def _begins_field(line: Token) -> bool:
    row = row_of(line)
    return is_named_field(row) or shape_of(row) in (LINKS, BYLINE)


def _lines(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Token]:
    """The lines of paragraphs and lists, each with the lines behind it that only go on."""
    for node in nodes:
        if node.type == "paragraph" and (token := inline_of(node)):
            meant: list[Token] = []
            for line in split_lines(token, soft=True):
                if meant and not _begins_field(line):
                    before = [*(meant[-1].children or ()), Token("softbreak", "br", 0), *(line.children or ())]
                    meant[-1] = inline(before, first_line(meant[-1]))
                else:
                    meant.append(line)
            yield from meant
        elif node.type in (*LISTS, "list_item"):
            yield from _lines(node.children)


def _tells_of_work(line: Token) -> bool:
    field = field_of(row_of(line))
    if field is None:
        return False
    return field.role in _OF_WORKS or (bool(field.value.links) and role_of_label(field.name) == "paper")


def _leads_to_paper(line: Token) -> bool:
    row = row_of(line)
    field = field_of(row)
    names = [field.name] if field and field.value.links else [piece.text for piece in row if piece.kind == "link"]
    return any(role_of_label(name) == "paper" for name in names)


def _are_several_links(line: Token) -> bool:
    """Whether a field is nothing but links: ``Links: [[arXiv](…)] [[Code](…)]``."""
    field = field_of(row_of(line))
    if field is None or len(field.value.links) < 2:
        return False
    return not any(map(str.isalnum, "".join(piece.text for piece in field.value.row if piece.kind != "link")))


def _links(line: Token) -> list[Token]:
    """The links of a line that is nothing else, or of a field that is only an address, this with the field's name."""
    row = row_of(line)
    links = [piece for piece in row if piece.kind == "link"]
    beside = "".join(piece.text for piece in row if piece.kind not in ("link", "image"))
    if not any(map(str.isalnum, beside)) and 2 * sum(role_of_label(link.text) is not None for link in links) > len(
        links
    ):
        return list(line.children or ())
    field = field_of(row)
    if field is None or field.role != "link" or len(field.value.links) != 1:
        return []
    link = field.value.links[0]
    if field.value.text.strip() not in (link.text, link.url) or link.text != link.url:
        return []
    text = Token("text", "", 0, content=field.name)
    return [Token("link_open", "a", 1, attrs={"href": link.url}), text, Token("link_close", "a", -1)]
