"""A record of BibLaTeX's data model in the types and fields of classic BibTeX (btxdoc, section 3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..bib.capitals import protect_capitals
from ..bib.record_dates import publication
from ..core.dates import MONTHS
from ._bibtex_names import sound_names

if TYPE_CHECKING:
    from ..core.record import Record

_TYPES = {
    "conference": "inproceedings", "report": "techreport", "thesis": "phdthesis", "collection": "book",
    "mvbook": "book", "mvcollection": "book", "reference": "book", "mvreference": "book", "bookinbook": "inbook",
    "suppbook": "inbook", "suppcollection": "incollection", "inreference": "incollection", "suppperiodical": "article",
    "mvproceedings": "proceedings",
}  # fmt: skip
_CLASSIC = frozenset(
    {"article", "book", "booklet", "inbook", "incollection", "inproceedings", "manual", "mastersthesis", "misc",
     "phdthesis", "proceedings", "techreport", "unpublished"}
)  # fmt: skip
# Without this field, the old styles warn of a record of this type; as @misc they don't.
_NEEDED = {"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle", "techreport": "institution",
           "phdthesis": "school", "mastersthesis": "school", "book": "publisher", "inbook": "publisher"}  # fmt: skip
_RENAMED = {
    "journaltitle": "journal",
    "location": "address",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
}
# BibLaTeX's own, what is nobody else's business, and what leads to a record that the reader hasn't got.
_LEFT_OUT = frozenset(
    {"annotation", "annote", "file", "date", "subtitle", "booksubtitle", "titleaddon", "booktitleaddon", "maintitle",
     "eventtitle", "eventdate", "eventtitleaddon", "venue", "origdate", "origyear", "pubstate", "addendum", "shortjournal",
     "shorttitle", "shortseries", "langid", "langidopts", "hyphenation", "options", "related", "relatedtype", "day",
     "sortkey", "sortname", "sortyear", "presort", "gender", "entrysubtype", "issue", "urldate",
     "crossref", "xref", "xdata"}
)  # fmt: skip
_DOI_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_VERBATIM = frozenset({"url", "doi", "eprint", "urldate", "archiveprefix", "primaryclass", "pdf"})
# Values of ``type`` that BibLaTeX translates; in the old styles each is the default.
_TYPE_NAMES = frozenset({"phdthesis", "mathesis", "bathesis", "candthesis", "techreport", "resreport"})
_MATHEMATICS = r"\$(?:\\.|[^$\\])+\$|\\\(.*?\\\)|\\ensuremath\s*\{(?:[^{}]|\{[^{}]*\})*\}"
_AS_IT_IS = re.compile(
    rf"(\\(?:url|href|path)\s*\{{[^{{}}]*\}})|{_MATHEMATICS}|\\.|(\^)|([&%#_$])",
    re.DOTALL,
)
_SPECIAL = re.compile(r"[&%#_$^]")
_COMMENTS = re.compile(r"(?<!\\)[%#]")


def classic_record(record: Record) -> tuple[str, dict[str, str]]:
    """The type and the fields of a record in classic BibTeX; fields that neither knows are carried along."""
    bibtex_type = _TYPES.get(record.type, record.type)
    if record.type == "thesis" and "ma" in record.get("type").lower()[:2]:
        bibtex_type = "mastersthesis"
    fields = {_RENAMED.get(name, name): value for name, value in record.fields.items() if name not in _LEFT_OUT}
    fields["title"] = protect_capitals(_titled(record, "title", "subtitle"))
    fields["booktitle"] = _titled(record, "booktitle", "booksubtitle")
    if not fields.get("number") and (issue := record.get("issue")):
        fields["number"] = issue
    if bibtex_type in ("phdthesis", "mastersthesis") and not fields.get("school"):
        fields["school"] = fields.pop("institution", "")
    if fields.get("type", "").lower() in _TYPE_NAMES:
        del fields["type"]
    fields["note"] = ". ".join(_notes(record))
    _date(record, fields)
    _registries(record, fields)
    if editors := fields.get("editor"):
        fields["editor"] = sound_names(editors)
    if bibtex_type not in _CLASSIC or not fields.get(_NEEDED.get(bibtex_type, "title")):
        bibtex_type = "misc"
    return bibtex_type, {name: value if name in _VERBATIM else escape_specials(value) for name, value in fields.items()}


def escape_specials(latex: str) -> str:
    """The text with a backslash before each ``& % # _`` and single ``$`` that lacks one; in ``\\url``, ``% #`` alone.

    A ``^``, which would be an accent then, becomes a macro. Mathematics stays as it is.
    """
    if not _SPECIAL.search(latex):
        return latex

    def escaped(match: re.Match[str]) -> str:
        if match.group(2):
            return r"\textasciicircum{}"
        if match.group(3):
            return f"\\{match.group(3)}"
        return url_macro(match.group()) if match.group(1) else match.group()

    return _AS_IT_IS.sub(escaped, latex)


def url_macro(latex: str) -> str:
    """``\\url{…}`` so that it can stand in the argument of another macro, where BibLaTeX puts it."""
    return _COMMENTS.sub(r"\\\g<0>", latex)


def raw_address(url: str) -> str:
    """An address as a field can hold it: braces, backslashes and spaces as percent codes."""
    return re.sub(r"[{}\\\s\"]", lambda match: f"%{ord(match.group()):02X}", url)


def plain_doi(text: str) -> str:
    """A DOI without the address that leads to it; its characters as they are, not as percent codes."""
    match = _DOI_ADDRESS.match(text)
    if match is None:
        return text
    number = text[match.end() :]
    return unquote(number) if "//" in match.group() else number


def _titled(record: Record, title: str, subtitle: str) -> str:
    return ": ".join(filter(None, (record.get(title), record.get(subtitle))))


def _notes(record: Record) -> list[str]:
    notes = [record.get("titleaddon"), record.get("note"), record.get("addendum")]
    state = record.get("pubstate")
    if state.lower() in ("retracted", "withdrawn") and state.lower() not in " ".join(notes).lower():
        notes.insert(0, state.capitalize())
    if publication(record) is None and (year := record.get("year", "date")):
        notes.append(year[:1].upper() + year[1:])  # "forthcoming", where styles want a number
    notes = [note for note in notes if note]
    return [note.rstrip(".") for note in notes[:-1]] + notes[-1:]


def _date(record: Record, fields: dict[str, str]) -> None:
    date = publication(record)
    fields["year"] = str(date.year) if date else ""
    if date and date.month:
        fields["month"] = MONTHS[date.month - 1]
    elif date is None:
        fields.pop("month", None)


def _registries(record: Record, fields: dict[str, str]) -> None:
    """Identifiers without their addresses, and the registry of an eprint under the name that styles look for."""
    if fields.get("doi"):
        fields["doi"] = plain_doi(fields["doi"])
    if fields.get("archiveprefix", "").lower() == "arxiv":
        fields["archiveprefix"] = "arXiv"
    if record.get("urldate") and record.get("url"):
        fields["urldate"] = record.get("urldate")
