"""An entry without the date on which it came into the list, where others have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._options import directives, with_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..core.entry import Location
    from ._site import Site

RULE = Rule(
    "missing-added",
    "An entry doesn't say when it came into the list, so it is in no feed. Where most entries say nothing, none has to:"
    " --select missing-added asks it of all.",
    "Write :added: and the date. --fix does it, from git's history; an entry that is in none came today.",
)


def _run(site: Site) -> Iterator[Problem]:
    undated = _undated(site)
    dated = sum(1 for entry in site.catalogue.entries.values() if entry.added)
    if RULE.code not in site.settings["select"] and dated <= len(undated):
        return
    for place, key in undated.items():
        yield Problem(RULE, f"{key} (“{site.works[key].title}”) has no date", place)


def _undated(site: Site) -> dict[Location, str]:
    """The key of each entry of a directive that has a date nowhere, by the place of its first card."""
    firsts = {cards[0].curated.location: key for key, cards in site.catalogue.by_key.items()}
    written = directives(site)
    return {
        place: key
        for place, key in firsts.items()
        if not site.catalogue.entries[key].added and (place.path, place.line) in written
    }


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    wanted = {problem.location for problem in problems}
    undated = {place: key for place, key in _undated(site).items() if place in wanted}
    dates = site.dates_added(site, list(undated.values()))
    return with_options(site, {place: f"added: {dates[key]}" for place, key in undated.items() if key in dates})


_PAGE = """\
# Code

:::{{entry}} [verl](https://github.com/volcengine/verl)
:key: volcengine-verl
:added: 2025-01-31
:::

:::{{entry}} [OpenRLHF](https://github.com/OpenRLHF/OpenRLHF)
:key: openrlhf-openrlhf
:added: 2025-02-06
:::

:::{{entry}} [TRL](https://github.com/huggingface/trl)
{}:key: huggingface-trl
:::
"""
CHECK = Check(RULE, _run, bad=Example(_PAGE.format("")), good=Example(_PAGE.format(":added: 2025-03-01\n")), fix=_fix)
