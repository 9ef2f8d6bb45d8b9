"""Titles as lists have them, made one clean line: what was copied along with them is taken off and told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...core.dates import MONTHS, PartialDate
from ...core.problems import Code
from ...core.sites import kind_of_url
from ..markup.markdown import one_line
from .authors import read_authors
from .plain import has_digit

if TYPE_CHECKING:
    from ...core.names import Author

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_GLUED = re.compile(
    rf"(?P<title>.*?\S)(?P<gap>\s*)(?P<month>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>(?:19|20)\d\d)"
    r"(?:\s*[•·|–—-]\s*(?P<by>[Bb]y )\s*(?P<authors>\S.*))?"
)
_DATED = re.compile(r"(?P<title>\S+(?: \S+){3,}), (?P<year>(?:19|20)\d\d)")
"""A paper's title with its year behind; a shorter one may be a report that is called after its year."""
_WIDE = re.compile(r"\s{3,}")
_SITE_TEXTS = ("Report this article",)


class CleanTitle(NamedTuple):
    """A title, the facts that were glued to it, and what was done: a code and a message each."""

    title: str
    date: PartialDate | None = None
    authors: tuple[Author, ...] = ()
    notes: tuple[tuple[Code, str], ...] = ()


def clean_title(text: str, url: str = "") -> CleanTitle:
    """A title from the text of its markup; ``url`` is where it leads, if anywhere."""
    notes: list[tuple[Code, str]] = []
    text = text.strip()
    for words in _SITE_TEXTS:
        before = text.removesuffix(words)
        # Only where it is set off or glued on: a title may end in these words, too.
        if before != text and (before.endswith("   ") or before[-1:].isalnum()):
            notes.append((Code.SITE_TEXT, f"{words!r} taken off the title"))
            text = before.rstrip()
    if ("  " in text or not text.isprintable()) and (wide := _WIDE.search(text)):
        notes.append((Code.WHITE_SPACE, f"{len(wide.group())} blanks in the title became one"))
    elif notes and text != before:
        notes.append((Code.WHITE_SPACE, f"{len(before) - len(text)} blanks behind the title taken off"))
    text = one_line(text)
    match = _GLUED.fullmatch(text) if has_digit(text) else None
    if match and (match["authors"] or not match["gap"]) and (date := _date(match)):
        authors = read_authors(match["authors"] or "").authors
        glued = text[match.start("month") :]
        notes.append((Code.GLUED_TEXT, f"{glued!r} taken off the title"))
        return CleanTitle(match["title"], date, authors, tuple(notes))
    dated = _DATED.fullmatch(text) if text[-1:].isdigit() and kind_of_url(url) == "paper" else None
    if dated:
        return CleanTitle(dated["title"], PartialDate(int(dated["year"])), notes=tuple(notes))
    return CleanTitle(text, notes=tuple(notes))


def _date(match: re.Match[str]) -> PartialDate | None:
    try:
        return PartialDate(int(match["year"]), MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"]))
    except ValueError:
        return None
