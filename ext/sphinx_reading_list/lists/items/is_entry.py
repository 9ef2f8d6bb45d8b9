"""Whether an item with a title is an entry: something has to tell what it is, and it may be no sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..markup.nodes import LISTS, inline_of, row_of
from ..words.dates import read_date
from ..words.facts import ARXIV, AUTHORS, DATE, DOI, VENUE, facts_of
from ..words.line import Line
from ..words.link_labels import FRAMEWORKS, role_of_label
from ..words.plain import says_something
from ..words.segments import all_facts, segments
from ..words.units import LEADING_ON, is_label, units_of
from ..words.units import LINK as LINK_UNIT
from ..words.units import WORDS as WORDS_UNIT
from ..words.venues import read_venue
from .below import are_about, ends_in_labels, leads_to_parts
from .fields import field_of, role_of_field
from .marked_runs import BOLD, CODE, EMPHASIS, LINK, QUOTE, WORDS
from .rest import is_links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

    from ..markup.inline import Piece
    from .title import Title

_OPENERS = frozenset(
    "we you i if please thanks thank note see check this these here there for also our they it read click visit join feel"
    " contributions contributing all any some".split()
)
_TELLERS = frozenset({"we", "our", "us", "I", "my"})
"""Who says something, and gives no title: *In 2019 we started (ICML 2019)*."""
_THANKS = frozenset({"thanks", "thank", "credits"})
"""Who is thanked is no title, whatever its capitals."""
_FEW = 2
_APPEARED = re.compile(r"[(（](?P<inside>[^()（）\ue000]{3,90})[)）]\s*(?:[.。]\s*)?$")
_PARTS = frozenset("title motivation method results conclusion".split())
"""What parts of a text about a work are called."""
_TELLING_FIELDS = frozenset({"authors", "arxiv", "doi", "link"})
"""Fields that only a work has, or that lead to its parts."""
_BIBLIOGRAPHIC = (AUTHORS, VENUE, ARXIV, DOI)


def is_entry(title: Title, lines: Sequence[Sequence[Piece]], below: Sequence[SyntaxTreeNode]) -> bool:
    """Whether a title with what stands beside and below it is an entry."""
    text = title.title.text.strip()
    if not says_something(text) and not title.url:
        return False
    if title.form == LINK:
        return _is_linked_entry(title)
    if title.form == WORDS and read_date(text) is not None:
        return False
    behind = Line([*title.title.row, *title.after.row]) if title.form == WORDS else title.after
    # An address of this file leads to a section of it, one of a person to nothing that can be read.
    links = [
        link
        for line in (behind, title.before)
        for link in _standing_links(line)
        if not link.url.startswith(("#", "mailto:"))
    ]
    if title.form == WORDS and not links and _names_its_links(title):
        links = _standing_links(title.after)
    if title.form == QUOTE and title.url:
        return True
    described = text.casefold() in FRAMEWORKS and links and len(_said(title.after).split()) > 1
    if (
        text.endswith((":", "："))
        or (role_of_field(text) and not described)
        or text.casefold() in _PARTS
        or (len(text) < 3 and not links)
    ):
        return False
    if title.form == CODE:
        return bool(links) and not _in_sentence(title.after)
    if title.form == BOLD and title.after.row and title.after.row[0].strong and _in_sentence(title.after):
        # The bold words go on to the link in them: **released the [board](…) of looms**.
        return False
    if title.form in (QUOTE, BOLD, EMPHASIS):
        return bool(links) or _tells_of_work(title) > 0 or _is_published(title) or _fields_below(lines, below) > 0
    return (not _in_sentence(behind) or _names_its_links(title)) and _are_title_words(title, links, lines, below)


def _said(line: Line) -> str:
    """What the words of a line say, without its links."""
    return " ".join(piece.text for piece in line.row if piece.kind != "link").strip(" .:：-–—[]()")


def _is_linked_entry(title: Title) -> bool:
    link = title.title.links[0] if title.title.links else None
    if link is None or link.url.startswith("#") or link.badge:
        return False
    if not is_label(link):
        return True
    if role_of_label(link.text) and not says_something(title.after.text):
        # [Paper](…) alone is a part of something else.
        return False
    after = title.after.text.lstrip()
    return not (after[:1].islower() or after.startswith(("’", "'")))


def _are_title_words(
    title: Title, links: Sequence[Piece], lines: Sequence[Sequence[Piece]], below: Sequence[SyntaxTreeNode]
) -> bool:
    """Whether plain words are a title: links to the work's parts stand behind them, or its people and its venue."""
    text = title.title.text.strip()
    words = text.split()
    if title.title.links or not words:
        return False
    opener = words[0].casefold().strip(",.:*")
    capitals = sum(word[:1].isupper() for word in words)
    sentence = (opener in _OPENERS and 2 * capitals < len(words)) or (words[0].islower() and len(words) > 6)
    sentence = sentence or text.endswith(("!", "。"))
    if opener in _THANKS and not links:
        return False
    if links and not sentence and 2 < len(words) <= 30:
        return True
    told = "?" not in text and not _TELLERS.isdisjoint(words)
    if not links and not sentence and not told and len(words) > 1 and _is_published(title):
        return True
    known = _tells_of_work(title)
    if len(words) < 3 and not known and len(links) < 2 and _heads_others(below):
        return False
    if known > 1:
        return True
    if links:
        if len(words) > 30 or (sentence and not (known or len(links) > 1)):
            return False
        return len(words) > 1 or known > 0 or len(links) > 1 or links[0].text == links[0].url or is_label(links[0])
    named = len(words) > 1 or _needs_no_blanks(text) or any(map(str.isupper, text[1:]))
    return named and not sentence and _fields_below(lines, below) > 0


def _is_published(title: Title) -> bool:
    """Whether a title is all that a line says, but for brackets that say where and when it appeared: ``… (VLDB 2021)``."""
    beside = title.after if not title.before.text.strip() else title.before
    if not title.after.links and not (title.before.text.strip() and title.after.text.strip(" .")):
        told = all_facts(beside)
        if any(fact.kind == VENUE and fact.date for fact in told) or {VENUE, DATE} <= {fact.kind for fact in told}:
            return True
    behind = title.title.text + title.after.text
    match = _APPEARED.search(behind) if not title.before.text.strip() and not title.after.links else None
    if match is None:
        return False
    inside = match["inside"].strip()
    facts = facts_of(inside)
    if any(fact.kind == VENUE for fact in facts):
        return True
    weighty = [word for word in title.title.text.split() if len(word) > 3]
    if facts and 2 * sum(word[:1].isupper() for word in weighty) <= len(weighty):
        return False
    # Where it appeared may be told with more beside it: (VLDB 2021, by Ada Lovelace).
    return bool(facts or read_venue(inside, strict=False) or read_venue(" ".join(inside.split()[:2])))


def _needs_no_blanks(text: str) -> bool:
    """Whether several words are written without blanks, as in Chinese and Japanese."""
    return sum("\u3040" <= character <= "\u9fff" for character in text) > _FEW


def _heads_others(below: Sequence[SyntaxTreeNode]) -> bool:
    """Whether nested bullets have titles of their own: what stands above them is their label."""
    return any(node.type in LISTS and not are_about(node) for node in below)


def _names_its_links(title: Title) -> bool:
    """Whether short names of links follow a title: ``Visual Recognition [Spring 2016](…), [Fall 2016](…)``."""
    links = title.after.links
    first = links[0].text.split() if links else []
    last = title.title.text.split()[-1].casefold()
    return (
        0 < len(first) < 5
        and (first[0][0].isupper() or first[0][0].isdigit())
        and next((piece for piece in title.after.row if piece.text.strip()), None) == links[0]
        and len(title.title.text.split()) < 13
        and last not in LEADING_ON
        and not _in_sentence(title.after)
        and title.title.text[:1].isupper()
    )


def _standing_links(line: Line) -> list[Piece]:
    return [unit.row[0] for unit in units_of(line.row) if unit.kind == LINK_UNIT]


def _in_sentence(line: Line) -> bool:
    """Whether a link is part of the words around it."""
    return any(
        piece.kind == "link" and not all_facts(Line(unit.row), sure=True)
        for unit in units_of(line.row)
        if unit.kind == WORDS_UNIT
        for piece in unit.row
    )


def _tells_of_work(title: Title) -> int:
    """How many kinds of facts beside a title tell that it is a work."""
    kinds = {fact.kind for fact in all_facts(title.before, sure=True)}
    for unit in units_of(title.after.row):
        if unit.kind != LINK_UNIT:
            line = Line(unit.row)
            kinds |= {fact.kind for fact in facts_of(line.text, sure=unit.row[0].em)}
            kinds |= {fact.kind for part in segments(line, sure=unit.row[0].em) for fact in part.facts}
    dated = "date" in kinds
    return len(kinds.intersection(_BIBLIOGRAPHIC)) + (dated and len(kinds) > 1)


def _fields_below(lines: Sequence[Sequence[Piece]], below: Sequence[SyntaxTreeNode]) -> int:
    """How many lines and bullets below a title lead to its parts or name its people."""
    count = sum(map(_is_about_work, lines))
    for node in below:
        token = inline_of(node) if node.type == "paragraph" else None
        if token is not None:
            count += _is_about_work(row_of(token))
        elif node.type in LISTS and are_about(node):
            count += any(_has_link(item) for item in node.children)
    return count


def _is_about_work(row: Sequence[Piece]) -> bool:
    """Whether a line is links to a work's parts, or its people."""
    field = field_of(row)
    return (
        (field is not None and field.role in _TELLING_FIELDS)
        or is_links(row)
        or ends_in_labels(row)
        or leads_to_parts(row)
        or any(
            fact.kind in _BIBLIOGRAPHIC
            for fact in all_facts(Line(row), sure=all(piece.em for piece in row if piece.text.strip()))
        )
    )


def _has_link(item: SyntaxTreeNode) -> bool:
    token = inline_of(item.children[0]) if item.children else None
    return token is not None and any(piece.kind == "link" for piece in row_of(token))
