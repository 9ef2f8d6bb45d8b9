"""RIS, which Zotero, Mendeley, EndNote and most libraries read.

The tags follow the "RIS Format Specifications" of Research Information Systems and, where that leaves a choice, what
Zotero's own translator reads. Its lines end in CR LF. RIS has neither escapes nor marks of its own, so that values
stand as they are, on one line each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rispy import RisWriter

from ..core.sites import face_of
from ._csl_item import csl_item
from ._csl_titles import plain_title
from ._export import Export, Frame, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.entry import Entry
    from ..core.record import Record

_TYPES = {
    "paper-conference": "CONF", "article-journal": "JOUR", "periodical": "JFULL", "book": "BOOK", "pamphlet": "PAMP",
    "chapter": "CHAP", "entry-encyclopedia": "ENCYC", "report": "RPRT", "thesis": "THES", "software": "COMP",
    "dataset": "DATA", "motion_picture": "VIDEO", "speech": "SLIDE", "webpage": "ELEC", "post": "ELEC",
    "post-weblog": "BLOG", "article": "UNPB", "manuscript": "UNPB", "patent": "PAT",
}  # fmt: skip
_LINE = re.compile(r"\s+")
_RANGE = re.compile(r"(\w+)-(\w+)")
_END = "ER  - \r\n"


class _Writer(RisWriter):  # type: ignore[misc]  # rispy comes without types
    """rispy's writer without the number that it sets above each record."""

    def set_header(self, _: int) -> str:
        """No header."""
        return ""


_WRITER = _Writer()


def ris(entry: Entry, record: Record | None = None) -> str:
    """An entry as a record of RIS, from ``TY`` to ``ER``."""
    fields = {name: _one_line(value) for name, value in _fields(csl_item(entry, record), entry) if value}
    written: str = _WRITER.formats([fields])
    return written.strip("\n").replace("\n", "\r\n") + "\r\n"


def _fields(item: dict[str, Any], entry: Entry) -> Iterator[tuple[str, Any]]:
    """rispy's name of each tag, and its value, in the order in which they are written."""
    kind = item["type"]
    container = item.get("container-title", "")
    yield "type_of_reference", _TYPES.get(kind, "GEN")
    yield "id", item["id"]
    yield "authors", _names(item.get("author", ()))
    # Editors of a whole book have a tag of their own.
    yield ("tertiary_authors" if kind == "book" else "secondary_authors"), _names(item.get("editor", ()))
    yield "subsidiary_authors", _names(item.get("translator", ()))
    yield "title", plain_title(item["title"])
    yield "secondary_title", container or (item.get("collection-title", "") if kind == "book" else "")
    yield "tertiary_title", item.get("collection-title", "") if kind != "book" else ""
    yield "custom3", container if kind == "paper-conference" else ""
    yield "custom1", item.get("event-place", "") if kind == "paper-conference" else ""
    yield "alternate_title1", item.get("container-title-short", "")
    yield from _dates(item)
    yield "volume", item.get("volume", "")
    yield "number", item.get("issue", "") or (item.get("number", "") if kind == "report" else "")
    yield "edition", item.get("edition", "") or item.get("version", "")
    yield from _pages(item.get("page", ""))
    yield "publisher", item.get("publisher", "")
    yield "place_published", item.get("publisher-place", "")
    yield "issn", item.get("ISBN", "") or item.get("ISSN", "")
    yield "type_of_work", item.get("genre", "")
    yield "doi", item.get("DOI", "")
    arxiv = entry.identifier("arxiv")
    yield "accession_number", f"arXiv:{arxiv}" if arxiv else ""
    yield "name_of_database", "arXiv" if arxiv else ""
    yield "urls", [item["URL"]] if item.get("URL") else []
    pdf = next((link.url for link in entry.links if face_of(link).kind == "pdf"), "")
    yield "file_attachments1", pdf
    yield "abstract", item.get("abstract", "")
    yield "language", item.get("language", "")
    yield "keywords", [word for word in item.get("keyword", "").split(", ") if word]
    status, note = item.get("status", ""), item.get("note", "")
    yield "notes", [text for text in (status[:1].upper() + status[1:], _without_arxiv(note)) if text]


def _names(names: Iterable[dict[str, str]]) -> list[str]:
    return [_name(name) for name in names]


def _name(name: dict[str, str]) -> str:
    """``Family, Given, Suffix``. A comma would split a collective's name, and RIS has no way to keep it."""
    if "literal" in name:
        return name["literal"].replace(",", "")
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()
    given, suffix = name.get("given", ""), name.get("suffix", "")
    return ", ".join([family, given, suffix] if suffix else filter(None, [family, given]))


def _dates(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """``PY`` is a year, ``DA`` and ``Y2`` are ``YYYY/MM/DD/``, as much of them as is known."""
    for tag, name in (("date", "issued"), ("access_date", "accessed")):
        if parts := item.get(name, {}).get("date-parts"):
            year, *rest = parts[0]
            if tag == "date":
                yield "year", f"{year:04}"
            yield tag, "/".join([f"{year:04}", *(f"{part:02}" for part in rest), *[""] * (3 - len(rest))])


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    if match := _RANGE.fullmatch(pages):
        yield "start_page", match.group(1)
        yield "end_page", match.group(2)
    else:
        yield "start_page", pages


def _without_arxiv(note: str) -> str:
    return "\n".join(line for line in note.split("\n") if not line.startswith("arXiv:"))


def _one_line(value: Any) -> Any:
    return [_one_line(part) for part in value] if isinstance(value, list) else _LINE.sub(" ", value).strip()


def _sign(text: str, provenance: Provenance) -> str:
    """Each record with its ``DP``, the provider of the data; RIS has no comments."""
    said = str(provenance)
    return text.replace(_END, f"DP  - {said}\r\n{_END}") if said else text


EXPORT = Export("ris", "RIS", ".ris", "application/x-research-info-systems", ris, Frame(between="\r\n"), _sign)
