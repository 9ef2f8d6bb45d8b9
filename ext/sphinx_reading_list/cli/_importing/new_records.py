"""A record of the .bib file from what a list says of a work: its facts as printed, nothing invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...bib.capitals import protect_capitals
from ...bib.latex import to_latex
from ...core.dates import MONTHS
from ...core.identifiers import arxiv_month
from ...core.record import Record
from ...lists.options import write_names

if TYPE_CHECKING:
    from ...core.names import Author
    from ...lists.document import ListItem


def record_of_item(item: ListItem, key: str) -> Record:
    """The record of a work; where authors are left out it ends in ``and others``, and keeps the printed line."""
    entry = item.entry
    fields = {"author": write_names(map(_in_latex, entry.authors), entry.authors_elided)} if entry.authors else {}
    fields["title"] = protect_capitals(to_latex(entry.title))
    if item.venue:
        name, _, year = item.venue.rpartition(" ")
        fields |= {"booktitle": to_latex(name), "year": year}
    elif item.arxiv:
        # A preprint is published when it is submitted.
        first_year, month = arxiv_month(item.arxiv)
        fields |= {"year": str(first_year), "month": MONTHS[month - 1]}
    elif entry.date:
        fields["year"] = str(entry.date.year)
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
    return Record(key, "inproceedings" if item.venue else "misc", fields)


def _in_latex(author: Author) -> Author:
    return replace(author, family=to_latex(author.family), given=to_latex(author.given))
