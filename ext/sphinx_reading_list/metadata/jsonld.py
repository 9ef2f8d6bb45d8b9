"""JSON-LD in the vocabulary of schema.org (https://schema.org, https://www.w3.org/TR/json-ld11/), for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.names import Author
    from .work import Work

CONTEXT = "https://schema.org"
_BY_FORM = {"book": "Book", "chapter": "Chapter", "thesis": "Thesis", "report": "Report"}
_BY_KIND = {
    "paper": "ScholarlyArticle",
    "repository": "SoftwareSourceCode",
    "model": "SoftwareSourceCode",
    "tool": "SoftwareApplication",
    "dataset": "Dataset",
    "video": "VideoObject",
    "talk": "VideoObject",
    "post": "SocialMediaPosting",
    "article": "Article",
    "book": "Book",
    "course": "Course",
}
# What the name of a work is called, and its day of publication, where a type has no "headline".
_ARTICLES = frozenset({"ScholarlyArticle", "Article", "BlogPosting", "SocialMediaPosting", "Report", "Thesis"})


def schema_type(work: Work) -> str:
    """The type of schema.org that a work is."""
    if work.kind == "article" and work.form == "post-weblog":
        return "BlogPosting"
    if work.kind in ("paper", "book") and work.form in _BY_FORM:
        return _BY_FORM[work.form]
    return _BY_KIND.get(work.kind, "CreativeWork")


def work_ld(work: Work, page: str = "") -> dict[str, Any]:
    """A work as a JSON-LD object; ``page`` is the absolute address of the page about it. What isn't known is absent.

    A course has neither author nor date in what search engines ask for; elsewhere people are its authors too.
    """
    kind = schema_type(work)
    people = [_person(person) for person in work.people]
    thing: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": kind,
        "@id": work.url,
        "name": work.title,
        "headline": work.title if kind in _ARTICLES else "",
        "alternateName": _one_or_all(work.aka),
        "url": work.url,
        "mainEntityOfPage": page,
        "editor" if work.editors else "author": people,
        "datePublished": work.issued.isoformat() if work.issued else "",
        "dateCreated": work.submitted.isoformat() if work.submitted else "",
        "inLanguage": work.language,
        "abstract": work.abstract,
        "keywords": list(work.keywords),
        "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else {},
        "isPartOf": _container(work),
        "pageStart": work.first_page,
        "pageEnd": work.last_page,
        "isbn": work.isbn if kind == "Book" else "",
        "identifier": _identifiers(work),
        "sameAs": [url for url in work.same if url != work.url],
        "encoding": {"@type": "MediaObject", "contentUrl": work.pdf, "encodingFormat": "application/pdf"} if work.pdf else {},
        "codeRepository": work.url if kind == "SoftwareSourceCode" else "",
        "uploadDate": work.issued.isoformat() if kind == "VideoObject" and work.issued else "",
    }  # fmt: skip
    return _known(thing)


def list_ld(name: str, url: str, addresses: Iterable[str]) -> dict[str, Any]:
    """A page of the list as an ``ItemList``: its name, its address, and the address of each entry's page in its order.

    Everything else is on these pages: a list that says it again would weigh as much as the cards.
    """
    elements = [
        {"@type": "ListItem", "position": number, "url": address} for number, address in enumerate(addresses, 1)
    ]
    listed = {"@context": CONTEXT, "@type": "ItemList", "name": name, "url": url, "numberOfItems": len(elements)}
    return _known({**listed, "itemListElement": elements})


def _person(person: Author) -> dict[str, str]:
    if person.collective:
        return {"@type": "Organization", "name": person.family}
    family = f"{person.particle} {person.family}".strip()
    return _known(
        {
            "@type": "Person",
            "name": person.name,
            "familyName": family if person.given else "",
            "givenName": person.given,
            "honorificSuffix": person.suffix,
        }
    )


def _container(work: Work) -> dict[str, Any]:
    """The venue: an issue in a volume of a journal, the proceedings, the book, or the site."""
    name = work.container or work.event
    if not name:
        return {}
    match work.form:
        case "article-journal" | "periodical":
            part: dict[str, Any] = _known({"@type": "Periodical", "name": name, "issn": work.issn})
            if work.volume:
                part = {"@type": "PublicationVolume", "volumeNumber": work.volume, "isPartOf": part}
            if work.issue:
                part = {"@type": "PublicationIssue", "issueNumber": work.issue, "isPartOf": part}
            return part
        case "chapter" | "paper-conference" | "entry-encyclopedia":
            event = work.event if work.event != name else ""
            return _known({"@type": "Book", "name": name, "alternateName": event, "isbn": work.isbn})
        case _:
            return {"@type": "WebSite", "name": name}


def _identifiers(work: Work) -> list[dict[str, str]]:
    values = (("DOI", work.doi), ("arXiv", work.arxiv))
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in values if value]


def _one_or_all(texts: tuple[str, ...]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else list(texts)


def _known(thing: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if value or value == 0}
