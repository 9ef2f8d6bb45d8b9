"""BibLaTeX: the record in its own data model, for biber and the styles made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.capitals import protect_capitals
from ..bib.latex import to_latex
from ..bib.writing import write_fields
from ._biblatex_fields import biblatex_record
from ._bibtex_fields import raw_address
from ._bibtex_names import write_names
from ._export import Export, Frame, sign_bibtex

if TYPE_CHECKING:
    from ..core.entry import Entry
    from ..core.record import Record

_TYPES = {"repository": "software", "tool": "software", "model": "software", "dataset": "dataset"}


def biblatex(entry: Entry, record: Record | None = None) -> str:
    """An entry as a record of BibLaTeX's data model (its manual, section 2), ending in a line feed."""
    if record is None:
        bibtex_type, fields = _TYPES.get(entry.kind, "online"), _fields_of_page(entry)
    else:
        bibtex_type, fields = biblatex_record(record)
        if bibtex_type == "misc" and (fields.get("url") or fields.get("eprint")):
            bibtex_type = _TYPES.get(entry.kind, "online")
        if not fields.get("url") and not fields.get("doi") and not fields.get("eprint"):
            fields["url"] = raw_address(entry.url)
    if entry.authors:
        editors = record is not None and "author" not in record.fields and "editor" in record.fields
        fields["editor" if editors else "author"] = write_names(entry.authors, elided=entry.authors_elided)
    if bibtex_type == "online" and not any(fields.get(name) for name in ("url", "doi", "eprint")):
        bibtex_type = "misc"
    if entry.formerly:
        fields["ids"] = ",".join(entry.formerly)  # so that a document that cites a former key finds it
    return write_fields(bibtex_type, entry.key, fields.items())


def _fields_of_page(entry: Entry) -> dict[str, str]:
    """What is known of an entry that has no record."""
    fields = {"title": protect_capitals(to_latex(entry.title)), "doi": entry.identifier("doi")}
    if entry.date:
        fields["date"] = entry.date.isoformat()
    if arxiv := entry.identifier("arxiv"):
        fields |= {"eprint": arxiv, "eprinttype": "arxiv"}
    if not fields["doi"] and not arxiv:
        fields["url"] = raw_address(entry.url)
        if entry.added and fields["url"]:
            fields["urldate"] = entry.added.isoformat()
    return fields


EXPORT = Export(
    "biblatex", "BibLaTeX", ".biblatex.bib", "application/x-bibtex", biblatex, Frame(between="\n"), sign_bibtex
)
