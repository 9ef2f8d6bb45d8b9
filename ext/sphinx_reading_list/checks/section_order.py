"""Entries that aren't in the order that the list wants."""

from __future__ import annotations

from dataclasses import astuple
from itertools import pairwise
from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry
    from ._site import Site

RULE = Rule(
    "section-order",
    "An entry isn't in its place in the order that the setting order asks for.",
    "Move the entry; or set order to none.",
)


def _run(site: Site) -> Iterator[Problem]:
    order = site.settings["order"]
    if order == "none":
        return
    for cards in site.catalogue.by_section.values():
        works = [(card, site.works[card.key]) for card in cards]
        for (_, above), (card, entry) in pairwise(work for work in works if order == "title" or work[1].date):
            if why := _misplaced(above, entry, str(order)):
                message = f"{entry.key} (“{entry.title}”) belongs above {above.key} ({why})"
                yield Problem(RULE, message, card.curated.location)


def _misplaced(above: Entry, entry: Entry, order: str) -> str:
    """Why an entry doesn't belong behind the one above it; empty where it does, or where that can't be told."""
    if order == "title":
        return "by title" if folded(entry.title) < folded(above.title) else ""
    assert above.date
    assert entry.date
    wanted = {"newest": "newer", "oldest": "older"}[order]
    for one, other in zip(astuple(above.date), astuple(entry.date), strict=True):
        if not one or not other:
            break  # a month or day that isn't known
        if one != other:
            word = "newer" if other > one else "older"
            return f"{entry.date} is {word} than {above.date}" if word == wanted else ""
    return ""


def _page(*years: int) -> str:
    entries = [
        f":::{{entry}} [{name}](https://example.org/{name})\n:key: example{year}{name}\n:date: {year}\n:::\n"
        for year, name in zip(years, ("first", "second"), strict=True)
    ]
    return "\n".join(["# Posts\n", *entries])


CHECK = Check(
    RULE,
    _run,
    bad=Example(_page(2023, 2025), settings={"order": "newest"}),
    good=Example(_page(2025, 2023), settings={"order": "newest"}),
)
