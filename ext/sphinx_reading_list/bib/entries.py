"""A record of the .bib file as an entry: LaTeX decoded, identifiers and addresses worked out."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from ..core.entry import Entry, Link
from ..core.identifiers import Identifier, arxiv_id, doi, identify, is_safe_url
from ..core.kinds import kind_of_type
from ..core.names import Author, parse_names
from ..core.record import Record
from ..core.sites import kind_of_url
from .identity import unique_links
from .latex import is_plain, to_address, to_unicode
from .record_dates import first_submission, publication
from .venues import venue_of

_STATUS = re.compile(r"\b(retracted|withdrawn)\b", re.IGNORECASE)
_STATUS_TITLE = re.compile(r"[\[(]?(retracted|withdrawn)(?: article)?[\])]?\s*[:\])]", re.IGNORECASE)
_URL_MACRO = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}|^(https?://\S+)$")
_ACL_DOI = re.compile(r"10\.18653/v1/(\S+)")
_EPRINTS = {
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{}",
    "hdl": "https://hdl.handle.net/{}",
    "jstor": "https://www.jstor.org/stable/{}",
}


def entry_of_record(record: Record) -> Entry:
    """What a record says of its work.

    The title leads to arXiv where the work is there, else to its DOI, else to its ``url``; every other address that
    the record implies is a link. Texts are Unicode without braces; mathematics stays LaTeX.
    """
    return _entry(record.key, record.type, tuple(record.fields.items()))


@lru_cache(65536)
def _entry(key: str, bibtex_type: str, fields: tuple[tuple[str, str], ...]) -> Entry:
    # Remembered by content, since a build asks several times and a served site asks again after each edit.
    return read_entry(Record(key, bibtex_type, dict(fields)))


def read_entry(record: Record) -> Entry:
    """The same, read anew: for who asks once and keeps it."""
    title = to_unicode(record.get("title"))
    if subtitle := record.get("subtitle"):
        title = f"{title}: {to_unicode(subtitle)}"
    given = _address(record)
    identifiers = _identifiers(record, given)
    by_scheme = dict(reversed(identifiers))
    arxiv = by_scheme.get("arxiv", "")
    addresses = _addresses(record, arxiv, by_scheme.get("doi", ""), given)
    url = addresses[0] if addresses else ""
    venue = venue_of(record)
    published = publication(record)
    people = record.get("author", "editor")
    authors, elided = parse_names(people)
    return Entry(
        key=record.key,
        kind=_kind(record, arxiv, url),
        title=title or record.key,
        url=url,
        authors=authors if is_plain(people) else tuple(map(_decoded, authors)),
        authors_elided=elided,
        date=first_submission(record, arxiv, published, preprint=not venue),
        published=None if arxiv and not venue else published,
        venue=venue,
        status=_status(record, title),
        identifiers=identifiers,
        links=unique_links(map(Link, addresses[1:]), url),
        record=True,
    )


def arxiv_of(record: Record) -> str:
    """The arXiv id of a record, wherever it has it; empty where it has none."""
    eprint, registry = record.get("eprint"), record.get("eprinttype", "archiveprefix").lower()
    if eprint and registry in ("arxiv", ""):
        return arxiv_id(eprint)
    for address in (record.get("url"), f"https://doi.org/{record.get('doi')}"):
        if (found := identify(address)) and found.scheme == "arxiv":
            return found.value
    journal = record.get("journal", "journaltitle", "howpublished")
    return arxiv_id(journal) if "arxiv" in journal.lower() else ""


def _address(record: Record) -> str:
    """The address that the record gives, in ``url`` or (before BibLaTeX) in ``howpublished``."""
    url = record.get("url")
    if not url and (match := _URL_MACRO.search(record.get("howpublished", "note"))):
        url = match.group(1) or match.group(2)
    url = to_address(url)
    return url if url and is_safe_url(url) else ""


def _identifiers(record: Record, address: str) -> tuple[Identifier, ...]:
    found: list[Identifier] = []
    if arxiv := arxiv_of(record):
        found.append(Identifier("arxiv", arxiv))
    number = doi(record.get("doi"))
    if number and not number.startswith("10.48550/arxiv."):
        found.append(Identifier("doi", number))
    if match := _ACL_DOI.fullmatch(number):
        # The Anthology's own DOIs end in its id; ids before 2020 are written in capitals.
        acl = match.group(1)
        found.append(Identifier("acl", acl if "." in acl else acl.upper()))
    if address and (named := identify(address)) and named.scheme not in {scheme for scheme, _ in found}:
        found.append(named)
    return tuple(found)


def _addresses(record: Record, arxiv: str, number: str, given: str) -> list[str]:
    addresses = [f"https://arxiv.org/abs/{arxiv}", f"https://arxiv.org/pdf/{arxiv}"] if arxiv else []
    if number:
        addresses.append(doi_address(number))
    if given:
        addresses.append(given)
    template = _EPRINTS.get(record.get("eprinttype", "archiveprefix").lower())
    if template and (eprint := record.get("eprint")):
        addresses.append(template.format(eprint))
    return addresses


def doi_address(number: str) -> str:
    """Where a DOI leads; what an address would take for its own (``#``, ``?``, ``<``) is escaped."""
    return f"https://doi.org/{quote(number, safe='/:;()._-~!*,@&=+$')}"


def _kind(record: Record, arxiv: str, url: str) -> str:
    kind = kind_of_type(record.type)
    # Many write preprints as @misc or @online.
    return "paper" if arxiv and kind in ("", "article") else kind or kind_of_url(url)


def _status(record: Record, title: str) -> str:
    for name in ("pubstate", "note", "addendum"):
        if (said := record.fields.get(name)) and (match := _STATUS.search(said)):
            return match.group(1).lower()
    match = _STATUS_TITLE.match(title)
    return match.group(1).lower() if match else ""


def _decoded(author: Author) -> Author:
    family, given, particle, suffix = map(to_unicode, (author.family, author.given, author.particle, author.suffix))
    return Author(family, given, particle, suffix, author.collective)
