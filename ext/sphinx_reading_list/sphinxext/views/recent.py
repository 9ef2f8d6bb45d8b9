"""``{rl:recent}``: the entries that came into the list last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives

from ...core.words import date_in_words
from ..cards.card import highlight_of
from ..plain_nodes import bullets
from ._picture import limit_option
from ._view import View, ViewOption

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ...core.dates import PartialDate
    from ...core.entry import Appearance, Entry
    from ._view import ViewPlace, Wanted

    Shown = tuple[str, tuple[tuple[Entry, Appearance, PartialDate], ...]]

LIMIT = 10


def newest(catalogue: Catalogue, page: str, wanted: Wanted) -> Shown:  # noqa: ARG001
    """The title, and the newest entries: each with its first card and its ``added``, those of a day as on the site."""
    known = [(entry, entry.added) for entry in catalogue.entries.values() if entry.added]
    known.sort(key=lambda pair: pair[1], reverse=True)
    chosen = known[: wanted.option("limit", LIMIT)]
    return wanted.option("title", ""), tuple((entry, catalogue.by_key[entry.key][0], added) for entry, added in chosen)


def as_html(shown: Shown, place: ViewPlace) -> str:
    """The list; nothing at all where no entry says when it was added."""
    title, found = shown
    items = [
        (highlight_of(entry, place.address(at.section.page, at.anchor)), date_in_words(added), added.isoformat())
        for entry, at, added in found
    ]
    return place.render("recent.html", title=title, items=items) if items else ""


def as_nodes(shown: Shown, place: ViewPlace) -> list[nodes.Node]:
    """The list as a bullet list."""
    title, found = shown
    rows = [
        [
            place.link(at.section.page, at.anchor, highlight_of(entry, "").title),
            nodes.Text(f" (added {date_in_words(added)})"),
        ]
        for entry, at, added in found
    ]
    head = [nodes.rubric("", title)] if title else []
    return [*head, bullets(rows)] if rows else []


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
