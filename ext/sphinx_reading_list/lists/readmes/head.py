"""The visible lines of a README's entry, read off their inline tokens; anything else than these is no such entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ...core.dates import PartialDate
from ...core.entry import Link, PageEntry
from ...core.identifiers import arxiv_id, doi, is_safe_url
from ..document import ListItem
from ..markup.markdown import one_line, plain_text
from ..words.authors import AuthorLine, read_authors
from .fields import doi_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_DATE = re.compile(r"(\d{4}(?:-\d{2}){0,2})(?: · |$)")
_ARXIV = "https://arxiv.org/abs/"


@dataclass(frozen=True, slots=True)
class Reading:
    """The entry that the visible text gives, and what stands in the comment behind its title."""

    item: ListItem
    comment: str


class _OtherFormError(Exception):
    """The tokens aren't what the program writes."""


def read_visible(children: Sequence[Token]) -> Reading | None:
    """The entry that these inline tokens are; ``None`` where they are none in the form of a README of ours."""
    lines: list[list[Token]] = [[]]
    for token in children:
        if token.type == "hardbreak":
            lines.append([])
        elif token.type != "text" or token.content:
            lines[-1].append(token)
    try:
        return _read(lines)
    except _OtherFormError:
        return None


def _read(lines: list[list[Token]]) -> Reading:
    head, *rest = lines
    if not head or head[-1].type != "html_inline" or not head[-1].content.startswith("<!-- "):
        raise _OtherFormError
    comment = head.pop().content[5:-3].strip()
    highlight = head[:1] != [] and head[0].type == "text" and head[0].content == "🌟 "
    title, url, tags = _title(head[highlight:])
    authors_line, (authors, elided) = "", AuthorLine((), False)
    if rest and [rest[0][0].type, rest[0][-1].type] == ["em_open", "em_close"]:
        authors_line = _plain(rest.pop(0)[1:-1])
        authors, elided = read_authors(authors_line)
    date, venue, links = _facts(rest.pop(0)) if rest else (None, "", [])
    if rest:
        raise _OtherFormError
    arxiv = number = ""
    if len(links) > 1 and links[0].url.startswith(_ARXIV) and links[0].label == "arXiv":
        found = links[0].url.removeprefix(_ARXIV)
        if arxiv_id(found) == found and links[1] == Link(f"https://arxiv.org/pdf/{found}", "PDF"):
            arxiv, links = found, links[2:]
    if links and links[0].label == "DOI" and not links[0].detail and links[0].url == doi_link(doi(links[0].url)):
        number, links = doi(links[0].url), links[1:]
    entry = PageEntry(
        title=title, url=url, authors=authors, authors_elided=elided, date=date, tags=tags, highlight=highlight,
        links=tuple(links),
    )  # fmt: skip
    return Reading(ListItem(entry, arxiv, number, venue, authors_line), comment)


def _title(row: list[Token]) -> tuple[str, str, tuple[str, ...]]:
    end = next((index for index, token in enumerate(row) if token.type == "strong_close"), 0)
    if not end or row[0].type != "strong_open":
        raise _OtherFormError
    inside, url = row[1:end], ""
    if inside[0].type == "link_open" and inside[-1].type == "link_close":
        url = _address(inside[0])
        inside = inside[1:-1]
    tags = []
    for token in row[end + 1 :]:
        if token.type == "code_inline":
            tags.append(token.content)
        elif token.type != "text" or token.content != " ":
            raise _OtherFormError
    return _plain(inside), url, tuple(tags)


def _facts(row: list[Token]) -> tuple[PartialDate | None, str, list[Link]]:
    """Date and venue as text, then links, each perhaps with a detail behind it."""
    starts = [index for index, token in enumerate(row) if token.type == "link_open"]
    lead = _plain(row[: starts[0]] if starts else row)
    if starts and lead:
        if not lead.endswith(" · "):
            raise _OtherFormError
        lead = lead.removesuffix(" · ")
    date = None
    if match := _DATE.match(lead):
        try:
            date, lead = PartialDate.parse(match.group(1)), lead[match.end() :]
        except ValueError:
            date = None
    return date, lead, [_link(row[start:end]) for start, end in pairwise([*starts, len(row)])]


def _link(row: list[Token]) -> Link:
    end = next(index for index, token in enumerate(row) if token.type == "link_close")
    behind = _plain(row[end + 1 :]).removesuffix(" · ")
    if behind and not behind.startswith(" – "):
        raise _OtherFormError
    url, label = _address(row[0]), _plain(row[1:end])
    return Link(url, "" if label == url else label, behind.removeprefix(" – "))


def _plain(row: Sequence[Token]) -> str:
    if any(token.type != "text" for token in row):
        raise _OtherFormError
    text = plain_text(row)
    if one_line(text) != text.strip():
        raise _OtherFormError
    return text


def _address(token: Token) -> str:
    url = str(token.attrs.get("href", ""))
    if not is_safe_url(url):
        raise _OtherFormError
    return url
