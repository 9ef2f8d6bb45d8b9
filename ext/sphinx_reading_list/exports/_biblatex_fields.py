"""A record, in BibLaTeX's data model or in classic BibTeX, as BibLaTeX has it (its manual, sections 2.1 and 2.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..bib.capitals import protect_capitals
from ..bib.entries import arxiv_of
from ..bib.latex import to_address
from ..bib.record_dates import is_date, publication
from ..core.identifiers import is_safe_url
from ._bibtex_fields import escape_specials, plain_doi
from ._bibtex_names import sound_names

if TYPE_CHECKING:
    from ..core.record import Record

_TYPES = {
    "conference": ("inproceedings", ""), "electronic": ("online", ""), "www": ("online", ""),
    "phdthesis": ("thesis", "phdthesis"), "mastersthesis": ("thesis", "mathesis"), "techreport": ("report", "techreport"),
}  # fmt: skip
# Of the types that styles know as @misc alone (@video, @image, …), biber's data model has no field, not even the title.
_KNOWN = frozenset(
    """article book bookinbook booklet collection dataset inbook incollection inproceedings inreference manual misc
    mvbook mvcollection mvproceedings mvreference online patent periodical proceedings reference report software
    suppbook suppcollection suppperiodical thesis unpublished""".split()
)
# Without this field, biber's --validate-datamodel warns of a record of this type.
_NEEDED = {"article": "journaltitle", "inproceedings": "booktitle", "incollection": "booktitle", "inbook": "booktitle",
           "thesis": "institution", "report": "institution"}  # fmt: skip
_RENAMED = {
    "journal": "journaltitle", "address": "location", "school": "institution", "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass", "key": "sortkey",
}  # fmt: skip
# What is nobody else's business, what leads to a record that the reader hasn't got, and what becomes the date.
_LEFT_OUT = frozenset(
    {"annotation", "annote", "file", "pdf", "crossref", "xref", "xdata", "related", "relatedtype", "relatedstring",
     "relatedoptions", "options", "year", "month", "day", "date"}
)  # fmt: skip
_VERBATIM = frozenset(("url", "doi", "eprint", "eprinttype", "eprintclass", "urldate", "file", "pdf"))
_ADDRESS = re.compile(r"\s*(?:\\url\s*\{([^{}]*)\}|(https?://\S+))\s*")


def biblatex_record(record: Record) -> tuple[str, dict[str, str]]:
    """The type and the fields; fields that BibLaTeX doesn't know are carried along, and it passes over them."""
    bibtex_type, detail = _TYPES.get(record.type, (record.type, ""))
    fields: dict[str, str] = {}
    for name, value in record.fields.items():
        if name not in _LEFT_OUT and value:
            # Where a record has both names of a field, BibLaTeX's own is the one that counts.
            known = _RENAMED.get(name, name)
            fields[known] = record.get(known) or value
    if detail:
        fields.setdefault("type", detail)
    if bibtex_type == "inbook" and not fields.get("booktitle"):
        bibtex_type = "book"  # the title of a classic @inbook is that of the whole book
    if bibtex_type == "thesis":
        fields.setdefault("type", "phdthesis")
    fields["title"] = protect_capitals(record.get("title"))
    fields["subtitle"] = protect_capitals(record.get("subtitle"))
    fields["editor"] = sound_names(record.get("editor"))
    _date(record, fields)
    _registries(record, fields)
    _howpublished(fields)
    kind = bibtex_type if bibtex_type in _KNOWN and fields.get(_NEEDED.get(bibtex_type, "title")) else "misc"
    return kind, {name: value if name in _VERBATIM else escape_specials(value) for name, value in fields.items()}


def _date(record: Record, fields: dict[str, str]) -> None:
    """One ``date`` for what may have been ``year`` and ``month``; what is no date says how far publication is."""
    written = record.get("date")
    date = publication(record)
    if is_date(written):
        fields["date"] = written  # a range, or a mark of uncertainty, too
    elif date:
        fields["date"] = date.isoformat()
    elif state := record.get("year", "date"):
        fields.setdefault("pubstate", state)
    for name in ("urldate", "origdate", "eventdate"):
        if fields.get(name) and not is_date(fields[name]):
            fields[name] = ""


def _registries(record: Record, fields: dict[str, str]) -> None:
    fields["doi"] = plain_doi(record.get("doi"))
    journal = fields.get("journaltitle", "")
    if record.type == "article" and "arxiv" in journal.lower() and (arxiv := arxiv_of(record)):
        fields |= {"eprint": arxiv, "eprinttype": "arxiv"}
    if fields.get("eprint") and fields.get("eprinttype", "arxiv").lower() == "arxiv" and arxiv_of(record):
        fields["eprinttype"] = "arxiv"


def _howpublished(fields: dict[str, str]) -> None:
    """An address that classic BibTeX had no field for."""
    match = _ADDRESS.fullmatch(fields.get("howpublished", ""))
    if match and not fields.get("url"):
        url = to_address(match.group(1) or match.group(2))
        if is_safe_url(url):
            fields["url"] = url
            del fields["howpublished"]
