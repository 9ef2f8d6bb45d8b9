"""A work that appears more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site

RULE = Rule(
    "repeated-entry",
    "A work appears more than once: on several pages, or on one.",
    "Keep the appearance where a reader should meet it; or ignore this, if it belongs in several places.",
)


def _run(site: Site) -> Iterator[Problem]:
    for key, cards in site.catalogue.by_key.items():
        for card in cards[1:]:
            message = f"{key} (“{site.works[key].title}”) is in {cards[0].curated.location} already"
            yield Problem(RULE, message, card.curated.location)


_ONE = "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"
CHECK = Check(RULE, _run, bad=Example(_ONE + "\n## Training\n\n:::{entry} volcengine-verl\n:::\n"), good=Example(_ONE))
