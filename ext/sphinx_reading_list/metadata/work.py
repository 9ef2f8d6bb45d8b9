"""A work as the vocabularies ask for it, worked out once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..bib.identity import work_at
from ..core.dates import PartialDate
from ..core.identifiers import is_safe_url
from ..core.sites import face_of
from ..core.words import cleaned
from ..exports._csl_item import csl_item
from ..exports._csl_titles import plain_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry
    from ..core.names import Author
    from ..core.record import Record

_ADDRESSES = {
    "arxiv": "https://arxiv.org/abs/{}",
    "doi": "https://doi.org/{}",
    "openreview": "https://openreview.net/forum?id={}",
    "acl": "https://aclanthology.org/{}/",
}
_PDFS = {
    "arxiv": "https://arxiv.org/pdf/{}",
    "acl": "https://aclanthology.org/{}.pdf",
    "openreview": "https://openreview.net/pdf?id={}",
}


@dataclass(frozen=True, slots=True)
class Work:
    """A work. A text that isn't known is empty, and so is an address that a page may not link to.

    ``kind`` is the entry's (:mod:`..core.kinds`), ``form`` the CSL type that its record or kind has. ``container`` is
    the journal, the proceedings, the book or the site that it is part of; ``event`` the conference's short name.
    ``issued`` is the publication, for a preprint its submission; ``submitted`` the first submission, where that is
    another day. ``others`` says that the list of authors goes on; ``editors`` that they are editors. ``same`` are the
    addresses of the same work elsewhere.
    """

    key: str
    kind: str
    form: str
    title: str
    url: str = ""
    people: tuple[Author, ...] = ()
    editors: bool = False
    others: bool = False
    issued: PartialDate | None = None
    submitted: PartialDate | None = None
    container: str = ""
    event: str = ""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""
    first_page: str = ""
    last_page: str = ""
    doi: str = ""
    arxiv: str = ""
    isbn: str = ""
    issn: str = ""
    language: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()
    pdf: str = ""
    code: str = ""
    same: tuple[str, ...] = ()

    @property
    def is_preprint(self) -> bool:
        """Whether it has been published nowhere but on a server of preprints."""
        return self.form == "article"


def identifier_address(scheme: str, value: str) -> str:
    """Where an identifier leads, or an empty string."""
    return _ADDRESSES[scheme].format(quote(value, safe="/:;()._-")) if scheme in _ADDRESSES else ""


def work_of(entry: Entry, record: Record | None = None) -> Work:
    """The work that an entry stands for, with what its record says of it."""
    item = csl_item(entry, record)
    first, _, last = _text(item, "page").split(",")[0].partition("-")
    issued = _date(item) or entry.published or entry.date
    preprint = item["type"] == "article"
    return Work(
        key=entry.key,
        kind=entry.kind,
        form=item["type"],
        title=cleaned(plain_title(entry.title)) or entry.key,
        url=entry.url if is_safe_url(entry.url) else "",
        people=entry.authors,
        editors="editor" in item and "author" not in item,
        others=entry.authors_elided,
        issued=issued,
        submitted=entry.date if entry.date and entry.date != issued else None,
        container=_text(item, "container-title"),
        event=_text(item, "event-title"),
        publisher=_text(item, "publisher"),
        volume=_text(item, "volume"),
        issue=_text(item, "issue"),
        number="" if preprint else _text(item, "number"),
        first_page=first.strip(),
        last_page=last.strip(),
        doi=_text(item, "DOI") or _text({"DOI": entry.identifier("doi")}, "DOI"),
        arxiv=entry.identifier("arxiv"),
        isbn=_text(item, "ISBN"),
        issn=_text(item, "ISSN"),
        language=_text(item, "language"),
        abstract=_text(item, "abstract"),
        keywords=tuple(filter(None, (cleaned(word) for word in _text(item, "keyword").split(",")))),
        aka=tuple(filter(None, map(cleaned, entry.aka))),
        pdf=_pdf(entry),
        code=_code(entry),
        same=tuple(dict.fromkeys(_same(entry))),
    )


def _text(item: dict[str, Any], name: str) -> str:
    return cleaned(str(item.get(name, "")))


def _date(item: dict[str, Any]) -> PartialDate | None:
    parts = item.get("issued", {}).get("date-parts")
    return PartialDate(*parts[0]) if parts else None


def _pdf(entry: Entry) -> str:
    """Where its full text is: as its registry has it, else the first link that is one."""
    for scheme, value in entry.identifiers:
        if scheme in _PDFS and is_safe_url(url := _PDFS[scheme].format(quote(value, safe="/._-"))):
            return url
    urls = [link.url for link in entry.links if is_safe_url(link.url) and face_of(link).kind == "pdf"]
    return urls[0] if urls else ""


def _code(entry: Entry) -> str:
    return next((link.url for link in entry.links if is_safe_url(link.url) and face_of(link).kind == "code"), "")


def _same(entry: Entry) -> Iterator[str]:
    """The work's addresses: its own, and those of its identifiers. What it links to is another work."""
    if is_safe_url(entry.url):
        yield entry.url
    known = {work_at(entry.url)}
    for scheme, value in entry.identifiers:
        url = identifier_address(scheme, value)
        if url and is_safe_url(url) and work_at(url) not in known:
            known.add(work_at(url))
            yield url
