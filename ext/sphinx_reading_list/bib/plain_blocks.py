"""The records of a .bib file that holds nothing but plain ones, as this program writes them.

bibtexparser goes from one sign to the next, for any might be the mistake that it has to report. Where every record has
the same plain form, its fields are found in one look. Both give the same blocks.
"""

from __future__ import annotations

import re

from bibtexparser.model import Entry, Field

# A backslash hides a brace from bibtexparser, and an @ before a brace may begin a record.
_TEXT = r"[^{}\\@]++|\\(?![\\{}])|@(?!\w*[ \t]*[{(])"
_VALUE = rf"\{{(?:{_TEXT}|\{{(?:{_TEXT})*+\}})*+\}}"
_FIELD = rf" *+([a-z]++) *+= *+({_VALUE}|[a-z]{{3}}),\n"
_FIELDS = re.compile(_FIELD)
_RECORD = re.compile(
    rf"@(?!comment|preamble|string)([a-z]++)\{{([^\s{{}}()\"#%,=~\\@]++),\n((?:{_FIELD})++)\}}(?=\n+(?:@|\Z))"
)


def plain_blocks(text: str) -> list[Entry] | None:
    """The blocks of a .bib file; ``None`` where anything in it isn't plain, or stands there twice."""
    blocks: list[Entry] = []
    keys: set[str] = set()
    position = line = 0
    while position < len(text):
        match = _RECORD.match(text, position)
        if match is None or match[2] in keys:
            return None
        keys.add(match[2])
        fields = [
            Field(field[1], field[2], line + text.count("\n", position, field.start(1)))
            for field in _FIELDS.finditer(text, match.start(3), match.end(3))
        ]
        if len({field.key for field in fields}) < len(fields):
            return None
        blocks.append(Entry(match[1], match[2], fields, line, match[0]))
        start, position = position, _behind_lines(text, match.end())
        line += text.count("\n", start, position)
    return blocks


def _behind_lines(text: str, position: int) -> int:
    """Behind the line breaks that stand there."""
    while text.startswith("\n", position):
        position += 1
    return position
