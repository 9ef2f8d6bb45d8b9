"""The first line of an entry: its title, what leads to that, and what stands behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.entry import Metric
from ...core.identifiers import github_repository
from ...core.problems import Code
from ..markup.addresses import is_placeholder
from ..markup.markdown import one_line
from ..words.facts import AUTHORS, Fact, facts_of
from ..words.line import Line
from ..words.markers import take_markers
from ..words.names_line import is_cited_person
from ..words.plain import balanced, says_something
from ..words.segments import all_facts, segments
from ..words.stars import find_stars, may_have_stars
from ..words.titles import clean_title
from ..words.units import CODE, is_label, units_of
from ..words.units import LINK as LINK_UNIT
from .marked_runs import BOLD, LINK, WORDS
from .rest import Rest
from .take import take_facts, take_link, take_tag, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..markup.inline import Piece
    from .parts import ItemParts
    from .title import Title

_FACTS_BEHIND = re.compile(r"(?P<title>.*\S)\s*[\[(](?P<inside>[^\[\]()]{4,80})[\])][.,]?")
_CLOSED = tuple(bracket + stop for bracket in ")]" for stop in ("", ".", ","))
"""How a title ends that has brackets behind it."""
_NUMBERED = re.compile(r"\s*\[\d{1,4}\]\s*(?=\w)")
_TYPED = re.compile(r"(?P<title>.*\w)\s*\[(?:[JCMDRANPS]|(?:EB|J|C)/OL)\]")
"""What Chinese standards write behind a title: that it is of a journal, a conference, a book."""
_BEFORE_COLON = re.compile(r"\s+(?=[:：]\s)")
_ELISION = re.compile(r"\bet\.? al\b|\.\.\.|…")
_DOTS = re.compile(r"\.(?!\d)")
_LONGEST_TOPIC = 5
"""How many words a topic has at most that stands before a title."""
_BRACKETS = "()[]（）【】"
_QUOTES = '"“”„«»「」《》'


class Head:
    """Reads the line of a title into the parts of an entry."""

    def __init__(self, parts: ItemParts, title: Title) -> None:
        self.parts = parts
        self.title = title

    def read(self) -> None:
        """Take the line in."""
        self._title()
        left = self._before()
        rest = Rest(self.parts)
        rest.left += left
        rest.read(self._without_stars(self.title.after.row))

    def _without_stars(self, row: Sequence[Piece]) -> Sequence[Piece]:
        """The pieces behind a title without how many stars its repository has, which is a number of the entry."""
        if not may_have_stars(self.title.after.text):
            return row
        urls = (self.parts.url, *(piece.url for piece in row if piece.kind == "link"))
        repository = next((url for url in urls if github_repository(url)), "")
        if not repository:
            return row
        for index, piece in enumerate(row):
            stars = find_stars(piece.text) if piece.kind == "text" else None
            if stars:
                said = piece.text[stars.start : stars.end].strip()
                self.parts.metrics.append(Metric("stars", stars.number, "GitHub", repository))
                self.parts.source.report(Code.FACT, f"{said} is how many stars {repository} has", piece.line)
                left = piece.saying(f"{piece.text[: stars.start].rstrip()} {piece.text[stars.end :].lstrip()}")
                return [*row[:index], left, *row[index + 1 :]]
        return row

    def _title(self) -> None:
        parts, found = self.parts, self.title
        text, signs = take_markers(_closed_up(found.title))
        words = text.strip().strip("*_") if says_something(text) else found.title.text
        parts.signs += signs if words != found.title.text else []
        words = _without_stop(balanced(words.strip()) if found.form == WORDS else words.strip())
        if words.endswith("]") and (typed := _TYPED.fullmatch(words)):
            parts.source.report(Code.FACT, f"{words[typed.end('title') :].strip()} is the type of the work", parts.line)
            words = typed["title"]
        words, facts = _without_facts(words)
        clean = clean_title(words, found.url)
        parts.title, parts.date, parts.authors = clean.title, clean.date, clean.authors
        for code, message in clean.notes:
            parts.source.report(code, message, parts.line)
        if found.url:
            parts.url = parts.address(found.url, parts.line, clean.title)
        if found.form != LINK:
            for link in found.title.links[1 if found.url else 0 :]:
                parts.add_link(link.text, link.url, link.line)
        parts.title = parts.title or parts.url
        if facts and not take_facts(parts, facts, Line([])):
            parts.title = _without_stop(found.title.text.strip())

    def _before(self) -> list[Line]:
        """What leads to a title: facts, a name for it, tags in brackets; anything else is handed back."""
        left = []
        for unit in units_of(self.title.before.row):
            line = Line(unit.row)
            if unit.kind == LINK_UNIT and is_label(unit.row[0]):
                take_link(self.parts, unit.row[0])
            elif unit.kind == LINK_UNIT:
                self._named_link(unit.row[0])
            elif unit.kind == CODE:
                take_tag(self.parts, unit.row[0])
            else:
                left += self._lead(line)
        return left

    def _named_link(self, link: Piece) -> None:
        """``[[DAgger](…)]``: its name is a fact of the work or a tag, and what leads there has its own title."""
        facts = facts_of(link.text)
        known = len(facts) > 1 or any(fact.kind != AUTHORS for fact in facts)
        if not (known and take_facts(self.parts, facts, Line([]))):
            self.parts.add_tag(one_line(take_markers(link.text)[0]))
        if not is_placeholder(link.url):
            self.parts.add_link(link.text, link.url, link.line)

    def _lead(self, line: Line) -> list[Line]:
        if (number := _NUMBERED.match(line.masked)) and self._is_number(number.group()):
            line = line.cut(number.end())
        text, signs = take_markers(line.masked)
        rest = trimmed(line)
        if not says_something(text) or self._is_number(text):
            self.parts.signs += signs
            for link in line.links:
                take_link(self.parts, link)
            return []
        if self.title.form == BOLD and is_cited_person(line.text.strip()):
            return [] if take_facts(self.parts, [Fact(AUTHORS, line.text.strip(" ."))], line) else [line]
        # A word in brackets before a title is a topic or a short name, and no person.
        sure = text.lstrip(" )]）】")[:1] not in _BRACKETS and (len(rest.text.split()) > 1 or not rest.text.isascii())
        facts = facts_of(rest.text, sure=sure) or all_facts(rest, sure=sure)
        if not sure and any(fact.kind == AUTHORS for fact in facts):
            facts = ()
        if facts and take_facts(self.parts, facts, rest):
            return []
        if sure and (parts := _in_parts(rest)):
            return [part for part in parts if not self._part(part)]
        left = []
        for part in _bracketed(line):
            words = trimmed(part)
            name = one_line(take_markers(words.text)[0]).strip()
            if not says_something(name) or self._is_number(name):
                self.parts.signs += take_markers(words.text)[1]
            elif (facts := facts_of(name)) and (
                part.text.strip()[:1] not in _BRACKETS or all(fact.kind != AUTHORS or len(facts) > 1 for fact in facts)
            ):
                left += [] if take_facts(self.parts, facts, words) else [words]
            elif words.links or len(name.split()) > 6:
                left.append(words)
            elif self.title.form != WORDS and part.text.strip()[:1] not in _BRACKETS and _is_short_name(name):
                self.parts.add_aka(name)
            else:
                self.parts.add_tag(name.strip(" .:：" + _BRACKETS))
        return left

    def _part(self, part: Line) -> bool:
        """Whether a part of what leads to a title is understood: facts of the work, or a topic of a few words."""
        words = trimmed(part)
        facts = facts_of(words.text, sure=True)
        if facts:
            return take_facts(self.parts, facts, words)
        if words.links or len(words.text.split()) > _LONGEST_TOPIC:
            return False
        self.parts.add_tag(one_line(take_markers(words.text)[0]))
        return True

    def _is_number(self, text: str) -> bool:
        """Whether words are only an item's number: it is its place."""
        digits = text.strip(" \n.,:*()[]#-–—|")
        if len(digits) > 4 or not digits.isdecimal() or facts_of(digits):
            return False
        self.parts.source.report(Code.FACT, f"{text.strip()} is the number of the item", self.parts.line)
        return True


def _in_parts(line: Line) -> list[Line]:
    """The parts of a line between dashes and stops, where some of them are facts of a work; else nothing."""
    parts = segments(line, sure=True)
    if len(parts) < 2 or not any(part.facts for part in parts):
        return []
    return [line.cut(part.start, part.end) for part in parts]


def _closed_up(title: Line) -> str:
    """The text of a title; no blank is before the colon behind its link."""
    return title.text if len(title.row) < 2 else _BEFORE_COLON.sub("", title.text)


def _bracketed(line: Line) -> list[Line]:
    """The line in parts: each pair of brackets one, and what stands between them."""
    parts, start, depth = [], 0, 0
    for position, character in enumerate(line.masked):
        if character in "([（【":
            if depth == 0:
                parts.append((start, position))
                start = position
            depth += 1
        elif character in ")]）】" and depth:
            depth -= 1
            if depth == 0:
                parts.append((start, position + 1))
                start = position + 1
    parts.append((start, len(line.masked)))
    return [line.cut(low, high) for low, high in parts if says_something(line.text[low:high])]


def _is_short_name(name: str) -> bool:
    """Whether a word is what people call a work: ``DETR``, ``GPT-4``, ``LoRA``, and not a topic."""
    return len(name.split()) < 4 and (
        any(character.isupper() for character in name[1:]) or any(character.isdigit() for character in name)
    )


def _without_facts(text: str) -> tuple[str, tuple[Fact, ...]]:
    """A title without the bracket of facts at its end: ``(2015)``, ``(CVPR 2016)``, ``(Noh, Hong, Han et al.)``."""
    match = _FACTS_BEHIND.fullmatch(text) if text.endswith(_CLOSED) else None
    if match is None:
        return text, ()
    facts = facts_of(match["inside"], sure=bool(_ELISION.search(match["inside"])))
    return (match["title"].rstrip(" ,."), facts) if facts else (text, ())


def _without_stop(text: str) -> str:
    """A title without the punctuation that ends it, and without quotation marks around it."""
    text = text.strip(" ,;")
    if len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1].strip(" ,;")
    if (
        text.endswith(".")
        and not text.endswith("..")
        and not facts_of(text)
        and len(_DOTS.findall(text)) <= text.count(". ") + 1
    ):
        text = text[:-1]
    elif text.endswith((":", "：")):
        text = text[:-1].rstrip()
    return text
