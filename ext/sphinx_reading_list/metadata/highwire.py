"""Highwire Press tags, which Google Scholar, Zotero, Mendeley and many others read on the page of a work.

Google Scholar's guidelines (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing) name the tags and the
form of their values; what Zotero makes of them is in its translator *Embedded Metadata*
(https://github.com/zotero/translators).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .zotero_types import zotero_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.dates import PartialDate
    from ..core.names import Author
    from .work import Work

_NO_BREAK = "\N{NO-BREAK SPACE}"


def highwire_tags(work: Work) -> list[tuple[str, str]]:
    """The tags of a work, in the order in which they belong on a page: ``("citation_title", "…")``.

    The last title of a container decides what Zotero takes the work for. ``citation_arxiv_id`` is arXiv's own,
    ``DC.source`` and ``z:itemType`` are Zotero's way to be told what the other tags don't say: the site of a web page
    (it would take ``og:site_name`` for it, which is the list), and a type that no tag implies.
    """
    tags = [
        ("citation_title", work.title),
        *_people(work),
        ("citation_publication_date", _date(work.issued)),
        # An earlier day, on which it went to a server of preprints.
        ("citation_online_date", _date(work.submitted)),
        *_container(work),
        ("citation_volume", work.volume),
        ("citation_issue", work.issue),
        ("citation_firstpage", work.first_page),
        ("citation_lastpage", work.last_page),
        ("citation_doi", work.doi),
        ("citation_arxiv_id", work.arxiv),
        ("citation_isbn", work.isbn),
        ("citation_issn", work.issn),
        ("citation_language", work.language),
        ("citation_keywords", "; ".join(work.keywords)),
        ("citation_abstract", work.abstract),
        ("citation_abstract_html_url", work.url),
        ("citation_public_url", work.url),
        ("citation_pdf_url", work.pdf),
        ("DC.source", work.container),
        ("z:itemType", zotero_type(work)),
    ]
    return [(name, value) for name, value in tags if value]


def _people(work: Work) -> Iterator[tuple[str, str]]:
    name = "citation_editor" if work.editors else "citation_author"
    for person in work.people:
        yield name, person_name(person)


def person_name(person: Author) -> str:
    """``Family, Given``; a collective whole.

    Where there are spaces on both sides of the comma, Zotero would take them for two people, so the family name gets
    no-break spaces. A semicolon always separates people there, so none may stay.
    """
    if person.collective or not (person.given or person.suffix):
        return person.name.replace(";", ",")
    family = f"{person.particle} {person.family}".strip()
    given = f"{person.given}, {person.suffix}" if person.suffix else person.given
    if " " in family and " " in given:
        family = family.replace(" ", _NO_BREAK)
    return f"{family}, {given}".replace(";", ",")


def _date(date: PartialDate | None) -> str:
    """``2010/05/12``, or as much of it as is known: Google Scholar's form."""
    return date.isoformat().replace("-", "/") if date else ""


def _container(work: Work) -> Iterator[tuple[str, str]]:
    match work.form:
        case "article-journal" | "periodical":
            yield "citation_journal_title", work.container
            yield "citation_publisher", work.publisher
        case "paper-conference":
            yield "citation_publisher", work.publisher
            yield "citation_conference_title", work.container or work.event
        case "chapter" | "entry-encyclopedia":
            yield "citation_publisher", work.publisher
            yield "citation_inbook_title", work.container
        case "thesis":
            yield "citation_dissertation_institution", work.publisher
        case "report":
            yield "citation_technical_report_institution", work.publisher
            yield "citation_technical_report_number", work.number
        case _:
            yield "citation_publisher", work.publisher
