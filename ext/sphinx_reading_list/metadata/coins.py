"""COinS: a work as an OpenURL ContextObject in a ``<span>``, for reference managers to find on a page of many works.

The span is https://ocoins.info's (class ``Z3988``); the object's keys are those of Z39.88-2004's matrices for journals,
books, dissertations and Dublin Core.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from .zotero_types import zotero_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.names import Author
    from .work import Work

MOST_PEOPLE = 100
"""How many authors a span names: the paper of a thousand has its page, where all are."""
_GENRES = {
    "paper-conference": "proceeding",
    "chapter": "bookitem",
    "entry-encyclopedia": "bookitem",
    "report": "report",
}


def coins_span(work: Work) -> str:
    """The span, escaped; it holds no text, so a reader neither sees nor hears it."""
    return f'<span class="Z3988" title="{escape(context_object(work))}"></span>'


def context_object(work: Work) -> str:
    """The object as a query string in UTF-8."""
    return "&".join(f"{name}={quote_plus(value, safe='/:,()')}" for name, value in _pairs(work) if value)


def _pairs(work: Work) -> Iterator[tuple[str, str]]:
    yield "ctx_ver", "Z39.88-2004"
    if work.doi:
        yield "rft_id", f"info:doi/{work.doi}"
    yield "rft_id", work.url
    yield from _described(work)
    for person in work.people[:MOST_PEOPLE]:
        yield _person(person)
    if work.issued:
        yield "rft.date", work.issued.isoformat()
    if work.first_page:
        yield "rft.pages", "-".join(filter(None, (work.first_page, work.last_page)))
    yield "rft.isbn", work.isbn
    yield "rft.issn", work.issn


def _described(work: Work) -> Iterator[tuple[str, str]]:
    matrix = "info:ofi/fmt:kev:mtx:"
    if work.form in ("article-journal", "periodical"):
        yield "rft_val_fmt", f"{matrix}journal"
        yield "rft.genre", "article"
        yield "rft.atitle", work.title
        yield "rft.jtitle", work.container
        yield "rft.volume", work.volume
        yield "rft.issue", work.issue
    elif work.form in _GENRES or work.form == "book":
        part = bool(work.container) or work.form == "paper-conference"
        yield "rft_val_fmt", f"{matrix}book"
        yield "rft.genre", _GENRES.get(work.form, "book")
        yield ("rft.atitle" if part else "rft.btitle"), work.title
        if part:
            yield "rft.btitle", work.container or work.event
        yield "rft.pub", work.publisher
    elif work.form == "thesis":
        yield "rft_val_fmt", f"{matrix}dissertation"
        yield "rft.title", work.title
        yield "rft.inst", work.publisher
    else:
        # The matrix for everything else; its type may be any word, and Zotero knows its own.
        yield "rft_val_fmt", f"{matrix}dc"
        yield "rft.type", zotero_type(work)
        yield "rft.title", work.title
        yield "rft.source", "" if work.is_preprint else work.container
        yield "rft.publisher", work.publisher


def _person(person: Author) -> tuple[str, str]:
    if person.collective:
        return "rft.aucorp", person.family
    family = f"{person.particle} {person.family}".strip()
    return "rft.au", ", ".join(filter(None, (family, person.given, person.suffix)))
