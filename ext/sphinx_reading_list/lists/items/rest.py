"""What stands beside a title, or on a line below it: facts and links are taken in, the rest is a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.dates import PartialDate
from ...core.identifiers import doi
from ..markup.inline import joined_text
from ..words.facts import AUTHORS, LONGEST, VENUE, Fact, cited_facts, facts_of
from ..words.line import Line
from ..words.link_labels import role_of_label
from ..words.plain import has_digit, says_something
from ..words.segments import all_facts, is_one_name, segments
from ..words.units import CODE, EMPHASIS, LINK, WORDS, Unit, units_of
from ..words.venues import is_venue_name, known_venue
from ..words.volumes import read_pages, read_volume
from .take import take_facts, take_link, take_note, take_tag, trimmed, unsigned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..markup.inline import Piece
    from ..words.segments import Segment
    from .parts import ItemParts

_LABELLED = re.compile(r"\[{1,2}(?P<name>[^\[\]]{1,30})\]{1,2}\s*[(<]*\s*$")
_LEAD = re.compile(
    r"(?:^|[\s|·•,;.()\[\]])(?P<name>[^\s:：,;.|·•()\[\]\ue000][^:：,;.|·•()\[\]\ue000]{0,30}?)\s*[:：]\s*[\[(*]*\s*$"
)
_DETAIL = re.compile(r"\s*\((?P<inside>[^()\ue000]{1,60})\)")
_IN = re.compile(r"\W*[Ii]n\s")
_NUMBERED = re.compile(r"\d\s?[(,;]")
_DOI = re.compile(r"\bdoi:?\s*(?=10\.)", re.IGNORECASE)
_BEHIND_FACTS = re.compile(r",\s+|(?<!\s)\s+(?:[-–—:]\s+|(?=\())")
_MAY_BE_BEHIND_FACTS = re.compile(r"[,(:–—-](?:(?<!-)|(?<=\s-))")
"""What is in a text that has such a thing: one of these signs, a hyphen only behind a blank."""
_COLON = re.compile(r"\s*[:：]\s*\S")


class Rest:
    """Reads a row of pieces into the parts of an entry."""

    def __init__(self, parts: ItemParts, *, sure: bool = False) -> None:
        self.parts = parts
        self.sure = sure
        self.left: list[Line] = []
        """What wasn't understood, in its order."""

    def read(self, row: Sequence[Piece]) -> None:
        """Take a row in."""
        units = units_of(row)
        start, lead = self._place(units)
        detail_of = None
        for index, unit in enumerate(units[start:], start):
            following = units[index + 1] if index + 1 < len(units) else None
            if unit.kind == LINK:
                behind = self._detail(following)
                take_link(self.parts, unit.row[0], lead, behind)
                lead, detail_of = "", behind and following
            elif unit.kind == CODE:
                take_tag(self.parts, unit.row[0])
            elif unit.kind == EMPHASIS:
                self._emphasis(unit, enclosed=_is_enclosed(units, index))
            elif unit.kind == WORDS and unit.text.isspace():
                lead = ""
            elif unit.kind == WORDS:
                line = Line(unit.row)
                if unit is detail_of:
                    line = line.cut(_end(_DETAIL, line.masked))
                lead, line = _lead(line) if following and following.kind == LINK else ("", line)
                self._words(line)
        self._flush()

    def _place(self, units: Sequence[Unit]) -> tuple[int, str]:
        """Take in where in a journal or in proceedings the work is, which is one text to read whatever is in emphasis in it.

        Returns how many units say it, and what of them leads to the link behind; volume and pages stay in the note.
        """
        end = next((index for index, unit in enumerate(units) if unit.kind not in (WORDS, EMPHASIS)), len(units))
        named = end > 1 and any(unit.kind == EMPHASIS and unit.row[0].em for unit in units[:end])
        row = [piece for unit in units[:end] for piece in unit.row]
        if not named and not _may_be_place(joined_text(row)):
            return 0, ""
        line = Line(row)
        lead, said = _lead(line) if end < len(units) and units[end].kind == LINK else ("", line)
        if named and any(unit.kind == EMPHASIS and known_venue(unit.text) for unit in units[:end]):
            facts = facts_of(said.text)
            if facts and all(fact.kind != AUTHORS for fact in facts) and take_facts(self.parts, facts, said):
                return end, lead
        date = self.parts.date
        found = read_volume(said.text) or (read_pages(said.text, date.year) if date else None)
        if found is None or not take_facts(self.parts, [Fact(VENUE, found.name, PartialDate(found.year))], Line([])):
            return 0, ""
        if not self.parts.doi and (numbered := _DOI.search(said.text)):
            self.parts.doi = doi(said.text[numbered.end() :])
        self.left.append(said)
        return end, lead

    def _detail(self, following: Unit | None) -> str:
        """What brackets behind a link say of it, where that is no fact of the work."""
        if following is None or following.kind != WORDS or not following.text.lstrip().startswith("("):
            return ""
        match = _DETAIL.match(Line(following.row).masked)
        return match["inside"] if match and says_something(match["inside"]) and not facts_of(match["inside"]) else ""

    def _emphasis(self, unit: Unit, *, enclosed: bool) -> None:
        line = Line(unit.row)
        # One name in brackets may be where a work comes from: (*Ada Labs*).
        sure = unit.row[0].em and not enclosed and not self.left and not self.parts.authors
        facts = all_facts(line, sure=sure)
        if facts and not (enclosed and is_one_name(facts, line.text)) and take_facts(self.parts, facts, line):
            return
        found = segments(line, sure=True) if sure else []
        if len(found) == 2 and found[0].facts and found[0].facts[0].kind == AUTHORS:
            # Behind people, any acronym is a venue: *Ada Lovelace et al. IEEE(RAL)*.
            place = line.text[found[1].start : found[1].end].strip(" .,")
            if is_venue_name(place.replace("(", " (")) and len(place.split()) < 5:
                take_facts(self.parts, [*found[0].facts, Fact(VENUE, place)], line)
                return
        self._words(line, sure=sure, whole=not sure)

    def _words(self, line: Line, *, sure: bool = False, whole: bool = False) -> None:
        line = unsigned(self.parts, line)
        if not says_something(line.text):
            take_note(self.parts, [line])
            return
        if whole:
            self.left.append(line)
            return
        sure = sure or self.sure
        facts = facts_of(line.text, sure=sure) or cited_facts(line.text)
        if facts and take_facts(self.parts, facts, line):
            return
        found = segments(line, sure=sure)
        start, end = 0, len(found)
        while start < end and self._takes(line, found[start]):
            start += 1
        behind = []
        while start < end and self._may_take_behind(found[end - 1]):
            end -= 1
            behind.append(found[end])
        if start < end:
            first = found[start]
            comma = _facts_first(line, first) if not first.facts else first.start
            if comma > first.start and take_facts(
                self.parts, facts_of(line.text[first.start : comma]), line.cut(first.start, comma)
            ):
                first = first._replace(start=comma)
            left = line.cut(first.start, found[end - 1].end)
            if volume := read_volume(left.text):
                # Volume and pages stay in the note.
                take_facts(self.parts, [Fact(VENUE, volume.name, PartialDate(volume.year))], Line([]))
            self.left.append(left)
        for segment in reversed(behind):
            if not self._takes(line, segment):
                self.left.append(line.cut(segment.start, segment.end))

    def _takes(self, line: Line, segment: Segment) -> bool:
        return bool(segment.facts) and take_facts(self.parts, segment.facts, line.cut(segment.start, segment.end))

    def _may_take_behind(self, segment: Segment) -> bool:
        return bool(segment.facts) and (segment.enclosed or segment.facts[0].kind != AUTHORS or len(segment.facts) > 1)

    def _flush(self) -> None:
        take_note(self.parts, self.left)
        self.left = []


def _may_be_place(text: str) -> bool:
    """Whether a text may say where in a journal or in proceedings a work is."""
    return bool(_IN.match(text)) or (has_digit(text) and bool(_NUMBERED.search(text)))


def _facts_first(line: Line, segment: Segment) -> int:
    """The offset behind the facts with which a segment begins, a comma or a blank behind them; its start where none do."""
    text = line.masked[segment.start : segment.end]
    end = 0
    for match in _BEHIND_FACTS.finditer(text, 0, LONGEST) if _MAY_BE_BEHIND_FACTS.search(text) else ():
        if facts_of(text[: match.start()]) and says_something(text[match.end() :]):
            end = match.end()
    return segment.start + end


def _lead(line: Line) -> tuple[str, Line]:
    """What leads to the link behind a line (``Code:``), and the line without that."""
    if match := _LABELLED.search(line.masked):
        return match["name"].strip(), line.cut(0, match.start())
    match = _LEAD.search(line.masked) if ":" in line.masked or "：" in line.masked else None
    if match is None or (match.start() and role_of_label(match["name"]) is None):
        return "", line
    if len(match["name"].split()) > 4 or facts_of(match["name"]):
        return "", line
    return match["name"].strip(), line.cut(0, match.start("name"))


def _is_enclosed(units: Sequence[Unit], index: int) -> bool:
    """Whether a unit is all that brackets hold."""
    before = units[index - 1].text.rstrip()[-1:] if index else ""
    behind = units[index + 1].text.lstrip()[:1] if index + 1 < len(units) else ""
    return (before, behind) in (("(", ")"), ("[", "]"), ("（", "）"))


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def is_links(row: Sequence[Piece]) -> bool:
    """Whether a row is nothing but links that stand by themselves, with names before them (``Code: …``), and tags."""
    if "link" not in [piece.kind for piece in row]:
        return False
    units = units_of(row)
    if not any(unit.kind == LINK for unit in units):
        return False
    for index, unit in enumerate(units):
        if unit.kind in (LINK, CODE):
            continue
        following = units[index + 1] if index + 1 < len(units) else None
        line = Line(unit.row)
        if following and following.kind == LINK:
            line = _lead(line)[1]
        if says_something(trimmed(line).text) and not _DETAIL.fullmatch(line.masked.strip(" ,.;|·")):
            return False
    return True
