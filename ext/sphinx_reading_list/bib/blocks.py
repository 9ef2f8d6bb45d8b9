"""The blocks of a .bib file as bibtexparser splits it, and where in the text each record stands."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry, ParsingFailedBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibtexparser.model import Block

_HEAD = re.compile(r"@\s*(\w*)\s*[{(]\s*([^\s,{}=]*)")


class Span(NamedTuple):
    """A record's key, and where its text begins and ends."""

    key: str
    start: int
    end: int


def read_blocks(text: str) -> list[Block]:
    """All blocks of the file in their order, values as they are written; failed ones among them."""
    # It logs each failed block; we report them ourselves, and with their place.
    with _quiet("bibtexparser.splitter"):
        return list(parse_string(text, parse_stack=[]).blocks)


def head_of(block: Block) -> tuple[str, str]:
    """The type and the key of a block, as far as it has them; also of a broken one."""
    match = _HEAD.match(block.raw or "")
    return (match.group(1), match.group(2)) if match else ("", "")


def record_spans(text: str) -> list[Span]:
    """Where the records stand, broken ones and repeated ones too."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    spans: list[Span] = []
    end = 0
    for block in read_blocks(text):
        raw, line = block.raw or "", block.start_line or 0
        start = text.find(raw, max(starts[line], end))
        if start < 0 or not isinstance(block, Entry | ParsingFailedBlock):
            continue
        end = start + len(raw)
        commented = text[starts[line] : start].lstrip().startswith("%")
        kind, key = head_of(block)
        if key and not commented and kind.lower() not in ("string", "comment", "preamble"):
            spans.append(Span(key, start, end))
    return spans


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    logger = logging.getLogger(name)
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
