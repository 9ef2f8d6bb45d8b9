"""Field values of a .bib file: delimiters off, pieces joined, ``@string`` names put in (btxdoc, section 2).

BibTeX's own rules hold: a backslash doesn't hide a brace or a quotation mark, and white space is one space.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"[^\s\"#%'(),={}]+")
_SIMPLE = re.compile(r"\s*\{([^{}]*)\}\s*")
_DELIMITER = re.compile(r"[{}\"]")
_WHITE = re.compile(r"[ \t\n\r\f\v]+")  # a no-break space is a character like others
_GAP = re.compile(r"\s*")


class ValueSyntaxError(ValueError):
    """Why a value can't be read, and how many characters into it."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


def read_value(text: str, strings: Mapping[str, str]) -> tuple[str, list[str]]:
    """The value that ``{…}``, ``"…"``, a number, a name, or several joined by ``#`` stand for.

    ``strings`` has the ``@string`` names in lower case. Returns the value and the names that nothing defines (they
    stay as they are, as months do). A space at either end stays, for an ``@string`` may be a part of a value; a field
    is stripped. Raises :exc:`ValueSyntaxError` where the text is no value.
    """
    if simple := _SIMPLE.fullmatch(text):
        return _one_spaced(simple.group(1)), []
    pieces: list[str] = []
    unknown: list[str] = []
    position = _skip(text, 0)
    while True:
        piece, end, name = _piece(text, position)
        if name and piece.lower() in strings:
            piece = strings[piece.lower()]
        elif name and piece.lower() in MONTHS:
            piece = piece.lower()
        elif name and not piece.isdigit():
            unknown.append(piece)
        pieces.append(piece)
        position = _skip(text, end)
        if position == len(text):
            return _one_spaced("".join(pieces)), unknown
        if text[position] != "#":
            raise ValueSyntaxError("a comma is missing behind the value", end)
        position = _skip(text, position + 1)


def _one_spaced(text: str) -> str:
    return _WHITE.sub(" ", text)


def _skip(text: str, position: int) -> int:
    match = _GAP.match(text, position)
    return match.end() if match else position


def _piece(text: str, start: int) -> tuple[str, int, bool]:
    """One piece that starts there: its text, where it ends, and whether it is a name or number."""
    if start == len(text):
        raise ValueSyntaxError("there is no value", start)
    if text[start] in '{"':
        end = _closing(text, start)
        return text[start + 1 : end], end + 1, False
    match = _NAME.match(text, start)
    if match is None:
        raise ValueSyntaxError(f"{text[start]!r} starts no value", start)
    return match.group(), match.end(), True


def _closing(text: str, start: int) -> int:
    """Where the delimiter that opens there is closed."""
    depth = 0
    quoted = text[start] == '"'
    for match in _DELIMITER.finditer(text, start + quoted):
        delimiter, position = match.group(), match.start()
        if delimiter == "{":
            depth += 1
        elif delimiter == "}":
            depth -= 1
            if depth < 0:
                raise ValueSyntaxError("a closing brace has no opening one", position)
            if depth == 0 and not quoted:
                return position
        elif quoted and depth == 0:
            return position
    raise ValueSyntaxError(f"{'a quotation mark' if quoted and not depth else 'a brace'} isn't closed", start)
