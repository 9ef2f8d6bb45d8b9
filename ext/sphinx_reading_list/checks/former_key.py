"""A work that is called by a key that it had before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._roles import keys_in, role_keys
from ._site import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..core.entry import Location
    from ._site import Site

RULE = Rule(
    "former-key",
    "A page calls a work by a key that it had before. The site leads on to it; a citation of such a key doesn't.",
    "Write the key of today, which the message gives. --fix does it.",
)


def _run(site: Site) -> Iterator[Problem]:
    former = site.catalogue.former_keys
    if not former:
        return
    for entry in site.written:
        if entry.key in former and not entry.title:
            yield _problem(entry.key, former[entry.key], entry.location)
    for found in role_keys(site):
        if found.key in former:
            yield _problem(found.key, former[found.key], found.location)


def _problem(old: str, new: str, place: Location) -> Problem:
    return Problem(RULE, f"{old} is called {new} now", place)


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    former = site.catalogue.former_keys
    wanted = {problem.location for problem in problems}
    texts = {path: lines_of(text) for path, text in site.pages.items()}
    for entry in site.written:
        place = entry.location
        if entry.key in former and not entry.title and place in wanted and place.path in texts:
            head, directive, argument = texts[place.path][place.line - 1].partition("{entry}")
            if directive:
                new = argument.replace(entry.key, former[entry.key], 1)
                texts[place.path][place.line - 1] = head + directive + new
    for found in role_keys(site):
        if found.key in former and found.location in wanted:
            lines, number = texts[found.location.path], found.location.line - 1
            lines[number] = lines[number].replace(found.written, _renamed(found.role, found.written, former))
    return {path: "".join(lines) for path, lines in texts.items()}


def _renamed(role: str, written: str, former: Mapping[str, str]) -> str:
    head, _, content = written.partition("`")
    for key in keys_in(role, content.removesuffix("`")):
        if key in former:
            before, _, after = content.rpartition(key)
            content = before + former[key] + after
    return f"{head}`{content}"


_PAGE = """\
# Code

:::{{entry}} [verl](https://github.com/volcengine/verl)
:key: volcengine-verl
:formerly: hybridflow
:::

Many use {{entry}}`{}`.
"""
CHECK = Check(
    RULE,
    _run,
    bad=Example(_PAGE.format("hybridflow")),
    good=Example(_PAGE.format("volcengine-verl")),
    fix=_fix,
)
