"""Classic BibTeX, the kind that people paste: for ``bibtex`` with any of its old styles, and for biber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.capitals import protect_capitals
from ..bib.latex import to_latex
from ..bib.writing import write_fields
from ..core.dates import MONTHS
from ._bibtex_fields import classic_record, raw_address, url_macro
from ._bibtex_names import write_names
from ._export import Export, Frame, sign_bibtex

if TYPE_CHECKING:
    from ..core.entry import Entry
    from ..core.record import Record


def bibtex(entry: Entry, record: Record | None = None) -> str:
    """An entry as a record of classic BibTeX, ending in a line feed.

    With a record, what that says, in classic types and fields; without one, ``@misc`` of what the page says.
    """
    if record is None:
        bibtex_type, fields = "misc", _fields_of_page(entry)
    else:
        bibtex_type, fields = classic_record(record)
        _add_address(fields, entry)
    if entry.authors:
        fields["author"] = write_names(entry.authors, elided=entry.authors_elided)
        if record is not None and "author" not in record.fields and "editor" in record.fields:
            fields["editor"] = fields.pop("author")
    if not fields.get("author") and not fields.get("editor") and "key" not in fields:
        # Without an author, the old styles sort by this, and warn where it is missing.
        fields["key"] = to_latex(_beginning(entry.title))
    return write_fields(bibtex_type, entry.key, fields.items())


def _fields_of_page(entry: Entry) -> dict[str, str]:
    """What is known of an entry that has no record."""
    fields = {"title": protect_capitals(to_latex(entry.title))}
    if entry.date:
        fields["year"] = str(entry.date.year)
        fields["month"] = MONTHS[entry.date.month - 1] if entry.date.month else ""
    if arxiv := entry.identifier("arxiv"):
        fields |= {"eprint": arxiv, "archiveprefix": "arXiv"}
    fields["doi"] = entry.identifier("doi")
    _add_address(fields, entry)
    return fields


def _add_address(fields: dict[str, str], entry: Entry) -> None:
    """Give a work its address: a paper's in ``url``; a web page's where styles that know no ``url`` show it too."""
    url = fields.get("url") or (raw_address(entry.url) if not fields.get("doi") else "")
    if not url or fields.get("journal") or fields.get("booktitle") or fields.get("doi") or fields.get("eprint"):
        fields["url"] = url
        return
    if not fields.get("howpublished"):
        fields.pop("url", None)
        fields["howpublished"] = url_macro(f"\\url{{{url}}}")
        if entry.added and not fields.get("urldate"):
            fields["urldate"] = entry.added.isoformat()


def _beginning(title: str, most: int = 30) -> str:
    """The first words of a title, or of a longer word its first characters."""
    return title if len(title) <= most else (title[:most].rpartition(" ")[0] or title[:most]).rstrip(" ,:;—–-(")


EXPORT = Export("bibtex", "BibTeX", ".bib", "application/x-bibtex", bibtex, Frame(between="\n"), sign_bibtex)
