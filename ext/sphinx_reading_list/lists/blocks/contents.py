"""Tables of contents: lists, lines and tables whose links all lead to headings of the same file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..markup.nodes import LISTS, inline_of, row_of
from ..words.markers import take_markers

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_TITLES = frozenset(
    "contents,content,table of contents,table of content,toc,index,outline,overview,quick links,catalogue,catalog,目录,目錄".split(
        ","
    )
)
_MARKERS = frozenset({"[toc]", "[[toc]]", "[[_toc_]]", "@[toc]"})
"""Where other programs put a table of contents."""
_TOP = frozenset("top,up,back,返回,回到顶部,返回顶部,回到目录,返回目录,トップへ戻る,目次へ戻る,맨 위로".split(","))


def is_contents(node: SyntaxTreeNode) -> bool:
    """Whether a block is a table of contents: links to headings of the file, and hardly a word beside them."""
    if node.type in LISTS:
        return bool(node.children) and all(map(_is_contents_item, node.children))
    if node.type == "paragraph":
        token = inline_of(node)
        return _leads_inside(token, least=2) or (token is not None and token.content.strip().casefold() in _MARKERS)
    if node.type == "table":
        cells = [cell for part in node.children for row in part.children for cell in row.children]
        said = [
            (cell.type == "th", line.token)
            for cell in cells
            for line in cell.children
            if line.token and line.token.content.strip()
        ]
        # A heading that is no link ("Section") only names the column.
        return all(
            _leads_inside(token, least=1) or (is_heading and not any(piece.url for piece in row_of(token)))
            for is_heading, token in said
        ) and any(_leads_inside(token, least=1) for _, token in said)
    return False


def is_way_back(node: SyntaxTreeNode) -> bool:
    """Whether a paragraph is nothing but a link back to the top: ``[⬆ Back to Index](#index)``."""
    token = inline_of(node) if node.type == "paragraph" else None
    if token is None or not any(address.startswith("#") for address in _addresses(token)):
        return False
    row = row_of(token)
    if sum(piece.kind == "link" for piece in row) != 1:
        return False
    words = _words("".join(piece.text for piece in row))
    return words in _TOP or words.removeprefix("go ").removeprefix("back ").removeprefix("return ").removeprefix(
        "to "
    ).removeprefix("the ") in {*_TOP, *_TITLES}


def is_contents_title(title: str) -> bool:
    """Whether a heading stands above a table of contents."""
    return _words(title) in _TITLES


def _words(text: str) -> str:
    """The words of a text, in small letters, without anything between."""
    return " ".join(
        "".join(character if character.isalpha() else " " for character in take_markers(text)[0]).casefold().split()
    )


def _is_contents_item(item: SyntaxTreeNode) -> bool:
    linked = False
    for child in item.children:
        if child.type in LISTS:
            if not is_contents(child):
                return False
            linked = True
        elif child.type == "paragraph":
            token = inline_of(child)
            if token is None:
                return False
            leads = _leads_inside(token, least=1)
            # A label above links to headings is one of the headings.
            if (not leads and len(item.children) == 1) or any(
                piece.url and not is_inside(piece.url) for piece in row_of(token)
            ):
                return False
            linked = linked or leads
        else:
            return False
    return linked


def _leads_inside(token: Token | None, *, least: int) -> bool:
    if token is None or not any("#" in address for address in _addresses(token)):
        return False
    row = row_of(token)
    links = [piece for piece in row if piece.kind == "link"]
    if len(links) < least or not all(is_inside(link.url) for link in links):
        return False
    beside = "".join(piece.text for piece in row if piece.kind not in ("link", "image"))
    return not any(character.isalpha() for character in beside)


def _addresses(token: Token) -> list[str]:
    return [str(child.attrs.get("href", "")) for child in token.children or () if child.type == "link_open"]


def is_inside(url: str) -> bool:
    """Whether an address is a place of the same file."""
    file, sign, _ = url.partition("#")
    return bool(sign) and file.lower().removeprefix("./") in ("", "readme.md", "/readme.md")
