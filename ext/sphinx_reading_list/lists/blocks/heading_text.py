"""What a heading is called, apart from the badges, pictures and ways back to the top that stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.problems import Code
from ..markup.inline import Piece, joined_text, pieces
from ..markup.markdown import one_line
from ..markup.nodes import inline_of
from ..markup.render import inline_markdown, shown
from ..words.link_labels import role_of_label
from .contents import is_inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from ..document import Report

_BRACKETS = "()[]（） \t"


def heading_text(node: SyntaxTreeNode, report: Report) -> tuple[str, list[str]]:
    """The text of a heading on one line, and as Markdown what a text can't hold: its links and pictures."""
    token = inline_of(node)
    if token is None:
        return "", []
    row = [*pieces(token)]
    pictures = _picture_links(token.children or ())
    said: list[Piece] = []
    beside: list[Piece] = []
    for piece in row:
        if piece.kind == "image" or (piece.kind == "link" and piece.url in pictures):
            beside.append(piece)
            continue
        if piece.kind == "link" and not is_inside(piece.url):
            beside.append(piece)
        said.append(piece)
    said = _without_way_back(_without_labels(said), report)
    written = [inline_markdown(kept) for piece in beside if (kept := shown([piece], report))]
    return one_line(joined_text(said)), [markdown for markdown in written if markdown]


def _without_labels(row: list[Piece]) -> list[Piece]:
    """The pieces without links in brackets that only name what is behind them (``Mills [[Paper](…)]``)."""
    first = next((index for index, piece in enumerate(row) if piece.kind == "link"), 0)
    before = [*row[: first - 1], row[first - 1].saying(row[first - 1].text.rstrip(" [("))] if first else []
    set_off = first and (row[first].text.startswith("[") or row[first - 1].text.rstrip().endswith("["))
    if not set_off or not any(map(str.isalnum, joined_text(before))):
        return row
    only_labels = all(
        role_of_label(piece.text) is not None if piece.kind == "link" else not any(map(str.isalnum, piece.text))
        for piece in row[first:]
    )
    return before if only_labels else row


def _picture_links(tokens: Sequence[Token]) -> set[str]:
    """The addresses of links that are pictures to click on, and say nothing."""
    found: set[str] = set()
    start = -1
    for index, token in enumerate(tokens):
        if token.type == "link_open":
            start = index
        elif token.type == "link_close" and start >= 0:
            inside = tokens[start + 1 : index]
            if any(part.type == "image" for part in inside) and not any(
                part.type != "image" and part.content.strip() for part in inside
            ):
                found.add(str(tokens[start].attrGet("href") or ""))
    return found


def _without_way_back(row: list[Piece], report: Report) -> list[Piece]:
    """The pieces without links within the file, unless these are all there is."""
    if not any(piece.kind == "link" and is_inside(piece.url) for piece in row):
        return row
    rest: list[Piece] = []
    for index, piece in enumerate(row):
        if piece.kind == "link" and is_inside(piece.url):
            continue
        text = piece.text
        # The brackets around it go with it.
        if index + 1 < len(row) and row[index + 1].kind == "link" and is_inside(row[index + 1].url):
            text = text.rstrip(_BRACKETS) + " "
        if index and row[index - 1].kind == "link" and is_inside(row[index - 1].url):
            text = text.lstrip(_BRACKETS)
        rest.append(piece.saying(text))
    if not any(character.isalnum() for character in joined_text(rest)):
        return row
    for piece in row:
        if piece.kind == "link" and is_inside(piece.url):
            report(Code.INTERNAL_LINK, f"{piece.text!r} leads to {piece.url}", piece.line)
    return rest
