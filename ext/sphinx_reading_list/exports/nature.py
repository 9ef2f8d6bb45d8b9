"""References as the journals of the Nature family have them, without a number in front."""

from __future__ import annotations

from ._reference_marks import Reference, bold, ended, finished, italic, link, sentences
from ._reference_names import family_first, names_of
from ._reference_style import ReferenceStyle
from ._reference_work import STANDALONE, Work

_MOST = 5


def nature(work: Work) -> Reference:
    """A work's entry in a list of references."""
    title = italic(work.title) if work.kind in ("book", "pamphlet", "report") else work.title
    if work.is_retracted:
        title += " [Retracted]"
    return finished(sentences(_who(work), title, _source(work)))


def _who(work: Work) -> str:
    names, elided = names_of(work.people, family_first)
    role = (" (eds.)" if len(names) > 1 or elided else " (ed.)") if work.by_editors and names else ""
    if len(names) > _MOST or (elided and names):
        shown = names[:1] if len(names) > _MOST else names
        return f"{', '.join(shown)} {italic('et al.')}{role}"
    return (f"{', '.join(names[:-1])} & {names[-1]}" if len(names) > 1 else "".join(names)) + role


def _source(work: Work) -> str:
    year = str(work.date.year) if work.date else work.unnumbered_year
    if work.kind == "article":
        return " ".join(filter(None, ("Preprint at", link(work.address) or work["publisher"], year and f"({year})")))
    container = italic(work["container-title"])
    if work.kind in ("article-journal", "periodical"):
        numbers = ", ".join(filter(None, (bold(work["volume"]), work.pages)))
        said = " ".join(filter(None, (container, numbers, year and f"({year})")))
    elif work.kind in ("paper-conference", "chapter", "entry-encyclopedia") and container:
        volume = f"vol. {work['volume']}" if work["volume"] else ""
        place = ", ".join(filter(None, (f"in {container}{_editors(work)}", volume)))
        said = " ".join(filter(None, (place, work.pages, _published(work, year))))
    elif work.kind in STANDALONE and work.kind not in ("book", "pamphlet", "report", "thesis", "manuscript"):
        where = work["container-title"] or work["publisher"]
        return " ".join(filter(None, (where, link(work.address), year and f"({year})")))
    else:
        said = _published(work, year)
    # The journals print no DOI behind volume and page; who copies a reference wants to get there.
    return sentences(said, link(work.address)) if work.address else ended(said)


def _editors(work: Work) -> str:
    names, elided = names_of(work.editors, family_first)
    if not names:
        return ""
    listed = f"{', '.join(names[:-1])} & {names[-1]}" if len(names) > 1 else names[0]
    return f" ({'eds.' if len(names) > 1 or elided else 'ed.'} {listed})"


def _published(work: Work, year: str) -> str:
    said = ", ".join(filter(None, (work["publisher"], work["publisher-place"], year)))
    return f"({said})" if said else ""


STYLE = ReferenceStyle("nature", "Nature", nature)
