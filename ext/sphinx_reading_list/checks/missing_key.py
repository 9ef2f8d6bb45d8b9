"""An entry that is written on the page, and has no key."""

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
    "missing-key",
    "An entry without a record has no key: its address on the site changes when its title does.",
    "Write the key that the message names as an option below the title. --fix does it.",
)


def _run(site: Site) -> Iterator[Problem]:
    for place, key in _keyless(site).items():
        yield Problem(RULE, f"“{site.works[key].title}” needs :key: {key}", place)


def _keyless(site: Site) -> dict[Location, str]:
    """The key of each entry of a directive that has none, by its place; the items of a plain list can have none."""
    written = directives(site)
    pages = [(card.key, card.curated) for card in site.catalogue.appearances]
    return {
        page.location: key
        for key, page in pages
        if not page.key and page.title and (page.location.path, page.location.line) in written
    }


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    wanted = {problem.location for problem in problems}
    keys = {place: key for place, key in _keyless(site).items() if place in wanted and key not in site.records}
    return with_options(site, {place: f"key: {key}" for place, key in keys.items()})


_PAGE = "# Code\n\n:::{{entry}} [verl](https://github.com/volcengine/verl)\n{}:highlight:\n:::\n"
CHECK = Check(
    RULE, _run, bad=Example(_PAGE.format("")), good=Example(_PAGE.format(":key: volcengine-verl\n")), fix=_fix
)
