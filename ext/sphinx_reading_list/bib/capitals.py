"""Braces around the capitals of a title that a bibliography style must not lower."""

from __future__ import annotations

import re
from functools import lru_cache

_PIECE = re.compile(r"\$(?:\\.|[^$\\])+\$|\\[A-Za-z]+\s*|\\.|[{}]|[^\s\\{}$]+|\s+|[$\\]", re.DOTALL)
_PLAIN_PIECE = re.compile(r"\S+|\s+")
_MARK = re.compile(r"[\\{}$]")
_SEGMENT = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDING = re.compile(r"([A-Z0-9]{2,})(e?s)|(.+?)(['’]s)")

_WORDS = 8192
"""How many words are remembered: the titles of a field are made of the same ones."""


def protect_capitals(title: str) -> str:
    """A title in LaTeX, with braces around the words that need their capitals: ``{LLM}s``, ``{OpenRLHF}``, ``{Q}``.

    Styles like ``plain`` set titles in lower case but for the first letter and what stands in braces. A word needs
    braces where it has a capital behind its first letter or beside a digit, or is a single letter; in a title that
    isn't capitalised throughout, every word with a capital does, for there it is a name. What is already in braces
    or in mathematics stays as it is, and so does a title in capitals alone.
    """
    pieces = (_PIECE if _MARK.search(title) else _PLAIN_PIECE).findall(title)
    outside = _outside_braces(pieces)
    words = [word for piece in outside.values() for word in _segments(piece)]
    if not any(map(str.islower, words)) and _is_without_lower_case(words):
        return title
    sentence_case = _is_sentence_case(words[1:])
    starts = True
    for index, piece in outside.items():
        label = starts and piece.endswith(":") and pieces[index + 1 : index + 2] != ["{"]
        pieces[index] = _protect(piece, sentence_case and not starts, label)
        starts = piece.endswith((":", "?", "!", ".")) or (starts and not _segments(piece))
    return "".join(pieces)


def _outside_braces(pieces: list[str]) -> dict[int, str]:
    """The words that stand neither in braces nor in mathematics, by their place."""
    found: dict[int, str] = {}
    depth = 0
    for index, piece in enumerate(pieces):
        if piece in "{}":
            depth += 1 if piece == "{" else -1
        elif depth == 0 and piece[0] not in "\\$" and not piece.isspace():
            found[index] = piece
    return found


@lru_cache(_WORDS)
def _segments(piece: str) -> tuple[str, ...]:
    return tuple(_SEGMENT.findall(piece))


def _is_without_lower_case(words: list[str]) -> bool:
    """Whether there are only capitals, more than one word of them, or only scripts that have none."""
    cased = [word for word in words if word.upper() != word.lower()]
    return not cased or (len(cased) > 1 and all(word.isupper() for word in cased))


def _is_sentence_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and not _is_mixed(word)]
    return sum(word[0].isupper() for word in long) * 2 < len(long)


@lru_cache(_WORDS)
def _is_mixed(segment: str) -> bool:
    """Whether lowering all but the first letter would spoil it."""
    capital = any(character.isupper() for character in segment)
    if len(segment) == 1:
        return capital and segment != "A"
    return capital and (segment[1:] != segment[1:].lower() or any(character.isdigit() for character in segment))


@lru_cache(_WORDS)
def _protect(word: str, names: bool, label: bool) -> str:
    if not names and word.isalpha() and word[1:].islower():
        return word  # the usual word, without looking closer
    # "RM-Bench:" at the beginning names a thing, hyphen and all.
    if label and (whole := re.fullmatch(r"([^\W_]+(?:-[^\W_]+)+):", word)):
        return f"{{{whole.group(1)}}}:"
    return _SEGMENT.sub(lambda match: _braced(match.group(), names=names), word)


def _braced(segment: str, *, names: bool) -> str:
    if ending := _ENDING.fullmatch(segment):
        stem, rest = ending.group(1) or ending.group(3), ending.group(2) or ending.group(4)
        return (f"{{{stem}}}" if ending.group(1) else _braced(stem, names=names)) + rest
    if _is_mixed(segment) or (names and segment[0].isupper() and segment != "A"):
        return f"{{{segment}}}"
    return segment
