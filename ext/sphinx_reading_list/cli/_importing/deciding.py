"""What becomes of each entry of a source: written, brought up to date, or left as a person made it."""

from __future__ import annotations

import difflib
from enum import Enum, auto
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.document import ListItem
from .layout import names_of, normal
from .state import digest

if TYPE_CHECKING:
    from .layout import Occurrence
    from .matching import PageEntries


class Fate(Enum):
    """What an import does with an entry."""

    STAYS = auto()
    NEW = auto()
    UPDATE = auto()
    LEFT_OUT = auto()


def decide(one: Occurrence, entries: PageEntries, *, known: bool) -> tuple[Fate, list[Problem], bool]:
    """What becomes of an entry, what there is to say, and whether the page may lack what the source says.

    ``known`` says whether anything is remembered of the source: without it, an entry that the pages have somewhere is
    the same one, and a page that differs was edited.
    """
    assert isinstance(one.block, ListItem)
    if one.here is not None:
        return _of_present(one)
    where = one.block.entry.location
    name = one.block.entry.key or one.block.entry.title
    if one.last is not None:
        message = f"{name} is no longer on the pages"
        return Fate.LEFT_OUT, [Problem(Code.DELETED_ENTRY, message, where)], True
    elsewhere = [] if known else entries.all_of(names_of(one.block.entry))
    if elsewhere:
        one.on, one.here = elsewhere[0]
        return _of_present(one)
    return Fate.NEW, [], False


def _of_present(one: Occurrence) -> tuple[Fate, list[Problem], bool]:
    assert one.here is not None
    assert isinstance(one.block, ListItem)
    if one.here.entry == one.block.entry:
        # As at most imports of a list that was imported before.
        return Fate.STAYS, [], False
    page = normal(one.here.entry)
    new = normal(one.block.entry)
    if page == new:
        return Fate.STAYS, [], False
    last = one.last
    name = one.here.entry.key or one.here.entry.title
    edited = last is None or digest(page) != last.wrote
    changed = last is None or (one.read != last.read and one.wrote != last.wrote)
    if not changed and last is not None:
        # What is remembered stays, so that a later change of the list can still be told from one by hand.
        one.wrote = last.wrote
        message = f"{name} stays as it was edited\n{difference(page, new)}"
        return Fate.STAYS, [Problem(Code.KEPT_EDIT, message, one.here.entry.location)] if edited else [], True
    if not edited:
        return Fate.UPDATE, [], False
    message = f"{name} is not as the list has it; it stays\n{difference(page, new)}"
    return Fate.STAYS, [Problem(Code.EDITED_PAGE, message, one.here.entry.location)], True


def difference(page: str, new: str) -> str:
    """Both versions as a diff, without its head and line numbers: what the page says (-), and what the list does (+)."""
    lines = list(difflib.unified_diff(page.splitlines(), new.splitlines(), "page", "list", lineterm="", n=0))[2:]
    return "\n".join(f"    {line}" for line in lines if not line.startswith("@@"))


def changed_text(one: Occurrence, path: str, line: int) -> Problem:
    """A text that the list has and the page hasn't, or has otherwise."""
    message = f"the list has this (line {one.line}), the page hasn't:\n{normal(one.text)}"
    return Problem(Code.EDITED_PAGE, message, Location(path, line))
