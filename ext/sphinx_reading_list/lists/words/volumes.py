"""Where in a journal or in proceedings a work is, as citations print it: ``Nature 521.7553 (2015): 436-444``."""

from __future__ import annotations

import re

from ..markup.markdown import one_line
from .plain import has_digit
from .venues import Venue, is_venue_name, known_venue

_PAGES = r"(?P<pages>\d+\s*[-–]\s*\d+)"
_PAGE = r"(?P<pages>\d+(?:\s*[-–]\s*\d+)?)"
_PAGED = re.compile(
    r"(?P<name>[A-Z][^\d()]{1,80}?),\s*(?P<year>(?:19|20)\d\d)[,:]?\s*(?:\d{1,4}\s*(?:\(\d+(?:[-–]\d+)?\))?\s*[:,]\s*)?"
    + _PAGES
)
"""``Statistics and Computing, 2004, 14(3): 199-222``."""
_YEAR_LAST = re.compile(rf"(?P<name>[A-Z][^\d()]{{1,80}}?)\s+\d{{1,4}},\s*{_PAGE}\s*\((?P<year>(?:19|20)\d\d)\)")
"""``Neural Comput. 9, 1735–1780 (1997)``, ``Nature Communications 14, 517 (2023)``."""
_VOLUME = re.compile(
    r"(?P<name>[A-Z][^\d()]{1,80}?)\s*(?:\(\d+\)\s*)?\d{1,5}(?:\.\d+(?:-\d+)?)?\s*(?:\(\d+(?:[-–]\d+)?\)\s*)?"
    r"\((?P<year>(?:19|20)\d\d)\)(?P<pages>\s*:\s*[\w.]+(?:\s*[-–]\s*[\w.]+)?)?"
)
_YEAR_END = re.compile(
    rf"(?P<name>[A-Z][^\d()]{{1,80}}?),?\s+\d{{1,4}}\s*\(\d{{1,3}}\)(?:\s*[:,]\s*{_PAGES})?,\s*(?P<year>(?:19|20)\d\d)"
)
"""``JACM 32(2), 1985``."""
_YEAR_FIRST = re.compile(
    r"(?P<name>[A-Z][^\d();]{1,80}?)[.,]?\s+(?P<year>(?:19|20)\d\d)(?:\s+[A-Z][a-z]{2,8}\.?(?:\s+\d{1,2})?)?\s*"
    r"(?P<pages>;\s*\d{1,4}(?:\s*\([^()]{1,12}\))?(?:\s*:\s*\w+(?:\s*[-–—]\s*\w+)?)?|,\s*\d{1,4}(?:\s*\(\d{1,4}\))?,\s*\w*\d\w*(?:\s*[-–—]\s*\w+)?)"
)
"""``Chem Sci. 2018;9(2):513-530``, as in medicine, and ``Nat. Commun. 2017, 8, 13890``, as in chemistry."""
_IN_PAGES = re.compile(
    r"in:?\s+(?P<name>[^()]{2,160}?)\s*\((?:(?:Vol|vol)\.[^()]*|pp?\.[^()]*)\)[.,]?(?:\s*[A-Z][\w &]{1,40}\.?)?",
    re.IGNORECASE,
)
"""``In *Proceedings of Looms* (pp. 1–12). Mill Press``."""


_NUMBERS = re.compile(r"[.,;]?\s(?:doi|PMC?ID)\b:.*", re.IGNORECASE)
"""The numbers of a work behind the pages that it is on."""


def read_volume(text: str) -> Venue | None:
    """The journal of a text that says where in it a work is, with its year."""
    if not has_digit(text):
        return None
    clean = _NUMBERS.sub("", one_line(text)).strip(" ,;.")
    match = _VOLUME.fullmatch(clean) if "(" in clean else None
    match = (
        match
        or _YEAR_END.fullmatch(clean)
        or _PAGED.fullmatch(clean)
        or _YEAR_LAST.fullmatch(clean)
        or _YEAR_FIRST.fullmatch(clean)
    )
    name = _name(match) if match else ""
    if not match or not (is_venue_name(name, strict=False) or (match["pages"] and len(name.split()) < 9)):
        return None
    return Venue(name, int(match["year"]))


def _name(match: re.Match[str]) -> str:
    """A name without the stop behind it, but where that is one of several abbreviations: ``Nat. Commun.``."""
    name = match["name"].strip(" ,.")
    return f"{name}." if "." in name and f"{name}." in match.string else name


def read_pages(text: str, year: int) -> Venue | None:
    """The proceedings of a text that says on which pages of them a work is; its year stands elsewhere."""
    match = _IN_PAGES.fullmatch(one_line(text).strip(" ,;."))
    name = _name(match) if match else ""
    return Venue(name, year) if known_venue(name) or is_venue_name(name) else None
