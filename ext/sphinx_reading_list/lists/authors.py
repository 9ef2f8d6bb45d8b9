"""Lines of authors as lists print them: ``Yue Wu, Zhiqing Sun, ..., Quanquan Gu``."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..core.names import Author, parse_name
from .markdown import one_line

_SEPARATOR = re.compile(r"\s*(?:[,;，、]|&|\band\b)\s*")
_ELISION = re.compile(r"\.{2,}|…|et\.? al\.?|others|and others", re.IGNORECASE)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


class AuthorLine(NamedTuple):
    """The authors that a line names, and whether it leaves some out (anywhere in it)."""

    authors: tuple[Author, ...]
    elided: bool


def read_authors(text: str) -> AuthorLine:
    """Read a printed line of names, given names first, separated by commas, ``&`` or ``and``."""
    text = re.sub(r"^by:?\s", "", text.strip(), flags=re.IGNORECASE)
    line = re.sub(r"\s+(et\.? al\.?|\.{2,}|…)\s*$", r", \1", one_line(text), flags=re.IGNORECASE)
    names: list[str] = []
    elided = False
    for part in _SEPARATOR.split(line):
        name = part.strip(" :*†‡")
        if not name:
            continue
        if _ELISION.fullmatch(name):
            elided = True
        elif name.lower() in _SUFFIXES and names:
            names[-1] += f" {name}"
        else:
            names.append(name)
    return AuthorLine(tuple(_author(name) for name in names), elided)


def _author(name: str) -> Author:
    words = name.split()
    if words[-1].lower() in _SUFFIXES and len(words) > 2:
        author = parse_name(" ".join(words[:-1]).translate(_NO_BRACES))
        return Author(author.family, author.given, author.particle, words[-1])
    return parse_name(name.translate(_NO_BRACES)) if len(words) > 1 else Author(name)


_NO_BRACES = str.maketrans({"{": "(", "}": ")"})
