"""A title in plain words, parted from the people, the venue and the date beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words.facts import AUTHORS, facts_of, single_fact, trailing_facts
from ..words.line import WHOLE
from ..words.names_line import are_names, are_surnames, is_name
from ..words.segments import segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..words.line import Line
    from ..words.segments import Segment

_COMMA = re.compile(r",\s+")
_BEHIND_NAME = re.compile(r",\s+|(?<=\b[A-ZА-ЯЁ]\.)\s+(?=[A-ZА-ЯЁ]\w|A\s[a-z])")
_FEW = 3
_DASHED = re.compile(r"\s*[-–—]\s*")
_LABEL = re.compile(r"\[{1,2}[^\[\]]{1,30}\]{1,2}$")
_VENUE_FIRST = re.compile(r"(?P<venue>[A-Z][^:]{2,30}):\s+(?=\S)")
_MOST = 60
"""How many names behind a title are looked for."""
_LEADING = " \t\n\u00a0[(【|-–—:：,.·•/<"
"""What may stand between a title and the first link."""
_ELISION = re.compile(r"et\.? al\.?|\.{2,}|…|others", re.IGNORECASE)
_ELIDED = re.compile(r"\bet\.? al\b\.?")
_CITED = re.compile(r"(?P<names>[^()]{3,400}?),?\s*\((?P<year>(?:19|20)\d\d)[a-z]?(?:,[^()]{1,20})?\)[.,:]?\s+(?=\S)")


def part_words(line: Line, start: int) -> tuple[int, int]:
    """Where the title is in the words from an offset on, up to the first link: its start and its end."""
    words = line.cut(start, _marked_facts(line, start, end_of_words(line, start)))
    cited = _CITED.match(words.text)
    people = cited is not None and (facts_of(cited["names"], sure=True) or are_surnames(cited["names"]))
    shift = cited.end() if cited and people else _behind_names(words)
    if (venue := _VENUE_FIRST.match(words.text, shift)) and any(fact.date for fact in single_fact(venue["venue"])):
        shift = venue.end()
    rest = words.cut(shift)
    parts = segments(rest)
    first = next((index for index, part in enumerate(parts) if not part.facts), None)
    if first is None:
        return start, start
    low, high = parts[first].start, parts[first].end
    for part in parts[first + 1 :]:
        # A title may ask, and go on.
        goes_on = rest.text[high - 1 : high] in ("?", "!") and part.start <= high + 1
        goes_on = goes_on and rest.text[part.start : part.end].strip().casefold() not in ("in", "at")
        named = len(rest.text[low:high].split()) < _FEW and bool(_DASHED.fullmatch(rest.text[high : part.start]))
        if part.facts or not (goes_on or (named and _published(parts, part))):
            break
        high = part.end
    # The dash in a name is one of the title, if what follows it is only facts or nothing.
    high = low + _without_facts(rest.text[low:high], names=not shift)
    text = rest.text[low:high]
    low += len(text) - len(text.lstrip(" ,.;:-–—|"))
    high -= len(rest.text[low:high]) - len(rest.text[low:high].rstrip(" ([,"))
    return start + shift + low, start + shift + max(low, high)


def _published(parts: Sequence[Segment], part: Segment) -> bool:
    """Whether brackets behind a part of a line say where a work appeared: ``START - A Self-Tuning Tree (ICDE 2020)``."""
    behind = parts[parts.index(part) + 1 :][:1]
    return bool(behind) and behind[0].enclosed and any(fact.date for fact in behind[0].facts)


def end_of_words(line: Line, start: int) -> int:
    """The offset of the first link behind an offset, and of what leads to it."""
    stop = line.masked.find(WHOLE, start)
    if stop < 0:
        return len(line.masked)
    end = start + len(line.masked[start:stop].rstrip(_LEADING))
    label = _LABEL.search(line.masked, max(start, end - 40), end)
    return start + len(line.masked[start : label.start()].rstrip(_LEADING)) if label else end


def _begins_with_facts(text: str) -> bool:
    elided = _ELIDED.search(text)
    return bool(elided and facts_of(text[: elided.end()], sure=True)) or bool(facts_of(text, sure=True))


def _marked_facts(line: Line, start: int, stop: int) -> int:
    """The offset of the first words in emphasis that are facts of the work, or where the words stop."""
    for piece, at in zip(line.row, line.starts, strict=True):
        if start < at < stop and (
            (piece.em and _begins_with_facts(piece.text)) or (piece.strong and single_fact(piece.text.strip("()[] ")))
        ):
            return at
    return stop


def _behind_names(words: Line) -> int:
    """The offset behind the people with whom a line begins; 0 where it begins with something else."""
    found = segments(words)
    if len(found) > 1 and found[0].facts and any(fact.kind == AUTHORS for fact in found[0].facts):
        return found[0].end
    text = words.text
    ends = list(_BEHIND_NAME.finditer(text))
    best = 0
    if not ends or not _may_be_names(text[: ends[0].start()]):
        return 0
    for match in ends[:40]:
        before = text[: match.start()]
        last = re.split(r",\s+|\s+(?:and|&)\s+|^and\s", before)[-1].strip()
        if not (is_name(last) or _ELISION.fullmatch(last.strip(". ")) or last[-1:] == "."):
            if best:
                break
            continue
        if are_names(before) and len(text[match.end() :].split()) > 2:
            best = match.end()
    return best


def _may_be_names(text: str) -> bool:
    """Whether the words before the first comma can be one name or two: else no names lead the line."""
    return (
        len(text.split()) < 3
        or bool(_ELIDED.search(text))
        or all(is_name(name) for name in re.split(r"\s+(?:and|&)\s+", text))
    )


def _without_facts(text: str, *, names: bool) -> int:
    """The length of a title without the facts that follow it with commas between."""
    cuts = [0, *(match.end() for match in _COMMA.finditer(text))]
    if len(cuts) < 2:
        return len(text)
    parts = [text[low:high].strip(" ,") for low, high in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    facts, end = trailing_facts(parts)
    end = max(end, 1)
    if names:
        for first in range(max(1, end - _MOST), end):
            people = ", ".join(parts[first:end])
            may_be = is_name(parts[first]) or (end - first < 4 and facts_of(people))
            if may_be and are_names(people, sure=bool(facts) or end - first > 1):
                end = first
                break
    if end == len(parts) or (end == 1 and single_fact(parts[0])):
        return len(text) if end == len(parts) else 0
    return len(text[: cuts[end]].rstrip(" ,"))
