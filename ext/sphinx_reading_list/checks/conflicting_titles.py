"""One id, two titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._same import pairs
from ._titles import folded, nearly_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry
    from ._site import Site

RULE = Rule(
    "conflicting-titles",
    "Two works have the same identifier or address, but different titles: one of them has a wrong one.",
    "Look the identifier up, and correct the entry that has it by mistake.",
)


def _run(site: Site) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for name, first, second in pairs(site, _names):
        one, other = site.works[first], site.works[second]
        if (first, second) in told or _agree(one, other):
            continue
        told.add((first, second))
        message = f"{name} is “{one.title}” ({first}, {site.place(first)}) and “{other.title}” ({second})"
        yield Problem(RULE, message, site.place(second))
    yield from _on_pages(site)


def _on_pages(site: Site) -> Iterator[Problem]:
    """Entries that share a key because they share an address, under two titles."""
    for key, cards in site.catalogue.by_key.items():
        titled = [card.curated for card in cards if card.curated.title and card.curated.url]
        for page in titled[1:]:
            if page.url and not _same_titles((titled[0].title, *titled[0].aka), (page.title, *page.aka)):
                message = f"{page.url} is “{titled[0].title}” ({key}, {titled[0].location}) and “{page.title}”"
                yield Problem(RULE, message, page.location)


def _names(entry: Entry) -> Iterator[str]:
    for scheme, value in entry.identifiers:
        yield f"{scheme}:{value if scheme == 'openreview' else value.lower()}"


def _agree(one: Entry, other: Entry) -> bool:
    return _same_titles((one.title, *one.aka), (other.title, *other.aka))


def _same_titles(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(_same(one, other) for one in some for other in others)


def _same(one: str, other: str) -> bool:
    # "SPPO" and "SPPO: Self-Play …" are one title, the second in full.
    short, long = sorted((folded(one), folded(other)), key=len)
    return long.startswith(short) or any(nearly_same([one, other]))


_ONE = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization for Language Model Alignment},
  year   = {2024},
  eprint = {2405.00675},
}
"""
_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n\n:::{entry} chu2025sft\n:::\n"
_OTHER = """
@misc{{chu2025sft,
  author = {{Chu, Tianzhe}},
  title  = {{{{SFT}} Memorizes, {{RL}} Generalizes}},
  year   = {{2025}},
  eprint = {{{}}},
}}
"""
CHECK = Check(
    RULE,
    _run,
    bad=Example(_PAGE, _ONE + _OTHER.format("2405.00675")),
    good=Example(_PAGE, _ONE + _OTHER.format("2501.17161")),
)
