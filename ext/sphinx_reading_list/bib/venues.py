"""Where a record was published, in a few words: ``ICLR 2025``, ``TMLR``; nothing for a preprint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .latex import to_unicode

if TYPE_CHECKING:
    from ..core.record import Record

_PREPRINT = re.compile(r"\s*(?:arxiv\b.*|corr|abs/\d.*|ar\s?xiv.*|e-?prints?)\s*", re.IGNORECASE | re.DOTALL)
_SHORT = 20
_JOURNAL = ("shortjournal", "journaltitle", "journal")
_BY_TYPE = {
    "article": _JOURNAL,
    "suppperiodical": _JOURNAL,
    "inproceedings": ("booktitle",),
    "conference": ("booktitle",),
    "incollection": ("booktitle", "publisher"),
    "inbook": ("booktitle", "publisher"),
    "book": ("publisher",),
    "collection": ("publisher",),
    "proceedings": ("publisher",),
    "techreport": ("institution", "publisher"),
    "report": ("institution", "publisher"),
    "manual": ("organization", "publisher"),
    "phdthesis": ("school", "institution"),
    "mastersthesis": ("school", "institution"),
    "thesis": ("institution", "school"),
}


def venue_of(record: Record) -> str:
    """The short name of the place of publication; empty for a preprint and for what was published nowhere.

    ``eventtitle`` is taken where it is there, then a ``series`` short enough to be an acronym (``EuroSys '25``), then
    what fits the record's type.
    """
    if event := record.get("eventtitle"):
        return to_unicode(event)
    names = _BY_TYPE.get(record.type, _JOURNAL)
    if names == ("booktitle",) and 0 < len(series := record.get("series")) <= _SHORT and not series.isdigit():
        return to_unicode(series)
    found = to_unicode(record.get(*names))
    return "" if _PREPRINT.fullmatch(found) else found
