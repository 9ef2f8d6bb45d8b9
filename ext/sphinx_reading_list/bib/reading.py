"""The text of a .bib file → records. What is broken is left out and reported with its line; the rest is used."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ParsingFailedBlock
from bibtexparser.model import Entry as EntryBlock
from bibtexparser.model import ImplicitComment as FreeText
from bibtexparser.model import String as StringBlock

from ..core.entry import Location
from ..core.problems import Code, Problem
from ..core.record import Record
from .blocks import head_of, read_blocks
from .inheriting import with_inherited
from .latex import to_address
from .soundness import checked, untitled
from .values import ValueSyntaxError, read_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibtexparser.model import Block

_ADDRESSES = frozenset({"doi", "url"})
_NO_KEY = re.compile(r"[\s,{}\"#%~=\\]")


def read_bibliography(text: str, path: str) -> tuple[dict[str, Record], list[Problem]]:
    """The records of a .bib file by key, in the order of the file, and what is wrong with it.

    ``path`` is the file's name as people know it. Nothing in the text raises: a broken record (an unbalanced brace,
    a missing comma, no key, a key that is taken) is left out and reported, and its neighbours are unharmed.
    """
    reader = _Reader(path, text.removeprefix("\ufeff"))
    reader.read()
    return reader.records, sorted(reader.problems, key=lambda problem: problem.location.line)


class _Reader:
    """The state of reading one file; ``records`` and ``problems`` are its result."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.blocks = read_blocks(text)
        self.records: dict[str, Record] = {}
        self.problems: list[Problem] = []
        self._strings: dict[str, str] = {}
        self._keys: dict[str, Record] = {}

    def read(self) -> None:
        for block, following in zip_longest(self.blocks, self.blocks[1:]):
            # biber and people take a line that starts with % for a comment; BibTeX doesn't.
            if self.lines[block.start_line or 0].lstrip().startswith("%"):
                continue
            if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
                block = block.ignore_error_block or block  # the block as it was read
            if isinstance(block, StringBlock):
                self._define(block)
            elif isinstance(block, EntryBlock):
                self._add(block, following)
            elif isinstance(block, ParsingFailedBlock):
                reason = getattr(block.error, "abort_reason", None) or str(block.error)
                self._broken(f"{_name_of(block)} can't be read: {_plain(reason)}", block.start_line)
        self.records, problems = with_inherited(self.records)
        self.problems += [*problems, *untitled(self.records.values())]

    def _define(self, block: StringBlock) -> None:
        try:
            value, unknown = read_value(block.value, self._strings)
        except ValueSyntaxError as error:
            self._broken(f"@string {block.key} can't be read: {error}", block.start_line)
            return
        self._undefined(unknown, f"@string {block.key}", block.start_line)
        self._strings[block.key.lower()] = value

    def _add(self, block: EntryBlock, following: Block | None) -> None:
        key, line = block.key, block.start_line
        if not key or _NO_KEY.search(key):
            what = f"{key!r} is no citation key" if key else "it has no citation key"
            self._broken(f"A record (@{block.entry_type}) can't be used: {what}", line)
            return
        if isinstance(following, FreeText) and following.comment.startswith(","):
            self._broken(f"Record {key} has a closing brace too many, so that it ends early", following.start_line)
            return
        fields = self._fields(block)
        if fields is None:
            return
        # BibTeX and file systems fold case, so keys that differ in it alone are one key.
        if earlier := self._keys.get(key.casefold()):
            where = f"record {earlier.key} in line {earlier.location.line}"
            self._report(Code.DUPLICATE_KEY, f"The key {key} is taken by {where}", line)
            return
        record = Record(key, block.entry_type.lower(), fields, self._at(line), block.raw or "")
        record, problems = checked(record)
        self.problems.extend(problems)
        self.records[key] = self._keys[key.casefold()] = record

    def _fields(self, block: EntryBlock) -> dict[str, str] | None:
        fields: dict[str, str] = {}
        for field in block.fields:
            name, line = field.key.lower(), field.start_line or 0
            try:
                value, unknown = read_value(field.value, self._strings)
            except ValueSyntaxError as error:
                line += field.value.count("\n", 0, error.position)
                self._broken(f"Record {block.key} can't be read: {error} (field {name or 'without a name'})", line)
                return None
            if not name or _NO_KEY.search(name):
                line -= name.count("\n")
                fault = f"{field.key!r} is no name of a field"
                if name.startswith("%"):
                    fault = "BibTeX knows no comment (%) within a record; put it above, or delete it"
                self._broken(f"Record {block.key} can't be read: {fault}", line)
                return None
            self._undefined(unknown, f"Record {block.key}, field {name}", line)
            if name in fields:
                self._report(Code.DUPLICATE_FIELD, f"Record {block.key} has the field {name} more than once", line)
            value = value.strip(" ")
            fields.setdefault(name, to_address(value) if name in _ADDRESSES else value)
        return fields

    def _undefined(self, names: Iterable[str], where: str, line: int | None) -> None:
        for name in names:
            self._report(Code.UNDEFINED_STRING, f"{where}: nothing defines {name!r}", line)

    def _broken(self, message: str, line: int | None) -> None:
        self._report(Code.BROKEN_RECORD, message, line)

    def _report(self, code: Code, message: str, line: int | None) -> None:
        self.problems.append(Problem(code, message, self._at(line)))

    def _at(self, line: int | None) -> Location:
        # bibtexparser counts from 0.
        return Location(self.path, (line or 0) + 1)


def _name_of(block: Block) -> str:
    kind, key = head_of(block)
    if kind.lower() in ("string", "comment", "preamble"):
        return f"@string {key}" if kind.lower() == "string" and key else f"@{kind}"
    return f"Record {key}" if key else f"A record (@{kind})"


def _plain(reason: str) -> str:
    reason = " ".join(reason.replace("`", "'").split()).rstrip(". ")
    return reason[:1].lower() + reason[1:]
