"""The body of ``{entry}``: a note, and at its end a list whose items are single links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.entry import Link
from .escape import plain_link
from .markdown import one_line, page_markdown, plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_BARE = re.compile(r"\s*(https?://\S+)")
_BULLETS = ("-", "*", "+")


def parse_body(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[Link, ...]]:
    """Take the list of links off a body's end: the lines of the note before it, and the links.

    Each item is one link, perhaps with text behind it (kept as the link's detail). A list with any other item is
    part of the note. Blank lines around the note are left off.
    """
    if plain := _plain_links(lines):
        return (), plain
    if any(line.lstrip().startswith(_BULLETS) for line in lines):
        tokens = page_markdown().parse("\n".join(lines))
        start, links = _trailing_links(tokens, lines)
    else:
        start, links = len(lines), ()
    return _stripped(lines[:start]), links


def _plain_links(lines: Sequence[str]) -> tuple[Link, ...]:
    """The links of a body that holds nothing but plain ones, one below the other; none for any other body."""
    items = _stripped(lines)
    links = [plain_link(line.removeprefix("- ")) if line.startswith("- ") else None for line in items]
    return tuple(Link(link[1], one_line(link[0])) for link in links if link) if all(links) else ()


def _trailing_links(tokens: Sequence[Token], lines: Sequence[str]) -> tuple[int, tuple[Link, ...]]:
    nothing = len(lines), ()
    if not tokens or tokens[-1].type != "bullet_list_close":
        return nothing
    first = next(
        index
        for index in range(len(tokens) - 1, -1, -1)
        if tokens[index].type == "bullet_list_open" and not tokens[index].level
    )
    start, end = tokens[first].map or (0, 0)
    if any(line.strip() for line in lines[end:]):
        return nothing
    links: list[Link] = []
    for item in _items(tokens[first + 1 : -1]):
        link = _only_link(item)
        if link is None:
            return nothing
        links.append(link)
    return start, tuple(links)


def _items(tokens: Sequence[Token]) -> list[list[Token]]:
    items: list[list[Token]] = []
    for token in tokens:
        if token.type == "list_item_open" and token.level == 1:
            items.append([])
        elif not (token.type == "list_item_close" and token.level == 1):
            items[-1].append(token)
    return items


def _only_link(tokens: Sequence[Token]) -> Link | None:
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return None
    children = tokens[1].children or []
    return _bare_link(children) if children and children[0].type == "text" else _written_link(children)


def _written_link(children: Sequence[Token]) -> Link | None:
    ends = [index for index, token in enumerate(children) if token.type == "link_close"]
    if len(ends) != 1 or children[0].type != "link_open":
        return None
    rest = children[ends[0] + 1 :]
    if any(token.type == "image" for token in rest):
        return None
    url = str(children[0].attrGet("href") or "")
    label = one_line(plain_text(children[1 : ends[0]]))
    return Link(url, "" if label == url else label, detail_text(plain_text(rest)))


def _bare_link(children: Sequence[Token]) -> Link | None:
    match = _BARE.match(children[0].content)
    if match is None or any(token.type in ("link_open", "image") for token in children):
        return None
    return Link(match.group(1), "", detail_text(plain_text(children)[match.end() :]))


def detail_text(text: str) -> str:
    """The text behind a link, without the dash, colon or comma that leads over to it."""
    text = one_line(text)
    stripped = text.lstrip("–—:,·- ")
    lead = text[: len(text) - len(stripped)]
    # A mark that is glued to a word belongs to it ("-7B"), unless it is the comma or colon after the link.
    return stripped if lead.endswith(" ") or lead in (",", ":", "·") or not lead else lead[-1] + stripped


def _stripped(lines: Sequence[str]) -> tuple[str, ...]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return tuple(lines[filled[0] : filled[-1] + 1]) if filled else ()
