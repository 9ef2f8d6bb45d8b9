"""Records as text, in one style: a field a line, in a fixed order, aligned; months as macros, values in braces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.record import Record

_ORDER = (
    "author", "editor", "title", "subtitle", "titleaddon", "journal", "journaltitle", "shortjournal", "booktitle",
    "booksubtitle", "eventtitle", "venue", "series", "edition", "volume", "number", "chapter", "pages", "date", "year",
    "month", "origdate", "publisher", "organization", "institution", "school", "type", "address", "location",
    "howpublished", "eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass", "doi", "isbn", "issn", "url",
    "urldate", "pubstate", "key", "note", "addendum",
)  # fmt: skip
_PLACE = {name: place for place, name in enumerate(_ORDER)}
_LAST = ("abstract", "keywords", "annotation", "file")
_PLACE |= {name: 1000 + place for place, name in enumerate(_LAST)}
_ALIGNED = 11  # at least, so that most records of a file have the same column: eprintclass
_WIDEST = 15  # a longer name pushes its own value to the right, and no other
_WIDTH = 88
_ESCAPED = re.compile(r"\\[{}]")
_NAMES = frozenset(("author", "editor"))
_VERBATIM = frozenset(("url", "doi", "eprint", "file", "pdf"))


def write_record(record: Record) -> str:
    """A record in the style of the .bib file, ending in a line feed."""
    return write_fields(record.type, record.key, record.fields.items())


def write_fields(bibtex_type: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """A record of these fields, empty ones left out, in the usual order; others stand behind in the order they have.

    Values are LaTeX. A brace that has no partner is left out of them, for it would break the file.
    """
    ordered = sorted([field for field in fields if field[1]], key=lambda field: _PLACE.get(field[0], 999))
    column = max([_ALIGNED, *[length for name, _ in ordered if (length := len(name)) <= _WIDEST]])
    lines = [f"  {name.ljust(column)} = {_value(name, value, column)},\n" for name, value in ordered]
    return f"@{bibtex_type}{{{key},\n{''.join(lines)}}}\n"


def _value(name: str, value: str, column: int) -> str:
    if name == "month" and value in MONTHS:
        return value
    if "{" in value or "}" in value or "\\" in value:
        value = balanced(value)
    indent = max(len(name), column) + 6
    if indent + len(value) + 2 <= _WIDTH or name in _VERBATIM:
        return f"{{{value}}}"
    parts = value.replace(" and ", " and\n").split("\n") if name in _NAMES else value.split(" ")
    return f"{{{_wrapped(parts, indent)}}}"


def _wrapped(parts: list[str], indent: int) -> str:
    """The words, or the whole names, over several lines; for BibTeX a line's end is a space."""
    lines: list[str] = []
    line, room = "", _WIDTH - indent - 2
    for part in parts:
        # At the beginning of a line, an @ would start a record for many programs.
        if line and len(line) + 1 + len(part) > room and not part.startswith("@"):
            lines.append(line)
            line = part
        else:
            line = f"{line} {part}" if line else part
    return f"\n{' ' * indent}".join([*lines, line])


def balanced(value: str) -> str:
    """The value without the braces that have no partner.

    For BibTeX a backslash hides no brace, for other programs it does: where the two don't agree, an escaped brace
    becomes its macro.
    """
    if "\\" in value and _unmatched(_ESCAPED.sub("", value)):
        value = value.replace("\\\\", "\\\\ ").replace("\\{", r"\textbraceleft{}").replace("\\}", r"\textbraceright{}")
    unmatched = _unmatched(value)
    if unmatched:
        value = "".join(character for position, character in enumerate(value) if position not in unmatched)
    # It would hide the brace that closes the field.
    return value.rstrip("\\ ") if value.endswith("\\") else value


def _unmatched(value: str) -> set[int]:
    """Where the braces stand that have no partner."""
    unmatched: set[int] = set()
    open_ones: list[int] = []
    for position, character in enumerate(value):
        if character == "{":
            open_ones.append(position)
        elif character == "}" and open_ones:
            open_ones.pop()
        elif character == "}":
            unmatched.add(position)
    return unmatched.union(open_ones)
