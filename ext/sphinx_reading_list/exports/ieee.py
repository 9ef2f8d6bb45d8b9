"""References as the *IEEE Reference Guide* has them, without a number in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._reference_marks import Reference, ended, finished, italic, link
from ._reference_names import given_first, names_of
from ._reference_style import ReferenceStyle
from ._reference_work import ON_THE_WEB, Work, ordinal, short_month

if TYPE_CHECKING:
    from ..core.dates import PartialDate

_MOST = 6
_WHOLE = frozenset(("book", "pamphlet", "software", "dataset", "motion_picture"))


def ieee(work: Work) -> Reference:
    """A work's entry in a list of references."""
    parts = [part for part in (_date_and_place(work)) if part]
    address = _address(work)
    head = _title(work, last=not parts)
    body = ", ".join(parts)
    said = " ".join(filter(None, (head, ended(body))))
    if work["DOI"]:
        said = f"{head} {body}, doi: {work['DOI']}." if body else f"{head} doi: {work['DOI']}."
    who = _who(work)
    return finished(" ".join(filter(None, (f"{who}," if who else "", said, address))))


def _who(work: Work) -> str:
    names, elided = names_of(work.people, given_first)
    role = (", Eds." if len(names) > 1 or elided else ", Ed.") if work.by_editors and names else ""
    if len(names) > _MOST or (elided and names):
        shown = names[:1] if len(names) > _MOST else names
        return f"{', '.join(shown)} {italic('et al.')}{role}"
    if len(names) > 2:
        return f"{', '.join(names[:-1])}, and {names[-1]}{role}"
    return " and ".join(names) + role


def _title(work: Work, *, last: bool) -> str:
    retracted = " [Retracted]" if work.is_retracted else ""
    edition = work["edition"]
    if work.kind in _WHOLE:
        named = f"{italic(work.title)}{retracted}"
        closing = "." if last or work.kind in ("book", "pamphlet") else ","
        return ended(", ".join(filter(None, (named, _edition(edition)))), closing)
    # The mark stands within the quotation marks, and gives way to the title's own.
    closing = "." if last or work.kind in ON_THE_WEB else ","
    inner = work.title.replace("“", "‘").replace("”", "’")
    return f"“{ended(inner + retracted, closing)}”"


def _edition(edition: str) -> str:
    return f"{ordinal(edition)} ed." if edition.isdigit() else edition


def _date_and_place(work: Work) -> list[str]:
    container, date = work["container-title"], _date(work)
    if work.kind == "article":
        return [date, f"{italic('arXiv')}: {work['number']}" if work["number"] else work["publisher"]]
    volume, issue = work["volume"] and f"vol. {work['volume']}", work["issue"] and f"no. {work['issue']}"
    pages = f"{'pp.' if work.several_pages else 'p.'} {work.pages}" if work.pages else ""
    if work.kind in ("article-journal", "periodical"):
        return [italic(container), volume, issue, pages, date]
    publisher = ": ".join(filter(None, (work["publisher-place"], work["publisher"])))
    if work.kind in ("paper-conference", "chapter", "entry-encyclopedia"):
        inside = f"in {italic(container)}" if container else ""
        series = work["collection-title"]
        return [inside, f"ser. {series}" if series else "", volume, _editors(work), publisher, date, pages]
    if work.kind in ("report", "thesis"):
        return [work["genre"] if work.kind == "thesis" else "", work["publisher"], work["publisher-place"],
                " ".join(filter(None, (work["genre"] or "Rep.", work["number"]))) if work.kind == "report" else "", date]  # fmt: skip
    if work.kind == "software" and work["version"]:
        return [f"version {work['version']}", publisher, date]
    return [container if work.kind in ON_THE_WEB else publisher, date]


def _editors(work: Work) -> str:
    names, _ = names_of(work.editors, given_first)
    listed = (
        f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} and {names[-1]}" if len(names) > 1 else "".join(names)
    )
    return f"{listed}, {'Eds.' if len(names) > 1 else 'Ed.'}" if names else ""


def _date(work: Work) -> str:
    return _day(work.date) or work.unnumbered_year


def _day(date: PartialDate | None) -> str:
    """``Feb. 06, 2025``, ``Feb. 2025``, ``2025``."""
    if date is None:
        return ""
    day = f" {date.day:02}," if date.day else ""
    return f"{short_month(date)}{day} {date.year}".strip()


def _address(work: Work) -> str:
    if work["DOI"] or not work.url:
        return ""
    accessed = f"Accessed: {_day(work.accessed)}. " if work.accessed else ""
    return f"{accessed}[Online]. Available: {link(work.url)}"


STYLE = ReferenceStyle("ieee", "IEEE", ieee)
