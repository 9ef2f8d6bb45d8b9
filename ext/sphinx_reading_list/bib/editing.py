"""A .bib file edited in place: what isn't asked for keeps every byte, comments, ``@string`` and line ends too."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING

from .blocks import Span, record_spans
from .writing import write_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.record import Record

_REST_OF_LINE = re.compile(r"[^@\n]*(?:\n|$)")
_COMMENT_BELOW = re.compile(r"(?:[ \t]*%[^\n]*(?:\n|$))+(?=\s*(?:\n|$))")


def add_records(text: str, new: Mapping[str, str]) -> str:
    """The text of a .bib file with new records (as they are written, by their keys), each behind the one that its key sorts after.

    In a file that isn't sorted they go to the end. A record whose key is there already is left out: what a person
    wrote isn't overwritten (see :func:`replace_record`).
    """
    spans = record_spans(text)
    taken = {span.key.casefold() for span in spans}
    adding: dict[str, str] = {}
    for key, written in new.items():
        if (folded := key.casefold()) not in taken:
            adding.setdefault(folded, written)
    for place, together in reversed(_by_place(spans, sorted(adding))):
        # From the last place to the first, so that the places before stay what they are.
        written = "\n".join([adding[folded] for folded in together])
        text = _inserted(text, spans, place, written)
    return text


def replace_record(text: str, record: Record) -> str:
    """The text with the record of that key written anew; raise ``KeyError`` where there is none."""
    for span in record_spans(text):
        if span.key == record.key:
            return text[: span.start] + _ends_as_in(text, write_record(record).rstrip()) + text[span.end :]
    raise KeyError(record.key)


def _by_place(spans: list[Span], new: list[str]) -> list[tuple[int, list[str]]]:
    """The new keys by the number of records that they stand behind."""
    keys = [span.key.casefold() for span in spans]
    is_sorted = keys == sorted(keys)
    places = groupby(new, key=lambda folded: bisect_left(keys, folded) if is_sorted else len(keys))
    return [(place, list(together)) for place, together in places]


def _inserted(text: str, spans: list[Span], place: int, written: str) -> str:
    """The text with what is written behind so many records, a blank line on either side."""
    written, end = _ends_as_in(text, written), _ends_as_in(text, "\n")
    if not spans:
        head = text.rstrip("\r\n")
        return head + (end * 2 if head else "") + written
    if place == 0:
        before = _above_comments(text, spans[0].start)
        return text[:before] + written + end + text[before:]
    after = _behind(text, spans[place - 1].end)
    head, tail = text[:after], text[after:]
    if not head.endswith("\n"):
        head += end
    return head + end + written + (end if tail and not tail.startswith(("\n", "\r\n")) else "") + tail


def _behind(text: str, position: int) -> int:
    """Behind the line where a record ends and the comment below it; directly behind it where that line goes on."""
    rest = _REST_OF_LINE.match(text, position)
    if rest is None:
        return position
    comment = _COMMENT_BELOW.match(text, rest.end())
    return comment.end() if comment else rest.end()


def _above_comments(text: str, position: int) -> int:
    """Above the comment that belongs to a record; a comment at the top of the file belongs to the file."""
    start = text.rfind("\n", 0, position) + 1
    if text[start:position].strip():
        return position
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("%"):
            return start
        start = above
    return position


def _ends_as_in(text: str, written: str) -> str:
    """What is written, with the line ends that the file has."""
    return written.replace("\n", "\r\n") if "\r\n" in text else written
