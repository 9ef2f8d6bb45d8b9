"""Our records as pybtex entries, in the classic types and fields that its styles know."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from pybtex.database import Entry, Person
from pybtex.style.formatting.unsrt import Style as UnsrtStyle

from ..core.dates import month_number
from ..core.identifiers import is_safe_url
from ..core.names import depth_split, name_fault

if TYPE_CHECKING:
    from ..core.record import Record

_TYPES = {"report": "techreport", "thesis": "phdthesis", "conference": "inproceedings"}
_FIELDS = {
    "journaltitle": "journal",
    "location": "address",
    "eprintclass": "primaryclass",
    "eprinttype": "archiveprefix",
}
# Without these a style refuses to format the type at all; such a record is shown as @misc.
_NEEDS = {
    "article": ("author", "title", "journal", "year"),
    "inproceedings": ("author", "title", "booktitle", "year"),
    "incollection": ("author", "title", "booktitle", "publisher", "year"),
    "inbook": ("people", "title", "publisher", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "phdthesis": ("author", "title", "school", "year"),
    "mastersthesis": ("author", "title", "school", "year"),
    "book": ("people", "title", "publisher", "year"),
    "booklet": ("author", "title", "year"),
    "manual": ("title",),
    "proceedings": ("title", "year"),
    "unpublished": ("author", "title", "note"),
}
_PEOPLE = ("author", "editor")
_VERBATIM = ("url", "doi", "eprint")
_PERCENT = re.compile(r"(?<!\\)((?:\\\\)*)%")


def pybtex_entry(record: Record) -> Entry:
    """A record for pybtex. An address that a page may not link to is left out."""
    fields = {
        _FIELDS.get(name, name): value if name in _VERBATIM else _readable(value)
        for name, value in record.fields.items()
        if name not in _PEOPLE
    }
    year = record.get("date")[:4]
    fields.setdefault("year", year if year.isdigit() else "")
    if "institution" in fields:
        fields.setdefault("school", fields["institution"])
    if month := month_number(fields.get("month", "")):
        fields["month"] = calendar.month_name[month]
    if not is_safe_url(fields.get("url", "")):
        fields.pop("url", None)
    if fields.get("archiveprefix", "arxiv").casefold() != "arxiv":
        fields.pop("eprint", None)
    present = {name: value for name, value in fields.items() if value}
    persons = {
        role: [_person(name) for name in depth_split(record.fields[role], "and") if name]
        for role in _PEOPLE
        if record.fields.get(role)
    }
    kind = _TYPES.get(record.type, record.type)
    known = hasattr(UnsrtStyle, f"get_{kind}_template")
    there = {*present, *persons, *(["people"] if persons else [])}
    if not known or not there.issuperset(_NEEDS.get(kind, ())):
        kind = "misc"
    return Entry(kind, fields=list(present.items()), persons=persons)


def _person(name: str) -> Person:
    # pybtex ends the build at a name that has none of BibTeX's forms, and takes the thin space of J.\\,B. for a comma.
    name = _readable(name).replace("\\,", "~")
    return Person(f"{{{name}}}" if name_fault(name) else name)


def _readable(latex: str) -> str:
    """A text that pybtex can read: % begins a comment for it, within braces too, and it knows no lone backslash."""
    if "%" in latex:
        latex = _PERCENT.sub(r"\g<1>\\%", latex)
    return latex.rstrip("\\ ") if latex.endswith("\\") else latex
