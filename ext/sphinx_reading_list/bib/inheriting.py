"""What a record has from another one: ``crossref`` and ``xdata`` (BibLaTeX's manual, section 2.4.1 and appendix B)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.nearest import Nearest
from ..core.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..core.record import Record

_FIELDS = ("xdata", "crossref")
_DEEPEST = 8
# What the title of a whole is called in its parts, by their type.
_WHOLES = dict.fromkeys(
    "bookinbook conference inbook incollection inproceedings inreference suppbook suppcollection".split(), "book"
) | dict.fromkeys(("article", "suppperiodical"), "journal")
_OF_BOOKS = frozenset({"bookinbook", "inbook", "suppbook"})
# What a whole has for itself: its authors, its addresses, what is said of it as a record.
_OWN = frozenset(
    """abstract annotation annote archiveprefix author crossref doi entryset entrysubtype eprint eprintclass eprinttype
    execute file ids indexsorttitle indextitle key keywords label options pages pagetotal pdf presort primaryclass related
    relatedoptions relatedstring relatedtype shorthand shorthandintro shorttitle sortkey sorttitle subtitle title titleaddon
    url urldate xdata xref""".split()
)
_DATES = frozenset({"date", "year", "month", "day"})


def with_inherited(records: Mapping[str, Record]) -> tuple[dict[str, Record], list[Problem]]:
    """The records with what they have from others, and which of those aren't there. An ``@xdata`` is no work: it goes.

    BibTeX wants a whole behind its parts; here it may stand anywhere. Keys are found in whatever case, as BibTeX does.
    """
    heirs = _Heirs(records)
    found = {key: heirs.complete(record) for key, record in records.items() if record.type != "xdata"}
    return found, heirs.problems


def wholes_of(record: Record) -> list[tuple[str, str]]:
    """The field and the key of each record that this one has fields from, the nearest first."""
    named = [(name, key.strip()) for name in _FIELDS for key in record.get(name).split(",")]
    return [(name, key) for name, key in named if key]


class _Heirs:
    def __init__(self, records: Mapping[str, Record]) -> None:
        self.problems: list[Problem] = []
        self._by_key = {key.casefold(): record for key, record in records.items()}
        self._nearest = Nearest(records)

    def complete(self, record: Record) -> Record:
        """A record with what it has from others."""
        return self._complete(record, (record.key,), {record.key})

    def _complete(self, record: Record, below: tuple[str, ...], seen: set[str]) -> Record:
        for name, key in wholes_of(record):
            whole = self._by_key.get(key.casefold())
            if whole is None or whole.key in seen or len(below) > _DEEPEST:
                self._report(record, name, key, below, is_there=whole is not None)
                continue
            seen.add(whole.key)
            whole = self._complete(whole, (*below, whole.key), seen)
            given = dict(_shared(record, whole)) if name == "crossref" else whole.fields
            taken = _DATES if record.get("date", "year") else ()
            new = {
                field: value
                for field, value in given.items()
                if value and not record.get(field) and field not in taken and field not in ("ids", "xdata")
            }
            record = replace(record, fields={**record.fields, **new})
        return record

    def _report(self, record: Record, name: str, key: str, below: tuple[str, ...], *, is_there: bool) -> None:
        """Say once, of the record that names it, that a whole can't be had."""
        first = below[0]
        if key.casefold() == first.casefold():
            message = f"Record {first} is a part of itself: {' → '.join((*below, first))}"
            place, advice = self._by_key[first.casefold()].location, "Name the record that it is a part of."
        elif len(below) == 1 and not is_there:
            message = f"Record {first}: {name} = {key} is no record{self._nearest.hint(key)}"
            place, advice = record.location, ""
        else:
            return
        self.problems.append(Problem(Code.UNKNOWN_KEY, message, place, advice))


def _shared(part: Record, whole: Record) -> Iterator[tuple[str, str]]:
    """What a whole gives to its parts; its own title is that of their book, journal or series of volumes."""
    yield from ((name, value) for name, value in whole.fields.items() if name not in _OWN)
    if part.type in _OF_BOOKS and whole.type in ("book", "mvbook"):
        yield "author", whole.get("author")
    name = "main" if whole.type.startswith("mv") else _WHOLES.get(part.type)
    # In classic BibTeX a whole has its title twice, for itself and for its parts; and a journal's title is its name.
    if name and not any(record.get(f"{name}title", name) for record in (part, whole)):
        for own in ("title", "subtitle", "titleaddon"):
            yield f"{name}{own}", whole.get(own)
