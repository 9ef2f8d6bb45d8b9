"""``{rl:recent}``: the entries that came into the list last."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from docutils.parsers.rst import directives

from ...core.dates import PartialDate
from ...core.words import date_in_words
from ..cards.card import highlight_of
from ..plain_nodes import bullets
from ._picture import limit_option
from ._view import View, ViewOption

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ...core.entry import Appearance, Entry, Section
    from ._view import ViewPlace, Wanted

LIMIT = 10
SECTIONS = 6
_UNDATED = PartialDate(1)


class Recent(NamedTuple):
    """The newest entries, each with its first card and its ``added``.

    ``rest`` counts what came on the last one's day and isn't among them, by section, the fullest first: a list that was
    imported came in whole, on one day.
    """

    title: str
    items: tuple[tuple[Entry, Appearance, PartialDate], ...]
    rest: tuple[tuple[Section, int], ...]


def newest(catalogue: Catalogue, page: str, wanted: Wanted) -> Recent:  # noqa: ARG001
    """The entries that came last; of a day, the youngest works first, and those of one date as on the site."""
    known = [
        (entry, catalogue.by_key[entry.key][0], entry.added) for entry in catalogue.entries.values() if entry.added
    ]
    known.sort(key=lambda found: (found[2], found[0].date or _UNDATED), reverse=True)
    limit = wanted.option("limit", LIMIT)
    shown, left = known[:limit], known[limit:]
    same_day = Counter(place.section.name for _, place, added in left if added == shown[-1][2])
    rest = [(section, same_day[section.name]) for section in catalogue.sections if same_day[section.name]]
    rest.sort(key=lambda counted: counted[1], reverse=True)
    return Recent(wanted.option("title", ""), tuple(shown), tuple(rest))


def as_html(recent: Recent, place: ViewPlace) -> str:
    """The list; nothing at all where no entry says when it was added."""
    items = [
        (highlight_of(entry, place.address(at.section.page, at.anchor)), date_in_words(added), added.isoformat())
        for entry, at, added in recent.items
    ]
    rest = [
        (section.title, place.address(section.page, section.anchor), count) for section, count in recent.rest[:SECTIONS]
    ]
    more = len(recent.rest) - len(rest)
    said = {"title": recent.title, "items": items, "rest": rest, "rest_count": _rest_count(recent), "rest_more": more}
    return place.render("recent.html", **said) if items else ""


def as_nodes(recent: Recent, place: ViewPlace) -> list[nodes.Node]:
    """The list as a bullet list."""
    rows = [
        [
            place.link(at.section.page, at.anchor, highlight_of(entry, "").title),
            nodes.Text(f" (added {date_in_words(added)})"),
        ]
        for entry, at, added in recent.items
    ]
    if recent.rest:
        rows.append([nodes.Text(f"and {_rest_count(recent):,} more on that day")])
    head = [nodes.rubric("", recent.title)] if recent.title else []
    return [*head, bullets(rows)] if rows else []


def _rest_count(recent: Recent) -> int:
    return sum(count for _, count in recent.rest)


VIEW = View(
    "recent",
    "The entries that were added last, where entries say when they were (their option added); else nothing.",
    newest,
    as_html,
    as_nodes,
    (
        limit_option(LIMIT),
        ViewOption(
            "title",
            directives.unchanged_required,
            "A title above it, which isn't there when there is nothing to show.",
            "Recently added",
        ),
    ),
)
