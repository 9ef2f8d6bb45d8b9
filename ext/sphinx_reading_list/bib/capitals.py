"""Braces around the capitals of a title that a bibliography style must not lower."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECE = re.compile(r"\$(?:\\.|[^$\\])+\$|\\[A-Za-z]+\s*|\\.|[{}]|[^\s\\{}$]+|\s+|[$\\]", re.DOTALL)
_SPACE = re.compile(r"(\s+)")
_MARK = re.compile(r"[\\{}$]")
_SEGMENT = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDING = re.compile(r"([A-Z0-9]{2,})(e?s)|(.+?)(['’]s)")
_LABEL = re.compile(r"([^\W_]+(?:-[^\W_]+)+):")

_WORDS = 8192
"""How many words are remembered: the titles of a field are made of the same ones."""


def protect_capitals(title: str) -> str:
    """A title in LaTeX, with braces around the words that need their capitals: ``{LLM}s``, ``{OpenRLHF}``, ``{Q}``.

    Styles like ``plain`` set titles in lower case but for the first letter and what stands in braces. A word needs
    braces where it has a capital behind its first letter or beside a digit, or is a single letter; in a title that
    isn't capitalised throughout, every word with a capital does, for there it is a name. What is already in braces
    or in mathematics stays as it is, and so does a title in capitals alone.
    """
    pieces, places = _parted(title)
    words = [_word(pieces[place]) for place in places]
    segments = [segment for word in words for segment in word.segments]
    letters = "".join(segments)
    # Most titles are told to have small letters by the first one.
    if (letters.isupper() or letters.upper() == letters.lower()) and _is_without_lower_case(segments):
        return title
    # In a title that isn't capitalised throughout, most of its long words are in lower case.
    names = sum(map(_case, segments[1:])) < 0
    starts = True
    for place, word in zip(places, words, strict=True):
        if not starts:
            pieces[place] = word.as_name if names else word.protected
        else:
            is_label = word.as_label and pieces[place + 1 : place + 2] != ["{"]
            pieces[place] = word.as_label if is_label else word.protected
        starts = word.ends_part or (starts and not word.segments)
    return "".join(pieces)


class _Word(NamedTuple):
    """What there is to know of a word of a title, with the punctuation around it.

    ``protected`` is it with the braces that it needs anywhere, ``as_name`` where every capital is one of a name, and
    ``as_label`` before a colon at the beginning of a part (``RM-Bench:``); empty where it is no such label.
    """

    segments: tuple[str, ...]
    protected: str
    as_name: str
    as_label: str
    ends_part: bool


@lru_cache(_WORDS)
def _word(text: str) -> _Word:
    label = _LABEL.fullmatch(text)
    return _Word(
        segments=tuple(_SEGMENT.findall(text)),
        protected=_protected(text, names=False),
        as_name=_protected(text, names=True),
        as_label=f"{{{label.group(1)}}}:" if label else "",
        ends_part=text.endswith((":", "?", "!", ".")),
    )


def _parted(title: str) -> tuple[list[str], Sequence[int]]:
    """A title in pieces, and where the words are that stand neither in braces nor in mathematics."""
    if _MARK.search(title) is None:
        pieces = _parted_at_blanks(title)
        return pieces, range(0, len(pieces), 2)
    pieces = _PIECE.findall(title)
    places = []
    depth = 0
    for place, piece in enumerate(pieces):
        if piece in "{}":
            depth += 1 if piece == "{" else -1
        elif depth == 0 and piece[0] not in "\\$" and not piece.isspace():
            places.append(place)
    return pieces, places


def _parted_at_blanks(text: str) -> list[str]:
    """The words of a text and the blanks between them, in turn."""
    if not text.isprintable() or "  " in text:
        return _SPACE.split(text)
    words = text.split(" ")
    pieces = [" "] * (2 * len(words) - 1)
    pieces[::2] = words
    return pieces


def _is_without_lower_case(segments: list[str]) -> bool:
    """Whether there are only capitals, more than one word of them, or only scripts that have none."""
    cased = [segment for segment in segments if segment.upper() != segment.lower()]
    return not cased or (len(cased) > 1 and all(segment.isupper() for segment in cased))


@lru_cache(_WORDS)
def _case(segment: str) -> int:
    """1 for a long word with a capital, -1 for one without; 0 for one that would have it in any title, or in none."""
    if len(segment) < 4 or _is_mixed(segment):
        return 0
    return 1 if segment[0].isupper() else -1


def _is_mixed(segment: str) -> bool:
    """Whether lowering all but the first letter would spoil it."""
    capital = any(character.isupper() for character in segment)
    if len(segment) == 1:
        return capital and segment != "A"
    return capital and (segment[1:] != segment[1:].lower() or any(character.isdigit() for character in segment))


def _protected(text: str, *, names: bool) -> str:
    if not any(map(str.isupper, text)):
        return text
    return _SEGMENT.sub(lambda match: _braced(match.group(), names=names), text)


def _braced(segment: str, *, names: bool) -> str:
    if ending := _ENDING.fullmatch(segment):
        stem, rest = ending.group(1) or ending.group(3), ending.group(2) or ending.group(4)
        return (f"{{{stem}}}" if ending.group(1) else _braced(stem, names=names)) + rest
    if _is_mixed(segment) or (names and segment[0].isupper() and segment != "A"):
        return f"{{{segment}}}"
    return segment
