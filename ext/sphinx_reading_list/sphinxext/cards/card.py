"""What a card shows, as plain values: an entry and where it stands, worked out for the template.

Nothing here knows of Sphinx, HTML or Jinja: every text is plain and is escaped by the template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ...core.identifiers import is_safe_url
from ...core.kinds import BY_NAME
from ...core.words import cleaned, count_of, date_in_words, venue_in_words
from .links import CardLink, link_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...core.entry import Appearance, Entry, Metric
    from ...core.names import Author


class Place(NamedTuple):
    """Something else on the site, a page or a file: what it is called, and its address from this page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class CardAddresses:
    """The addresses that only the site knows, each from the page the card is on; empty where there is none.

    ``permalink`` leads to the card itself (``#entry-KEY``), ``files`` to ``cite/KEY.bib`` and its like in the other
    formats, ``bibliography_url`` to its record, ``edit_url`` to its line in the page's source, ``page_url`` to the
    entry's own page; ``elsewhere`` holds its other appearances, and ``home`` the one that the card is of, where it is
    shown on another page than that.
    """

    permalink: str = ""
    files: tuple[Place, ...] = ()
    bibliography_url: str = ""
    edit_url: str = ""
    page_url: str = ""
    elsewhere: tuple[Place, ...] = ()
    home: Place | None = None


class Badge(NamedTuple):
    """A known number: ``76 citations``, where it can be looked up, and where and when it was read."""

    name: str
    text: str
    icon: str
    url: str
    source: str


@dataclass(frozen=True, slots=True)
class CardView:
    """All that ``reading_list/card.html`` shows. A text that is empty isn't shown.

    ``former`` are ids that the card had under other keys.

    ``authors`` are shown at once, ``authors_rest`` unfold, and ``authors_elided`` says that the list wasn't complete
    to begin with.
    """

    key: str
    anchor: str
    former: tuple[str, ...]
    section: str
    kind: str
    kind_label: str
    kind_icon: str
    title: str
    url: str
    date: str
    date_iso: str
    year: str
    venue: str
    status: str
    highlight: bool
    aka: tuple[str, ...]
    authors: tuple[str, ...]
    authors_rest: tuple[str, ...]
    authors_elided: bool
    links: tuple[CardLink, ...]
    badges: tuple[Badge, ...]
    tags: tuple[str, ...]
    bibtex: str
    addresses: CardAddresses


@dataclass(frozen=True, slots=True)
class HighlightView:
    """An item of the compact list of highlights; ``url`` leads to its card."""

    title: str
    url: str
    kind_label: str
    kind_icon: str
    date: str
    date_iso: str
    who: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """An item of the list of sections: ``count`` is how many entries it holds, ``entries`` says so in words.

    ``introduction`` is what the curator says of it, in short.
    """

    title: str
    url: str
    count: int
    entries: str
    introduction: str = ""


def card_of(
    entry: Entry,
    appearance: Appearance,
    *,
    authors_shown: int,
    bibtex: str,
    addresses: CardAddresses,
) -> CardView:
    """The card of an entry in one of the places where it appears.

    ``authors_shown`` is how many authors are shown at once; a single one that remained is shown as well, since the
    control would take as much room. ``bibtex`` is the text of ``cite/KEY.bib``, as it is.
    """
    kind = BY_NAME.get(entry.kind) or BY_NAME["article"]
    names = [name for author in entry.authors if (name := cleaned(author.name))]
    shown = len(names) if len(names) <= max(authors_shown, 1) + 1 else max(authors_shown, 1)
    url = entry.url if is_safe_url(entry.url) else ""
    return CardView(
        key=entry.key,
        anchor=appearance.anchor,
        former=appearance.former,
        section=appearance.section.name,
        kind=kind.name,
        kind_label=kind.label,
        kind_icon=kind.icon,
        title=cleaned(entry.title) or entry.key,
        url=url,
        date=date_in_words(entry.date) if entry.date else "",
        date_iso=entry.date.isoformat() if entry.date else "",
        year=f"{entry.date.year:04}" if entry.date else "",
        venue=venue_in_words(cleaned(entry.venue), entry.published),
        status=cleaned(entry.status).capitalize(),
        highlight=appearance.curated.highlight,
        aka=_unlike(entry.title, entry.aka),
        authors=tuple(names[:shown]),
        authors_rest=tuple(names[shown:]),
        authors_elided=entry.authors_elided,
        links=link_row(entry),
        badges=tuple(_badge(metric) for metric in entry.metrics if metric.count >= 0),
        tags=tuple(tag for tag in map(cleaned, entry.tags) if tag),
        bibtex=bibtex,
        addresses=addresses,
    )


def highlight_of(entry: Entry, url: str) -> HighlightView:
    """An entry in the list of highlights, with the address of its card."""
    kind = BY_NAME.get(entry.kind) or BY_NAME["article"]
    return HighlightView(
        title=cleaned(entry.title) or entry.key,
        url=url,
        kind_label=kind.label,
        kind_icon=kind.icon,
        date=date_in_words(entry.date) if entry.date else "",
        date_iso=entry.date.isoformat() if entry.date else "",
        who=_who(entry.authors, elided=entry.authors_elided),
    )


def section_of(title: str, url: str, count: int, introduction: str = "") -> SectionView:
    """A section in the list of sections, with its address, how many entries it holds, and what its curator says of it."""
    return SectionView(cleaned(title), url, count, count_of(count, "entry", "entries"), introduction)


def _unlike(title: str, aka: Iterable[str]) -> tuple[str, ...]:
    seen = {cleaned(title).casefold()}
    others = []
    for name in map(cleaned, aka):
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            others.append(name)
    return tuple(others)


def _badge(metric: Metric) -> Badge:
    icon, singular, plural = {
        "citations": ("quote", "citation", "citations"),
        "stars": ("star", "star", "stars"),
    }.get(metric.name, ("graph", metric.name, metric.name))
    when = f"as of {date_in_words(metric.retrieved)}" if metric.retrieved else ""
    source = ", ".join(part for part in (cleaned(metric.source), when) if part)
    url = metric.url if is_safe_url(metric.url) else ""
    return Badge(metric.name, count_of(metric.count, singular, plural), icon, url, source)


def _who(authors: Sequence[Author], *, elided: bool) -> str:
    names = [cleaned(author.name) for author in authors]
    if len(names) == 2 and not elided:
        return f"{names[0]} and {names[1]}"
    if len(names) > 1 or (names and elided):
        return f"{names[0]} et al."
    return names[0] if names else ""
