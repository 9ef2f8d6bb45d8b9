"""Where a record's field stands, and its value changed in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..bib.blocks import record_spans
from ..core.entry import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..core.record import Record

_NAME = re.compile(r"([^\s=,{}()\"#]+)\s*=\s*")
Change = tuple[str, str]
"""A record's key and the name of one of its fields."""


def field_place(record: Record, name: str) -> Location:
    """The line of a field; that of the record where it can't be told."""
    start = next((field.start for field in _fields(record.raw) if field.name == name), 0)
    return Location(record.location.path, record.location.line + record.raw.count("\n", 0, start))


def with_changed(text: str, changes: Mapping[Change, Callable[[str], str]]) -> str:
    """The text of a .bib file with the values of some fields made anew from what stands between their delimiters.

    A value that is joined of several (``#``) or is a name stays as it is, and so does every other byte.
    """
    by_key: dict[str, list[tuple[str, Callable[[str], str]]]] = {}
    for (key, name), change in changes.items():
        by_key.setdefault(key, []).append((name, change))
    parts, end = [], 0
    for span in record_spans(text):
        raw = text[span.start : span.end]
        # Of two records with one key, the first one is used.
        for name, change in by_key.pop(span.key, ()):
            raw = _changed(raw, name, change)
        parts += [text[end : span.start], raw]
        end = span.end
    return "".join([*parts, text[end:]])


class _Field(NamedTuple):
    """A field of a record's text: its name in small letters, where that begins, and where its value does."""

    name: str
    start: int
    value: int


def _fields(raw: str) -> Iterator[_Field]:
    """The fields of a record in its order; what looks like one within a value is none."""
    position = raw.find(",")
    while position >= 0 and (match := _NAME.search(raw, position)):
        yield _Field(match.group(1).lower(), match.start(1), match.end())
        position = _behind(raw, match.end())


def _behind(raw: str, position: int) -> int:
    """Where the value that begins at a position ends: at a comma, or at the record's end."""
    while position < len(raw) and raw[position] not in ",})":
        if raw[position] in '{"':
            position = _closing(raw, position + 1, raw[position])
            if position < 0:
                return len(raw)
        position += 1
    return position


def _changed(raw: str, name: str, change: Callable[[str], str]) -> str:
    field = next((field for field in _fields(raw) if field.name == name), None)
    if field is None or raw[field.value : field.value + 1] not in ("{", '"'):
        return raw
    start = field.value + 1
    end = _closing(raw, start, raw[start - 1])
    if end < 0 or raw[end + 1 :].lstrip()[:1] == "#":
        return raw
    return raw[:start] + change(raw[start:end]) + raw[end:]


def _closing(raw: str, start: int, opening: str) -> int:
    """Where a value ends whose delimiter opened just before; -1 where it doesn't. TeX counts escaped braces, too."""
    depth = 0
    for position in range(start, len(raw)):
        if raw[position] == "{":
            depth += 1
        elif raw[position] == "}" and (depth or opening == "{"):
            if depth == 0:
                return position
            depth -= 1
        elif raw[position] == '"' and opening == '"' and depth == 0:
            return position
    return -1
