"""Marks that Markdown reads otherwise than people who keep lists: an empty bullet, a comment between two bullets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.problems import Code
from ..markup.nodes import excerpt, first_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from ..document import Report

_LISTS = ("bullet_list_close", "ordered_list_close")


def without_underlines(tokens: list[Token], text: str) -> list[Token]:
    """The tokens, with a text in a list that stands above an empty bullet as a paragraph.

    CommonMark takes a single ``-`` below a text for the underline of a heading.
    """
    lines: list[str] | None = None
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or token.markup != "-" or not token.level or not token.map:
            continue
        lines = text.split("\n") if lines is None else lines
        if lines[token.map[1] - 1 : token.map[1]] and lines[token.map[1] - 1].strip() == "-":
            for part, kind in ((token, "paragraph_open"), (tokens[index + 2], "paragraph_close")):
                part.type, part.tag, part.markup = kind, "p", ""
    return tokens


def without_comments(tokens: Sequence[Token], report: Report) -> list[Token]:
    """The tokens without the comments of HTML that part a list within an item into two."""
    found: list[Token] = []
    skip = False
    for index, token in enumerate(tokens):
        if skip:
            skip = False
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if (
            token.type == "html_block"
            and token.level
            and following is not None
            and found
            and found[-1].type in _LISTS
            and following.type == found[-1].type.replace("_close", "_open")
            and _is_comment(token.content)
        ):
            report(Code.HTML_COMMENT, excerpt(token.content.strip()[4:-3]), first_line(token))
            found.pop()
            skip = True
        else:
            found.append(token)
    return found


def _is_comment(html: str) -> bool:
    html = html.strip()
    return html.startswith("<!--") and html.endswith("-->") and html.count("-->") == 1
