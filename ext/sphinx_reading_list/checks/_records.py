"""Where a record's field stands, and its value changed in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..bib.blocks import record_spans
from ..core.entry import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..core.record import Record

Change = tuple[str, str]
"""A record's key and the name of one of its fields."""


def field_place(record: Record, name: str) -> Location:
    """The line of a field; that of the record where it can't be told."""
    match = _field(name).search(record.raw)
    lines = record.raw.count("\n", 0, match.start("name")) if match else 0
    return Location(record.location.path, record.location.line + lines)


def with_changed(text: str, changes: Mapping[Change, Callable[[str], str]]) -> str:
    """The text of a .bib file with the values of some fields made anew from what stands between their delimiters.

    A value that is joined of several (``#``) or is a name stays as it is, and so does every other byte.
    """
    by_key: dict[str, list[tuple[str, Callable[[str], str]]]] = {}
    for (key, name), change in changes.items():
        by_key.setdefault(key, []).append((name, change))
    for span in reversed(record_spans(text)):
        for name, change in by_key.pop(span.key, ()):
            raw = text[span.start : span.end]
            text = text[: span.start] + _changed(raw, name, change) + text[span.end :]
            span = span._replace(end=span.end + len(_changed(raw, name, change)) - len(raw))
    return text


def _changed(raw: str, name: str, change: Callable[[str], str]) -> str:
    match = _field(name).search(raw)
    if match is None or raw[match.end() : match.end() + 1] not in ("{", '"'):
        return raw
    start = match.end() + 1
    end = _closing(raw, start, raw[start - 1])
    rest = raw[end + 1 :].lstrip()
    if end < 0 or rest[:1] == "#":
        return raw
    return raw[:start] + change(raw[start:end]) + raw[end:]


def _field(name: str) -> re.Pattern[str]:
    return re.compile(rf"[,\s](?P<name>{re.escape(name)})\s*=\s*", re.IGNORECASE)


def _closing(raw: str, start: int, opening: str) -> int:
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
