"""An entry as an item of CSL-JSON: the model that the other formats of reference managers are made from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..bib.entries import arxiv_of
from ..bib.latex import to_unicode
from ..bib.record_dates import read_date
from ..core.identifiers import doi, host_of
from ..core.record import Record
from ._bibtex_fields import raw_address
from ._csl_dates import csl_date, issued, unnumbered_year
from ._csl_names import csl_names, csl_names_of
from ._csl_titles import rich_title
from ._csl_types import csl_type, site_name

if TYPE_CHECKING:
    from ..core.entry import Entry

_PLAIN = {
    "volume": "volume", "number-of-volumes": "volumes", "edition": "edition", "chapter-number": "chapter",
    "version": "version", "ISBN": "isbn", "ISSN": "issn", "abstract": "abstract",
    "title-short": "shorttitle", "container-title-short": "shortjournal", "event-title": "eventtitle",
    "event-place": "venue", "collection-title": "series",
}  # fmt: skip
_NUMBERED_ISSUES = frozenset(("article-journal", "periodical"))
_GENRES = {"phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis", "techreport": "Technical report",
           "resreport": "Research report", "mastersthesis": "Master’s thesis", "candthesis": "Candidate thesis"}  # fmt: skip
_PAGES = frozenset(("webpage", "post", "post-weblog", "motion_picture", "speech", "software", "dataset"))
_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")  # CSL has no names of languages
_DASHES = re.compile(r"\s*[–—]+\s*|\s*-{2,}\s*")


@lru_cache(65536)  # a build asks for all entries in one format, then in the next
def _item(entry: Entry, fields: tuple[tuple[str, str], ...] | None, bibtex_type: str) -> dict[str, Any]:
    return _made(entry, None if fields is None else Record(entry.key, bibtex_type, dict(fields)))


def csl_item(entry: Entry, record: Record | None = None) -> dict[str, Any]:
    """The item, a plain dictionary (https://github.com/citation-style-language/schema, ``csl-data.json``).

    What isn't known is absent. Several formats ask for the same item, one after the other: don't change it.
    """
    return _item(entry, tuple(record.fields.items()) if record else None, record.type if record else "")


def _made(entry: Entry, record: Record | None) -> dict[str, Any]:
    kind = csl_type(entry, record)
    item: dict[str, Any] = {"id": entry.key, "type": kind, "title": _title(entry, record)}
    names = csl_names(entry.authors, elided=entry.authors_elided)
    if record is None:
        item |= {"author": names, "issued": issued(entry, None), "DOI": entry.identifier("doi")}
    else:
        item |= _recorded(entry, record, kind, names)
    item["status"] = item.get("status") or entry.status
    _preprint(item, entry, record)
    _address(item, entry, record)
    words = [*(part.strip() for part in to_unicode(record.get("keywords")).split(","))] if record else []
    item["keyword"] = ", ".join(dict.fromkeys(word for word in (*words, *entry.tags) if word))
    return {name: value for name, value in item.items() if value}


def _title(entry: Entry, record: Record | None) -> str:
    if record is None or not record.is_titled:
        return entry.title
    return ": ".join(filter(None, (rich_title(record.get("title")), rich_title(record.get("subtitle")))))


def _recorded(entry: Entry, record: Record, kind: str, names: list[dict[str, str]]) -> dict[str, Any]:
    item: dict[str, Any] = {name: to_unicode(record.get(field)) for name, field in _PLAIN.items()}
    if _LANGUAGE.fullmatch(language := record.get("language")):
        item["language"] = language
    by_editors = not record.get("author") and bool(record.get("editor"))
    item["editor" if by_editors else "author"] = names
    if not by_editors:
        item["editor"] = csl_names_of(record.get("editor"))
    item["translator"] = csl_names_of(record.get("translator"))
    item["issued"] = issued(entry, record)
    item["original-date"] = csl_date(read_date(record.get("origdate")))
    item["container-title"] = _container(record, kind)
    item["publisher"] = to_unicode(record.get("publisher", "institution", "school", "organization"))
    item["publisher-place"] = to_unicode(record.get("location", "address"))
    item["page"] = _DASHES.sub("-", to_unicode(record.get("pages")))
    number = to_unicode(record.get("number", "issue"))
    item["issue" if kind in _NUMBERED_ISSUES else "collection-number" if item["collection-title"] else "number"] = (
        number
    )
    genre = record.get("type") or (record.type if record.type in _GENRES else "")
    item["genre"] = _GENRES.get(genre.lower(), "") or to_unicode(genre)
    # The registry keeps the case in which the record has it; a DOI has none.
    item["DOI"] = _doi(record)
    item["status"] = to_unicode(record.get("pubstate")) or to_unicode(unnumbered_year(record))
    notes = (record.get("titleaddon"), record.get("note"), record.get("addendum"))
    item["note"] = ". ".join(to_unicode(note).rstrip(".") for note in notes if note)
    return item


def _container(record: Record, kind: str) -> str:
    if kind in ("article-journal", "article"):
        return to_unicode(record.get("journaltitle", "journal")) if kind != "article" else ""
    names = (record.get("booktitle"), record.get("booksubtitle"))
    return ": ".join(to_unicode(name) for name in names if name)


def _doi(record: Record) -> str:
    written = record.get("doi")
    found = doi(written)
    start = written.lower().find(found)
    return written[start : start + len(found)] if found and start >= 0 else found


def _preprint(item: dict[str, Any], entry: Entry, record: Record | None) -> None:
    """An arXiv number as its own for a preprint; for a published work beside it, where Zotero looks for it."""
    arxiv = arxiv_of(record) if record else entry.identifier("arxiv")
    if arxiv and item["type"] == "article":
        item |= {"publisher": "arXiv", "number": f"arXiv:{arxiv}"}
    elif arxiv:
        item["note"] = "\n".join(filter(None, (f"arXiv:{arxiv}", item.get("note", ""))))


def _address(item: dict[str, Any], entry: Entry, record: Record | None) -> None:
    """The address, the site it is on, and when a page was looked at."""
    url = record.get("url") if record else ""
    if item["type"] == "article" and "arxiv.org" in entry.url:
        url = entry.url
    item["URL"] = raw_address(url or ("" if item.get("DOI") else entry.url))
    if item["type"] in _PAGES and item["URL"]:
        site = site_name(item["URL"])
        if item["type"] in ("software", "dataset", "motion_picture"):
            item["publisher"] = item.get("publisher") or site
        else:
            item["container-title"] = item.get("container-title") or site or host_of(item["URL"])
    visited = read_date(record.get("urldate")) if record else None
    if visited or (item["type"] in _PAGES and item["URL"]):
        item["accessed"] = csl_date(visited or entry.added)
