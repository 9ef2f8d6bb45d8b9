"""References as the *Publication Manual of the American Psychological Association* has them (7th edition, chapter 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._reference_marks import Reference, ended, finished, italic, link, sentences
from ._reference_names import family_first, given_first, names_of
from ._reference_style import ReferenceStyle
from ._reference_work import MONTHS, ON_THE_WEB, STANDALONE, Work, long_date, ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIBED = {"software": "Computer software", "dataset": "Data set", "motion_picture": "Video"}
_DATED_TO_THE_DAY = ON_THE_WEB | {"motion_picture", "speech"}
_MOST, _SHOWN = 20, 19


def apa(work: Work) -> Reference:
    """A work's entry in a list of references."""
    who, title = _who(work), _title(work)
    head = f"{ended(who)} ({_date(work)})." if who else f"{ended(title)} ({_date(work)})."
    return finished(f"{head} {sentences(title if who else '', *_source(work), _address(work))}".rstrip())


def _who(work: Work) -> str:
    names, elided = names_of(work.people, family_first)
    role = (" (Eds.)" if len(names) > 1 or elided else " (Ed.)") if work.by_editors and names else ""
    if elided:
        return f"{', '.join(names[:_SHOWN])}, et al.{role}" if names else ""
    if len(names) > _MOST:
        return f"{', '.join(names[:_SHOWN])}, … {names[-1]}{role}"
    return (", ".join(names[:-1]) + ", & " + names[-1] if len(names) > 1 else "".join(names)) + role


def _date(work: Work) -> str:
    date = work.date
    if date is None:
        return work.unnumbered_year or "n.d."
    if work.kind not in _DATED_TO_THE_DAY or not date.month:
        return str(date.year)
    return f"{date.year}, {MONTHS[date.month - 1]}{f' {date.day}' if date.day else ''}"


def _title(work: Work) -> str:
    title = italic(work.title) if work.kind in STANDALONE else work.title
    details = [
        f"{ordinal(work['edition'])} ed." if work["edition"] else "",
        work["volume"] and f"Vol. {work['volume']}",
    ]
    if work.kind not in ("book", "pamphlet"):
        details = [_number(work)]
    brackets = [_DESCRIBED.get(work.kind, ""), "Retracted" if work.is_retracted else ""]
    if work.kind == "thesis":
        brackets[0] = ", ".join(filter(None, (_thesis(work["genre"]), work["publisher"])))
    said = [
        f"({', '.join(filter(None, details))})" if any(details) else "",
        *(f"[{text}]" for text in brackets if text),
    ]
    return " ".join([title, *filter(None, said)])


def _number(work: Work) -> str:
    if work.kind in ("software", "dataset"):
        return f"Version {work['version']}" if work["version"] else ""
    if work.kind in ("report", "article") and work["number"]:
        return (
            work["number"]
            if work.kind == "article"
            else " ".join(filter(None, (work["genre"], f"No. {work['number']}")))
        )
    return ""


def _thesis(genre: str) -> str:
    return "Doctoral dissertation" if genre in ("PhD thesis", "") else genre


def _source(work: Work) -> Sequence[str]:
    container, publisher = work["container-title"], work["publisher"]
    if work.kind in ("article-journal", "periodical"):
        volume = italic(work["volume"]) + (f"({work['issue']})" if work["issue"] else "")
        return [", ".join(filter(None, (italic(container), volume, work.pages)))] if container else []
    if work.kind in ("paper-conference", "chapter", "entry-encyclopedia") and container:
        pages = f" ({'pp.' if work.several_pages else 'p.'} {work.pages})" if work.pages else ""
        return [f"In {_editors(work)}{italic(container)}{pages}", publisher]
    if work.kind in ON_THE_WEB:
        return [container]
    return [publisher] if work.kind != "thesis" and publisher != _who(work) else []


def _editors(work: Work) -> str:
    names, _ = names_of(work.editors, given_first)
    if not names:
        return ""
    listed = " & ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, & {names[-1]}"
    return f"{listed} ({'Eds.' if len(names) > 1 else 'Ed.'}), "


def _address(work: Work) -> str:
    if work.date is None and work.accessed and work.accessed.month and not work.doi_address and work.url:
        return f"Retrieved {long_date(work.accessed)}, from {link(work.url)}"
    return link(work.address)


STYLE = ReferenceStyle("apa", "APA", apa)
