"""A record of the .bib file from what a list says of a work: its facts as printed, nothing invented."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...bib.capitals import protect_capitals
from ...bib.latex import to_latex
from ...core.dates import MONTHS, PartialDate
from ...core.identifiers import arxiv_month
from ...core.record import Record
from ...lists.pages.options import join_names, write_name
from .publications import NOT_PUBLISHED, publication_of, stated_publication

if TYPE_CHECKING:
    from ...core.names import Author
    from ...lists.document import ListItem


def record_of_item(item: ListItem, key: str) -> Record:
    """The record of a work; where authors are left out it ends in ``and others``, and keeps the printed line."""
    entry = item.entry
    fields = {"author": join_names([*map(_name, entry.authors)], entry.authors_elided)} if entry.authors else {}
    fields["title"] = protect_capitals(to_latex(entry.title))
    read = stated_publication if item.is_dated else publication_of
    published = read(item.venue) if item.venue else NOT_PUBLISHED
    fields |= {name: to_latex(value) for name, value in published.fields}
    if "booktitle" in fields:
        # What a card shows: the meeting, with its year.
        fields["eventtitle"] = to_latex(item.venue)
    fields |= _stated_dates(item) if item.is_dated else _dates(item, fields.get("year", ""))
    if item.status:
        fields["pubstate"] = item.status
    if item.arxiv:
        fields |= {"eprint": item.arxiv, "eprinttype": "arxiv"}
    if item.doi:
        fields["doi"] = item.doi
    if not item.arxiv and not item.doi and entry.url:
        fields["url"] = entry.url
    if not entry.authors:
        # BibTeX's own styles sort a work without authors by this.
        fields["key"] = to_latex(entry.title)
    if entry.authors_elided:
        fields["annotation"] = to_latex(item.authors_line)
    return Record(key, published.type, fields)


def _dates(item: ListItem, year: str) -> dict[str, str]:
    """When it was published (a preprint when it is submitted), and when first submitted, if nothing else says so."""
    date, submitted = item.entry.date, PartialDate(*arxiv_month(item.arxiv)) if item.arxiv else None
    if year:
        said = {"year": year}
        if date and str(date.year) != year and not (submitted and str(submitted).startswith(str(date))):
            said["origdate"] = str(date)
        elif date and date.month and str(date.year) == year:
            said = _published(date)
        return said
    if date and (submitted is None or not str(submitted).startswith(str(date))):
        early = submitted is not None and date < PartialDate(submitted.year)
        return _published(date) | ({"origdate": str(date)} if early else {})
    return _published(submitted) if submitted else {}


def _stated_dates(item: ListItem) -> dict[str, str]:
    """The dates of a list that says them outright."""
    said = _published(item.published) if item.published else {}
    return said | ({"origdate": str(item.entry.date)} if item.entry.date else {})


def _published(date: PartialDate) -> dict[str, str]:
    if date.day:
        return {"date": str(date)}
    return {"year": str(date.year)} | ({"month": MONTHS[date.month - 1]} if date.month else {})


@lru_cache(8192)  # most people of a list stand in it several times
def _name(author: Author) -> str:
    family, given = to_latex(author.family), to_latex(author.given)
    is_latex = (family, given) == (author.family, author.given)
    return write_name(author if is_latex else author._replace(family=family, given=given))
