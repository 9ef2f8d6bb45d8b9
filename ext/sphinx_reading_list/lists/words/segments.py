"""The words of a line in segments, as full stops, dashes and bars part them; a bracket that holds facts is one, too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .facts import AUTHORS, facts_of
from .plain import says_something
from .units import is_label

if TYPE_CHECKING:
    from .facts import Fact
    from .line import Line

_STOP = re.compile(
    # Whether any of the alternatives may begin here is told by one look.
    r"(?=[.?!。！？|•·–—/\n:：,-]|\s[—*])(?:(?P<stop>[.?!]+|(?<=\bal)\.(?=[A-Za-z]))[\"”’)\]]*(?=\s|$|\ue000|(?<=\bal\.)[A-Za-z])|[。！？]|(?<=\s)[-–—|•·]+(?=\s|$|\ue000)|^[-–—|•·:：,]+(?=\s)|(?<=\w)\s?—\s?(?=\w)"
    r"|(?<=\s)//\s|(?<=\[[A-Z]\])//|\n|\||\s\*(?=\S))"
)
_MAY_PART = re.compile(r"[(（\[【.?!。！？|•·–—/\n*-](?:(?<!-)|(?<=\s-))")
"""What segments have between them: one of these signs, a hyphen only behind a blank."""
_AT_START = ("-", ":", "：", ",")
"""What parts only at the beginning of a text."""
_BRACKETS = re.compile(r"[(（]([^()（）\ue000]{2,90})[)）]|\[([^\[\]\ue000]{2,90})\]|【([^】\ue000]{2,60})】")
_SEVERAL = re.compile(r",|&|\band\b|\bet\.? al\b|^by\b")
_WORD_BACKWARDS = re.compile(r"[\w'’.-]*")
_ABBREVIATIONS = frozenset(
    "vs proc conf int intl trans jr sr dr prof no vol ed eds st mr ms mrs e.g i.e cf fig sec approx univ dept inc corp ltd symp".split()
)


class Segment(NamedTuple):
    """Where a segment is in its line, what it says of a work (nothing: something else), and whether brackets enclose it."""

    start: int
    end: int
    facts: tuple[Fact, ...]
    enclosed: bool = False


def segments(line: Line, *, sure: bool = False) -> list[Segment]:
    """The segments of a line that say anything."""
    masked = line.masked
    found: list[Segment] = []
    if _is_one(masked):
        _add(found, line, 0, len(masked), sure=sure)
        return found
    position = 0
    for start, end, facts in _marks(masked):
        if start < position:
            continue
        _add(found, line, position, start, sure=sure)
        if facts:
            found.append(Segment(start, end, facts, enclosed=True))
        position = end
    _add(found, line, position, len(masked), sure=sure)
    return found


def _is_one(masked: str) -> bool:
    """Whether a text is seen at once to have no more than one segment: nothing parts it, but for a stop at its end."""
    inside = masked.rstrip(". \n")
    return masked[len(inside) :] in ("", ".", " ") and masked[:1] not in _AT_START and not _MAY_PART.search(inside)


def _marks(masked: str) -> list[tuple[int, int, tuple[Fact, ...]]]:
    """The places that part a text: stops, and brackets with facts in them."""
    found: list[tuple[int, int, tuple[Fact, ...]]] = []
    inside: list[tuple[int, int]] = []
    for match in _BRACKETS.finditer(masked):
        content = next(group for group in match.groups() if group is not None)
        inside.append(match.span())
        facts = facts_of(content)
        if facts and not is_one_name(facts, content) and _stands_apart(masked, *match.span()):
            found.append((*match.span(), facts))
    for match in _STOP.finditer(masked):
        start, end = match.span()
        if inside and any(low < start < high - 1 for low, high in inside):
            continue
        if match["stop"]:
            if _is_abbreviation(masked, start):
                continue
            start = end = match.end("stop")
        found.append((start, end, ()))
    return sorted(found)


def is_one_name(facts: tuple[Fact, ...], content: str) -> bool:
    """Whether brackets hold one name alone: it may be a place, a topic, a system as well."""
    return len(facts) == 1 and facts[0].kind == AUTHORS and not _SEVERAL.search(content)


def _stands_apart(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether a full stop ends an initial or an abbreviation, and no sentence."""
    if text[stop] != ".":
        return False
    if text[stop : stop + 2] == ".." and text[:stop].rstrip()[-1:] in (",", "，"):
        # Of many people only some are named.
        return True
    word = _WORD_BACKWARDS.match(text[max(0, stop - 20) : stop][::-1])
    name = word.group()[::-1] if word else ""
    return (len(name) == 1 and name.isupper()) or name.casefold() in _ABBREVIATIONS or name[-2:-1] in (".", "-")


def _add(found: list[Segment], line: Line, start: int, end: int, *, sure: bool) -> None:
    if says_something(line.masked[start:end].replace("\ue000", "x")):
        found.append(Segment(start, end, facts_of(line.text[start:end], sure=sure)))


def all_facts(line: Line, *, sure: bool = False) -> tuple[Fact, ...]:
    """The facts that a line is, as a whole; none where any of it is something else."""
    if any(map(is_label, line.links)):
        return ()
    if whole := facts_of(line.text, sure=sure):
        return whole
    parts = segments(line, sure=sure) if not _is_one(line.masked) else ()
    if len(parts) < 2 or not all(part.facts for part in parts):
        return ()
    return tuple(fact for part in parts for fact in part.facts)
