"""An entry that is written on the page, and has no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._site import lines_of

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
    lines = {path: lines_of(text) for path, text in site.pages.items()}
    found = {}
    for card in site.catalogue.appearances:
        page = card.curated
        own = lines.get(page.location.path, [])[page.location.line - 1 : page.location.line]
        if not page.key and page.title and own and "{entry}" in own[0]:
            found[page.location] = card.key
    return found


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    wanted = {problem.location for problem in problems}
    texts = {path: lines_of(text) for path, text in site.pages.items()}
    for place, key in sorted(_keyless(site).items(), reverse=True):
        if place not in wanted or key in site.records:
            continue
        lines = texts[place.path]
        # The option stands in the block of options, where there is one between dashes.
        dashes = place.line < len(lines) and lines[place.line].startswith("---")
        own = lines[place.line - 1]
        end = own[len(own.rstrip("\r\n")) :] or "\n"
        lines.insert(place.line + dashes, f"{'' if dashes else ':'}key: {key}{end}")
    return {path: "".join(lines) for path, lines in texts.items()}


_PAGE = "# Code\n\n:::{{entry}} [verl](https://github.com/volcengine/verl)\n{}:highlight:\n:::\n"
CHECK = Check(
    RULE, _run, bad=Example(_PAGE.format("")), good=Example(_PAGE.format(":key: volcengine-verl\n")), fix=_fix
)
