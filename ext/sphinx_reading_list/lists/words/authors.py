"""Lines of authors as lists print them: ``Yue Wu, Zhiqing Sun, ..., Quanquan Gu``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...core.names import Author, parse_name
from ..markup.markdown import one_line
from .collectives import is_collective

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGN = re.compile(r"[,;，、；&]")
_WORD = r"\b(?:and|und|et(?!\.?\s?al\b))\b"
"""What stands before the last of several people."""
_SEPARATOR = re.compile(rf"[,;，、；&]|{_WORD}|(?:(?<=\.\.\.)|(?<=…))\s+(?=[^\W\d_a-z])")
_BY_WORD = re.compile(r"and|und|et(?<!\wet)\b|\.\.\.|…")
"""What is in a line that is parted by more than signs."""
_AND = re.compile(rf"\s+{_WORD}\s+|\s*;\s*")
_FOOTNOTES = re.compile(
    r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰](?<=[^\W\d_].)(?:,? ?[\d¹²³⁴⁵⁶⁷⁸⁹⁰*∗†‡])*(?=\s*(?:[,;，、；&(*∗†‡]|and\b|und\b|et\b|$))"
)
"""Numbers of footnotes behind a name: where people work, who did how much."""
_CREDIT = re.compile(r"(?<=[\w）)])\s*(?P<more>等人?)?\s*(?:编著|編著|主编|主編|合著|著|编|編|译|譯)?$")
_CREDITED = tuple("等人著编編译譯")
"""How a line ends that such a credit is behind."""
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+")
_ELISION = re.compile(r"\.{2,}|…|et\.? al\.?|others|and others|etc\.?", re.IGNORECASE)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_LED_BY = re.compile(r"^by:?\s", re.IGNORECASE)
_TRAILING_ELISION = re.compile(r"\s+(et\.? al\.?|\.{2,}|…)\s*$", re.IGNORECASE)
_ELIDED = ("l", "L", ".", "…")
"""How a line ends that such an elision is behind."""
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,4}[^\W\d_a-z]?|[^\W\d_a-z](?:[ -]?[^\W\d_a-z])?")
_FAMILY = re.compile(r"(?:(?:[a-z]{1,4}|[dD]e|[vV]an) ){0,2}[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?")
_INITIALS_BEHIND = re.compile(rf"(?P<family>{_FAMILY.pattern}) (?P<given>[A-ZА-ЯЁ](?:\.?[ -]?[A-ZА-ЯЁ]){{0,2}})\.?")
_GIVEN = re.compile(r"[^\W\d_a-z][\w'’-]*[^\W\d_A-Z](?: [^\W\d_a-z]\.?)*(?: [^\W\d_a-z][^\W\d_A-Z]+)?")
_LATIN = "[A-ZÀ-ÖØ-Þ][a-zß-öø-ſ]+"
"""One of a person's names, where it is of plain Latin letters."""
PLAIN_NAME = re.compile(rf"{_LATIN}(?: [A-Z]\.)?(?: {_LATIN}){{1,2}}")
"""A name as most are, which needs no closer look."""
_PLAIN_NAMES = re.compile(rf"{PLAIN_NAME.pattern}(?:, {PLAIN_NAME.pattern})+")
_IN_FULL = re.compile(f"{_LATIN} {_LATIN}")
"""A name as most lines begin with: its given name stands first, and where the second is such a name, too, those of all do."""
_SINGLE = re.compile(r"[^\W\d_A-Z]?[^\W\d_a-z][^\W\d_A-Z]+")


class AuthorLine(NamedTuple):
    """The authors that a line names, and whether it leaves some out (anywhere in it)."""

    authors: tuple[Author, ...]
    elided: bool


def read_authors(text: str) -> AuthorLine:
    """Read a printed line of names, separated by commas, ``&`` or ``and``: given names first, or family names if all are so.

    ``Kipf, T. N. and Welling, M.`` and ``Kipf, Thomas and Welling, Max`` have family names first.
    """
    text = text.strip()
    line = one_line(_LED_BY.sub("", text) if text[:2].lower() == "by" else text)
    if plain := plain_names(line):
        return AuthorLine(tuple(map(_author, plain)), elided=False)
    line = _TRAILING_ELISION.sub(r", \1", line) if line.endswith(_ELIDED) else line
    parts = inverted_names(line) or split_names(line)
    names: list[str] = []
    elided = False
    for part in parts:
        name = part.strip(" :*∗†‡§¶#^")
        if not name:
            continue
        if _is_elision(name):
            elided = True
        elif name.lower() in _SUFFIXES and names:
            names[-1] += f" {name}"
        else:
            names.append(name)
    return AuthorLine(tuple(map(_author, names)), elided)


@lru_cache(64)  # a line is asked whether it is names before they are read
def plain_names(line: str) -> tuple[str, ...]:
    """The names of a line of nothing but plain ones with commas between, as most are; nothing for any other line."""
    names = line.split(", ") if _PLAIN_NAMES.fullmatch(line) else ()
    return tuple(names) if not any(map(_is_elision, names)) else ()


def without_credit(text: str) -> str:
    """A line of names without what says in Chinese that there are more of them (``等``), or that they wrote it (``著``)."""
    match = _CREDIT.search(text) if text.rstrip()[-1:] in _CREDITED else None
    if match is None or not match.group().strip():
        return text
    return f"{text[: match.start()]}, et al." if match["more"] else text[: match.start()]


def without_footnotes(text: str) -> tuple[str, list[str]]:
    """A line of names without the numbers of footnotes and the credit behind them, and the words that these were a part of."""
    clean = without_credit(text)
    credited = text.split()[-1:] if clean != text else []
    text = clean
    found = [match.start() for match in _FOOTNOTES.finditer(text)]
    if not found:
        return text, credited
    words = [f"{text[:start].split()[-1]}{text[start:].split()[0].rstrip(',')}" for start in found]
    return _FOOTNOTES.sub("", text), words + credited


@lru_cache(64)  # a line is asked about several times, one after the other
def split_names(line: str) -> tuple[str, ...]:
    """The parts of a line between commas, ``&`` and words like ``and``, without the blanks around them."""
    by_sign = _BY_WORD.search(line) is None
    return tuple(map(str.strip, (_SIGN if by_sign else _SEPARATOR).split(line)))


@lru_cache(1024)  # as above
def inverted_names(line: str) -> tuple[str, ...]:
    """The names of a line whose family names stand first, or nothing where they don't."""
    return tuple(_inverted(line)) if "," in line else ()


@lru_cache(4096)  # the same people stand in many lines
def _is_elision(part: str) -> bool:
    """Whether a part of a line only says that people are left out."""
    return _ELISION.fullmatch(part) is not None


def _inverted(line: str) -> list[str]:
    by_and = [part for part in _AND.split(line) if part] if ";" in line or _BY_WORD.search(line) else [line]
    if (
        len(by_and) > 1
        and sum(part.count(",") == 1 for part in by_and) >= len(by_and) - 1
        and by_and[0].count(",") == 1
    ):
        return by_and if all(_is_inverted(part) for part in by_and) else []
    parts = [part for part in split_names(line) if part]
    if all(map(_IN_FULL.fullmatch, parts[:2])):
        return []
    if behind := _with_initials_behind(parts):
        return behind
    if not parts or not _FAMILY.fullmatch(parts[0]) or _CJK.match(parts[0]):
        return []
    if led := _first_inverted(line, parts):
        return led
    if len(parts) > 1 and not (_INITIALS.fullmatch(parts[1]) or any(map(_is_elision, parts[:2]))):
        return []
    parts = [part.rstrip(". ") or part if _is_elision(part) else part for part in parts]
    parts = [part for part in parts if part]
    names: list[str] = []
    while parts:
        if _is_elision(parts[0]):
            names.append(parts.pop(0))
            continue
        if len(parts) < 2 or not _FAMILY.fullmatch(parts[0]) or not _INITIALS.fullmatch(parts[1]):
            return []
        names.append(f"{parts[0]}, {parts[1]}")
        parts = parts[2:]
    return names if not _is_elision(names[0]) else []


def _with_initials_behind(parts: Sequence[str]) -> list[str]:
    """``Brown T, Smola A J, et al``: each name has its initials behind it, without a comma."""
    people = (part for part in parts if not _is_elision(part))
    if len(parts) < 2 or not all(map(_INITIALS_BEHIND.fullmatch, people)):
        return []
    return [_INITIALS_BEHIND.sub(r"\g<family>, \g<given>", part) for part in parts]


def _first_inverted(line: str, parts: Sequence[str]) -> list[str]:
    """``LeCun, Yann, Yoshua Bengio, and Geoffrey Hinton``: only the first name has its family name first."""
    if len(parts) < 2 or (parts[0][0].isupper() and " " in parts[0]):
        return []
    if not _GIVEN.fullmatch(parts[1]) or is_collective(parts[0]):
        return []
    if len(parts) == 2 and (not _SINGLE.fullmatch(parts[0]) or parts[0] not in line.partition(",")[0]):
        return []
    if not all(_is_elision(part) or len(part.split()) > 1 for part in parts[2:]):
        return []
    return [f"{parts[0]}, {parts[1]}", *parts[2:]]


def _is_inverted(part: str) -> bool:
    if _is_elision(part.strip(" .")):
        return True
    family, _, given = part.partition(",")
    return bool(family.strip()) and bool(given.strip()) and len(part.split()) < 7


@lru_cache(8192)  # who works in a field stands in its lists many times
def _author(name: str) -> Author:
    name = name.translate(_NO_BRACES)
    words = name.split()
    if len(words) > 1 and "," not in name and is_collective(name):
        return Author(name, collective=True)
    if len(words) > 2 and any(word[0] in _QUOTES for word in words[1:-1]):
        return Author(words[-1], " ".join(words[:-1]))
    if words[-1].lower() in _SUFFIXES and len(words) > 2 and "," not in name:
        author = parse_name(" ".join(words[:-1]))
        return Author(author.family, author.given, author.particle, words[-1])
    if len(words) == 2 and all(map(_CJK.fullmatch, words)):
        return Author(words[0], words[1])
    return parse_name(name) if len(words) > 1 else Author(name)


_QUOTES = "\"'“‘("
_NO_BRACES = str.maketrans({"{": "(", "}": ")"})
