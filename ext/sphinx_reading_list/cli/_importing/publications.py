"""Where a work appeared, as a list says it in a few words, and the BibTeX type that goes with it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_YEAR = re.compile(r"(?P<name>.*?)[\s,'’]*(?P<year>(?:19|20)\d\d)?\s*")


class Publication(NamedTuple):
    """A record's type, and the fields that say where and when it was published."""

    type: str
    fields: tuple[tuple[str, str], ...] = ()


NOT_PUBLISHED = Publication("misc")

_TYPES = (
    ("phdthesis", "school", r"\b(?:ph\.?\s?d|doctoral|dissertation)\b"),
    ("mastersthesis", "school", r"\bmaster'?s?(?: thesis)?\b"),
    ("misc", "howpublished", r"\b(?:arxiv|corr|biorxiv|medrxiv|ssrn|preprints?|under review|in submission|openreview)\b"),
    ("inproceedings", "booktitle", r"\b(?:workshops?|conference|proceedings|proc\.?|symposium|findings|ws)\b"),
    ("techreport", "institution", r"\b(?:tech(?:nical)?\.? report|white ?paper|tech\.? rep\.?)\b"),
    ("book", "publisher", r"\b(?:book|press|publishers?|verlag)\b"),
    ("article", "journal", r"\b(?:journal|j\.|transactions|trans\.?|letters|lett\.?|review|magazine|annals|nature|science"
     r"|cell|pnas|frontiers|access|tmlr|jmlr|jair|tacl|tpami|pami|ijcv|tip|tog|tkde|tnnls|tmm|tcsvt|tvcg|tro|t-ro|ra-?l|ijrr"
     r"|neurocomputing|neural networks|pattern recognition|artificial intelligence|plos|acm computing surveys|csur"
     r"|communications of the acm|cacm|bioinformatics|medical image analysis|lancet|jama|bmj|nejm|n engl j med"
     r"|tweb|tois|tist|tkdd|user[- ]adap\w*|commun|sci|chem|phys|biol|med|res|appl|rev|nat|clin|surg|psychol|neurosci|genet|biochem"
     r"|mater|surv)\b"),
)  # fmt: skip


@lru_cache(1024)  # a list has many works of the same few venues
def publication_of(venue: str) -> Publication:
    """What a venue and its year say: ``ICCV 2023`` a conference, ``TMLR 2024`` a journal, ``PhD thesis 2020`` a thesis.

    Where no word tells, it is a conference, as nearly all short names are.
    """
    match = _YEAR.fullmatch(venue.strip())
    name, year = (match["name"], match["year"] or "") if match else (venue.strip(), "")
    for kind, field, pattern in _TYPES:
        if re.search(pattern, name, re.IGNORECASE):
            return Publication(kind, _fields(field, name, year))
    return Publication("inproceedings", _fields("booktitle", name, year))


def stated_publication(venue: str) -> Publication:
    """What a venue says that is a name to the letter, as its work's date is said apart from it."""
    found = publication_of(venue)
    # A booktitle is without the year; what is shown is the name of the event.
    names = {key: value for key, value in found.fields if key != "year"}
    kept = names if "booktitle" in names else dict.fromkeys(names or ("booktitle",), venue)
    return Publication(found.type, tuple(kept.items()))


def _fields(field: str, name: str, year: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in ((field, name), ("year", year)) if value)
