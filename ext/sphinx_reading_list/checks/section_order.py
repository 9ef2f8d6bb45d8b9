"""Entries that aren't in the order that the list wants."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Appearance, Entry
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
        placed = [card for card in cards if _place(site, card, order) is not None]
        for before, card in pairwise(placed):
            if _place(site, card, order) < _place(site, before, order):
                entry, above = site.works[card.key], site.works[before.key]
                why = f"{entry.date} is newer than {above.date}" if order == "newest" else "by title"
                message = f"{card.key} (“{entry.title}”) belongs above {above.key} ({why})"
                yield Problem(RULE, message, card.curated.location)


def _place(site: Site, card: Appearance, order: object) -> Any:
    """What entries are sorted by; ``None`` for one that may stand anywhere."""
    entry: Entry = site.works[card.key]
    if order == "title":
        return folded(entry.title)
    date = entry.date
    return None if date is None else (-date.year, -date.month or -12, -date.day or -31)


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
