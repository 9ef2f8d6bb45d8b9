"""Entries that a page writes whole, without a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dates import PartialDate
from ..core.entry import Entry
from ..core.identifiers import Identifier, arxiv_month, identify, is_safe_url
from ..core.sites import kind_of_url

if TYPE_CHECKING:
    from ..core.entry import PageEntry

_OF_PAPERS = ("arxiv", "doi", "acl", "openreview")


def address_of_page(page: PageEntry) -> str:
    """Where the title of a page's entry leads: its own address, else the first of its links that is a paper's."""
    if page.url:
        return page.url if is_safe_url(page.url) else ""
    for link in page.links:
        if (named := identify(link.url)) and named.scheme in _OF_PAPERS:
            return link.url
    return ""


def date_of_page(page: PageEntry, named: Identifier | None) -> PartialDate | None:
    """The date that a page gives its entry, else the month of its arXiv id."""
    if page.date or not named or named.scheme != "arxiv":
        return page.date
    return PartialDate(*arxiv_month(named.value))


def entry_of_page(key: str, page: PageEntry) -> Entry:
    """An entry as its page writes it; where it has neither title nor address, its key stands for the title."""
    url = address_of_page(page)
    named = identify(url) if url else None
    return Entry(
        key=key,
        kind=page.kind or kind_of_url(url),
        title=page.title or url or key,
        url=url,
        authors=page.authors,
        authors_elided=page.authors_elided,
        date=date_of_page(page, named),
        published=None if named and named.scheme == "arxiv" else page.date,
        identifiers=(named,) if named else (),
    )
