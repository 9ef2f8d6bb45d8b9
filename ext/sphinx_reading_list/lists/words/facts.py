"""Facts of a work as lists print them between commas: authors, venue, date, arXiv id, DOI, an honour."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...core.dates import PartialDate
from ...core.identifiers import arxiv_id, doi
from ..markup.markdown import one_line
from ..markup.word_runs import word_runs
from .byline import behind_by
from .dates import read_date
from .markers import take_markers
from .names_line import are_names, are_surnames, are_two_surnames, is_name, may_be_names
from .plain import balanced, has_digit, says_something, unbracketed
from .venues import TELLING, known_venue, names_honour, read_venue, without_honour

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTHORS, VENUE, DATE, ARXIV, DOI, HONOUR = "authors", "venue", "date", "arxiv", "doi", "honour"
_PREPRINT = re.compile(
    r"(?:in )?(?:arxiv|corr|biorxiv|medrxiv|preprint|arxiv\.org)(?: preprint| e-prints?)?(?:,? (?:abs/|arxiv:|\s)*)?",
    re.IGNORECASE,
)
_ARXIV = re.compile(
    r"(?:arxiv)?[\s:.,]*(?:preprint)?[\s:.,]*(?:arxiv)?[\s:.,]*(?:abs/)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\s*\[[\w.-]+\])?",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:doi)?\s*:?\s*10\.\d{4,9}/\S+", re.IGNORECASE)
_HONOUR = re.compile(
    r"(?:\w+[- ])?(?:oral|spotlight|poster|highlight|best (?:student )?(?:paper|demo|poster)(?: (?:award|finalist|candidate|runner[- ]up))?"
    r"|outstanding paper(?: award)?|award|notable(?: top[- ]\d+%?)?|long paper|short paper|findings|test of time award)"
    r"(?: (?:presentation|paper|award))?",
    re.IGNORECASE,
)
_TELLING = TELLING.union(re.findall("[a-z]{3,}", _PREPRINT.pattern + _HONOUR.pattern))
"""One of these words is in every fact without a number, but for names."""
_BEHIND_NAMES = re.compile(r"(?:(?<=\bet al)|(?<=\s[A-Z]))\.\s+(?=[A-Z]\w+\b[^.])")
"""The stop behind the last of people whose initials are behind their names."""
_MADE_BY = re.compile(r"(?P<fact>\D{2,40}\d{4}),? (?:by|from) (?P<names>\D+)")
_SENTENCES = re.compile(r"[^\W\d_]{5,}[.?!] ")
_STRIPPED = " \t\n,;:.·•|-–—<>/*_\"“”'’"
_FIRST_NAMES = re.compile(r"[^\W\d_a-z]\w*(?:(?:,| and| &) [^\W\d_a-z]\w*){0,3}")
_YEAR_MONTH = re.compile(r"([0-4]\d)\.?(0[1-9]|1[0-2])")
_BRACKET_BEHIND = re.compile(r"(?P<names>.*\w\.?)\s*[(\[](?P<inside>[^()\[\]]{2,60})[)\]]")
_SCHOOL = re.compile(
    r"\b(?:Universit\w+|Univ\.|College|Institut\w*|School|Academy|Polytechnic|UC|UCLA|MIT|CMU|ETH|EPFL)\b"
)
_COMMA = re.compile(r"[,;，；]")
_DATED = re.compile(r"(?P<names>\D+[^\W\d])\s*[ ,(]\s*(?P<year>(?:19|20)\d\d)")
_ELIDED = re.compile(r"\bet\.? al\b|\.\.\.|…")
_ONE_NAMED = re.compile(r"\bal\b|others|\.\.|\b[a-z]\.")
"""What makes one name enough: people are left out, or it has initials."""
_CAPITAL = re.compile(r"[A-Z](?<!\w.)")
LONGEST = 6000
"""How many characters facts have at most."""
_MOST = 8
"""How many parts at the end of a line of commas are looked at."""


class Fact(NamedTuple):
    """What a text says of a work. ``text`` is as printed, ``date`` what it tells of time (a venue's year)."""

    kind: str
    text: str
    date: PartialDate | None = None


def facts_of(text: str, *, sure: bool = False) -> tuple[Fact, ...]:
    """The facts that a text is, as a whole; none where any of it is something else.

    Where it is ``sure`` that people stand there, one name is enough.
    """
    clean = _clean(text)
    if not 0 < len(clean) <= LONGEST:
        return ()
    # What is told where nothing is sure is told there, too; a title's line is asked about both ways.
    return _facts(clean, False) or (_facts(clean, True) if sure else ())


@lru_cache(1024)  # one text is asked about several times, one after the other, with this or that around it
def _facts(clean: str, sure: bool) -> tuple[Fact, ...]:
    if (names := behind_by(clean)) is not None:
        return _made_by(names)
    tells = _may_tell(clean)
    if not (sure or tells or _may_name(clean)):
        return ()
    if tells and (told := _told(clean, sure=sure)) is not None:
        return told
    if " @ " in clean:
        return ()
    if _COMMA.search(clean):
        return _by_commas(clean, sure=sure)
    if not may_be_names(clean):
        return ()
    return (Fact(AUTHORS, clean),) if are_names(clean, sure=sure) and not _all_caps(clean) else ()


def _made_by(names: str) -> tuple[Fact, ...]:
    """The facts of what stands behind *by*."""
    behind_names = next(iter(_BEHIND_NAMES.finditer(names)), None)
    if behind_names and (told := facts_of(names[behind_names.end() :])) and told[0].kind != AUTHORS:
        people = facts_of("by " + names[: behind_names.start()])
        return (*people, *told) if people else ()
    dated = _BRACKET_BEHIND.fullmatch(names)
    if dated and (fact := single_fact(dated["inside"])):
        return (Fact(AUTHORS, dated["names"]), *fact) if are_names(dated["names"], sure=True) else ()
    parts = _between_commas(names)
    facts, end = trailing_facts(parts)
    if facts and 0 < end < len(parts):
        people = facts_of("by " + ", ".join(parts[:end]))
        return (*people, *facts) if people else ()
    return (Fact(AUTHORS, names),) if are_names(names, sure=True) or _FIRST_NAMES.fullmatch(names) else ()


def _told(clean: str, *, sure: bool) -> tuple[Fact, ...] | None:
    """What a text says that has a fact other than names in it, if not between commas; ``None`` where it hasn't."""
    if fact := single_fact(clean):
        return fact
    made = _MADE_BY.fullmatch(clean) if has_digit(clean) else None
    if made and (fact := single_fact(made["fact"])):
        return (*fact, Fact(AUTHORS, made["names"])) if are_names(made["names"], sure=True) else ()
    if " @ " in clean:
        names, _, place = clean.partition(" @ ")
        fact = single_fact(place)
        return (Fact(AUTHORS, names), *fact) if fact and are_names(names, sure=True) else ()
    if " / " in clean and all(sides := [single_fact(side) for side in clean.split(" / ")]):
        return tuple(fact for side in sides for fact in side)
    behind = _BRACKET_BEHIND.fullmatch(clean) if clean[-1] in ")]" else None
    if behind and (fact := single_fact(behind["inside"])):
        before = facts_of(behind["names"], sure=sure)
        if not before and sure and fact[0].kind == DATE and are_surnames(behind["names"]):
            before = (Fact(AUTHORS, behind["names"]),)
        return (*before, *fact) if before else ()
    dated = _DATED.fullmatch(clean) if clean[-1].isdigit() else None
    if dated and not single_fact(clean.rpartition(",")[2]) and are_names(dated["names"], sure=True):
        return (Fact(AUTHORS, dated["names"]), Fact(DATE, dated["year"], PartialDate(int(dated["year"]))))
    return None


@lru_cache(1024)  # as above
def _clean(text: str) -> str:
    words = one_line(take_markers(text)[0])
    if not says_something(words):
        return ""
    clean = unbracketed(balanced(words.lstrip(_STRIPPED).rstrip(_STRIPPED))).strip(_STRIPPED)
    # The stop behind an initial is a part of the name.
    at_end = words.rstrip(" ,;:")
    return (
        f"{clean}." if clean[-1:].isupper() and not clean[-2:-1].isalnum() and at_end.endswith(f"{clean}.") else clean
    )


@lru_cache(4096)
def single_fact(text: str) -> tuple[Fact, ...]:
    """The fact that a text is, but for names; a venue with an honour behind it is two."""
    text = text.strip(_STRIPPED)
    if len(text) > 160 or not text or not _may_tell(text) or _SENTENCES.search(text):
        return ()
    if not has_digit(text):
        return _without_number(text)
    if date := read_date(text):
        return (Fact(DATE, text, date),)
    if match := _ARXIV.fullmatch(text):
        found = arxiv_id(match[1])
        return (Fact(ARXIV, found),) if found else ()
    if _DOI.fullmatch(text):
        return (Fact(DOI, doi(text)),)
    if text[:5].casefold() == "arxiv" and (date := read_date(text[5:]) or _short_date(text[5:])):
        return (Fact(VENUE, "", date),)
    venue = _venue(text)
    if venue:
        return (venue,)
    name, honour = without_honour(text)
    if honour and (venue := _venue(name)) and len(honour) < 60:
        return (venue, Fact(HONOUR, honour))
    return ()


@lru_cache(16)  # the words around a comma are asked about as one text, and again part by part
def _may_tell(text: str) -> bool:
    """Whether a number or a word of a text may make it, or a part of it, a fact other than names.

    Most texts are asked about in vain, so this comes first.
    """
    if has_digit(text):
        return True
    return not _TELLING.isdisjoint(word_runs(text)) or names_honour(text)


def _may_name(text: str) -> bool:
    """Whether there are capitals enough in a text for the names of people, or something that makes one enough.

    The words about a work have one, at their beginning.
    """
    first = _CAPITAL.search(text)
    if not text.isascii() or (first and _CAPITAL.search(text, first.end())):
        return True
    lower = text.lower()
    return ("." in text or "al" in lower or "others" in lower) and _ONE_NAMED.search(lower) is not None


def _without_number(text: str) -> tuple[Fact, ...]:
    """The fact that a text without digits is."""
    if _PREPRINT.fullmatch(text):
        return (Fact(VENUE, ""),)
    if _HONOUR.fullmatch(text):
        return (Fact(HONOUR, text),)
    if known := known_venue(text):
        return (Fact(VENUE, known),)
    name, honour = without_honour(text)
    known = known_venue(name) if honour and len(honour) < 60 else ""
    return (Fact(VENUE, known), Fact(HONOUR, honour)) if known else ()


def _short_date(text: str) -> PartialDate | None:
    """A date like ``16.05``, as arXiv's ids begin."""
    match = _YEAR_MONTH.fullmatch(text.strip(" ,.:"))
    return PartialDate(2000 + int(match[1]), int(match[2])) if match else None


def _venue(text: str) -> Fact | None:
    if venue := read_venue(text):
        return Fact(VENUE, venue.name, PartialDate(venue.year))
    return Fact(VENUE, known) if (known := known_venue(text)) else None


def _between_commas(text: str) -> list[str]:
    return [part for between in _COMMA.split(text) if (part := between.strip())]


def _by_commas(text: str, *, sure: bool) -> tuple[Fact, ...]:
    """Facts with commas between: names first or last, venue and date behind or before them."""
    parts = _between_commas(text)
    tells = _may_tell(text)
    behind, end = trailing_facts(parts) if tells else ([], len(parts))
    if not end:
        return tuple(behind)
    start = 0
    before: list[Fact] = []
    while tells and start < end and (fact := single_fact(parts[start])):
        before += fact
        start += 1
    if any(part.count(" ") > 8 for part in parts[start:end]):
        return ()
    names = ", ".join(parts[start:end])
    known = sure or bool(before or behind)
    if (
        start < end
        and are_names(names, sure=known)
        and (sure or not known or is_name(parts[start]) or end - start > 1 or _ELIDED.search(names))
    ):
        return (*before, Fact(AUTHORS, names), *behind)
    return ()


def cited_facts(text: str) -> tuple[Fact, ...]:
    """The facts of a citation behind a title: ``Lovelace and Hopper, ECCV 2020``, ``Ada Lovelace (London College)``."""
    clean = _clean(text)
    placed = _BRACKET_BEHIND.fullmatch(clean) if clean[-1:] in (")", "]") else None
    if (
        placed
        and is_name(placed["names"])
        and not placed["names"].endswith("License")
        and _SCHOOL.search(placed["inside"])
    ):
        return (Fact(AUTHORS, clean if clean.endswith(")") else f"{clean})"),)
    parts = [part for name in one_line(text).strip(_STRIPPED).split(",") if (part := name.strip())]
    if len(parts) < 2 or not are_two_surnames(parts[0]):
        return ()
    behind, end = trailing_facts(parts)
    return (Fact(AUTHORS, parts[0]), *behind) if end == 1 and behind else ()


def trailing_facts(parts: Sequence[str]) -> tuple[list[Fact], int]:
    """The facts at the end of the parts of a text, but for names, and how many parts stand before them."""
    end = len(parts)
    found: list[Fact] = []
    while end and len(parts) - end < _MOST:
        for start in range(max(0, end - 3), end):
            if fact := single_fact(", ".join(parts[start:end])):
                found = [*fact, *found]
                end = start
                break
        else:
            break
    return found, end


def _all_caps(text: str) -> bool:
    return text.isupper() and len(text) > 3
