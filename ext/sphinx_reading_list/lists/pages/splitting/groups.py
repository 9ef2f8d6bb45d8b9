"""Which entries of a long section go together, and what their page is called."""

from __future__ import annotations

import math
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....core.page_size import CardFacts

_FULL = 0.75
"""How much of what fits a page is filled at first, so that it can grow."""


class Group(NamedTuple):
    """Consecutive entries from ``start`` to ``end`` (not included) with what their page is called: ``2025``, ``2``."""

    slug: str
    label: str
    start: int
    end: int


def groups(cards: Sequence[CardFacts], room: int) -> list[Group]:
    """The entries of a section, in their order, in groups that have room on a page each; more than one.

    Where they are in order of time they are put together by year, else so that all pages are about as long.
    """
    return _by_year(cards, room) or _by_size(cards, room)


def _by_year(cards: Sequence[CardFacts], room: int) -> list[Group]:
    runs = list(_years(cards))
    years = [year for year, _, _ in runs]
    is_ordered = all(a > b for a, b in pairwise(years)) or all(a < b for a, b in pairwise(years))
    if len(runs) < 2 or not is_ordered:
        return []
    sizes = [sum(card.size for card in cards[start:end]) for _, start, end in runs]
    found: list[list[int]] = []
    for number, size in enumerate(sizes):
        if not found or sum(sizes[other] for other in found[-1]) + size > room * _FULL:
            found.append([])
        found[-1].append(number)
    # A short rest goes with those before it.
    if len(found) > 2 and sum(sizes[other] for other in (*found[-2], *found[-1])) <= room:
        found[-2:] = [[*found[-2], *found[-1]]]
    return [_of_years([runs[number] for number in numbers]) for numbers in found] if len(found) > 1 else []


def _of_years(runs: Sequence[tuple[int, int, int]]) -> Group:
    first, last = sorted((runs[0][0], runs[-1][0]))
    span = (f"{first}-{last}", f"{first}–{last}") if first != last else (f"{first}", f"{first}")
    return Group(*span, runs[0][1], runs[-1][2])


def _years(cards: Sequence[CardFacts]) -> Iterator[tuple[int, int, int]]:
    """Runs of entries of one year; an undated one is of the year of that before it, else of that behind it."""
    known = next((card.year for card in cards if card.year), None)
    if known is None or sum(card.year is None for card in cards) * 10 > len(cards):
        return
    years = []
    for card in cards:
        known = card.year or known
        years.append(known)
    for year, members in groupby(range(len(years)), key=years.__getitem__):
        numbers = list(members)
        yield year, numbers[0], numbers[-1] + 1


def _by_size(cards: Sequence[CardFacts], room: int) -> list[Group]:
    total = sum(card.size for card in cards)
    share = total / max(2, math.ceil(total / (room * _FULL)))
    found: list[Group] = []
    start, filled, done = 0, 0, 0
    for number, card in enumerate(cards):
        # The share is of what all groups so far have, so that a long card doesn't make the last group a short one.
        if filled and (filled + card.size > room or done + card.size / 2 > share * (len(found) + 1)):
            found.append(Group(f"{len(found) + 1}", f"{len(found) + 1}", start, number))
            start, filled = number, 0
        filled += card.size
        done += card.size
    return [*found, Group(f"{len(found) + 1}", f"{len(found) + 1}", start, len(cards))]
