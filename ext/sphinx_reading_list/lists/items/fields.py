"""Fields of an entry on lines of their own: ``Keyword: …``, ``Code: …``, ``Authors: …``; one table says what each is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...core.identifiers import arxiv_id, doi
from ...core.problems import Code
from ..markup.markdown import one_line
from ..words.facts import AUTHORS, DATE, VENUE, Fact, facts_of
from ..words.line import Line
from ..words.link_labels import role_of_label
from ..words.names_line import are_names
from ..words.plain import says_something
from ..words.segments import all_facts
from ..words.units import WORDS, units_of
from ..words.venues import is_venue_name, known_venue
from .take import take_facts, take_link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..markup.inline import Piece
    from .parts import ItemParts

_NAMES = {
    "tags": "keyword keywords key-words tag tags topic topics category categories area areas field task tasks 关键词 标签",
    "authors": "author authors author(s) by speaker speakers written-by 作者",
    "venue": "publisher venue conference journal published published-in publication conf. booktitle published-at venues"
    " conference/journal 会议 期刊 出处",
    "date": "date year published-on time month submitted publication-date release-date released 日期 年份 时间",
    "arxiv": "arxiv arxiv-id",
    "doi": "doi",
    "note": "affiliation affiliations institution institutions institute abstract summary tl;dr tldr description note notes comment"
    " comments contribution contributions remark remarks 单位 机构 機構 说明 說明 摘要 简介 簡介 备注 備註 简述 描述 介绍 贡献 小结",
}
_ROLES = {name.replace("-", " "): role for role, names in _NAMES.items() for name in names.split()}
_FIELD = re.compile(r"\W*(?P<name>[^\W\d_][^:：;；\ue000]{0,28}?)\W*?[:：;；][\s*]*")
_SIGN = re.compile(r"[:：;；]")
_COMMAS = re.compile(r"\s*[,;，；、]\s*")


class Field:
    """A line that begins with the name of a field: which one, what it is called there, and its value."""

    def __init__(self, line: Line, match: re.Match[str]) -> None:
        self.name = one_line(match["name"]).strip("*_ ")
        self.role = role_of_field(self.name)
        self.value = line.cut(match.end())
        self.whole = line


def role_of_field(name: str) -> str:
    """What a field is by its name: ``tags``, ``authors``, ``link``, …; an empty string where it isn't known."""
    words = one_line(name).casefold().strip(" *_")
    return _ROLES.get(words, "link" if role_of_label(words) is not None else "")


def field_of(row: Sequence[Piece]) -> Field | None:
    """The field that a row is, if its name is a known one."""
    return _field(tuple(row))


@lru_cache(256)  # a line is asked whether it is a field before it is taken in as one
def _field(row: tuple[Piece, ...]) -> Field | None:
    line = Line(row)
    match = _FIELD.match(line.masked) if _SIGN.search(line.masked) else None
    if match is None:
        return None
    field = Field(line, match)
    return field if field.role and (says_something(field.value.text) or field.value.links) else None


def take_field(parts: ItemParts, field: Field) -> bool:
    """Take a field in; false where its value isn't what its name says."""
    takers: dict[str, Callable[[ItemParts, Field], bool]] = {
        "tags": _tags, "authors": _authors, "venue": _venue, "date": _date, "arxiv": _arxiv, "doi": _doi, "link": _links,
        "note": _note,
    }  # fmt: skip
    if not takers[field.role](parts, field):
        return False
    if field.role != "link":
        parts.source.report(Code.FACT, f"{field.name} names a field", field.whole.row[0].line)
    return True


def _tags(parts: ItemParts, field: Field) -> bool:
    tags = [tag.strip(" .*_") for tag in _COMMAS.split(field.value.text)]
    if any(len(tag) > 70 for tag in tags) or any(link.url == link.text for link in field.value.links):
        return False
    for tag in tags:
        if says_something(tag):
            parts.add_tag(tag)
    for link in field.value.links:
        parts.add_link(link.text, link.url, link.line)
    return True


def _authors(parts: ItemParts, field: Field) -> bool:
    text = field.value.text.strip(" .,;")
    return are_names(text, sure=True) and take_facts(parts, [Fact(AUTHORS, text)], field.value)


def _venue(parts: ItemParts, field: Field) -> bool:
    text = field.value.text.strip(" .,;")
    facts = facts_of(text)
    if facts and all(fact.kind != AUTHORS for fact in facts):
        return take_facts(parts, facts, field.value)
    if known_venue(text) or (is_venue_name(text) and len(text.split()) > 1):
        return take_facts(parts, [Fact(VENUE, text)], field.value)
    return False


def _date(parts: ItemParts, field: Field) -> bool:
    facts = facts_of(field.value.text)
    return bool(facts) and facts[0].kind in (DATE, VENUE) and take_facts(parts, facts, field.value)


def _arxiv(parts: ItemParts, field: Field) -> bool:
    if field.value.links:
        return _links(parts, field)
    found = arxiv_id(field.value.text)
    if not found or not all_facts(field.value):
        return False
    parts.arxiv = parts.arxiv or found
    return parts.arxiv == found


def _doi(parts: ItemParts, field: Field) -> bool:
    if field.value.links:
        return _links(parts, field)
    found = doi(field.value.text)
    if not found or len(field.value.text.split()) > 1:
        return False
    parts.doi = parts.doi or found
    return parts.doi == found


def _note(parts: ItemParts, field: Field) -> bool:  # noqa: ARG001  (as the others are called)
    """Never: a note keeps the name of the field that it is."""
    return False


def _links(parts: ItemParts, field: Field) -> bool:
    """Links, and nothing else that says anything but between brackets behind them."""
    units = units_of(field.value.row)
    links = field.value.links
    if not links or any(unit.kind == WORDS and says_something(unit.text) for unit in units):
        return False
    for link in links:
        take_link(parts, link, field.name)
    return True
