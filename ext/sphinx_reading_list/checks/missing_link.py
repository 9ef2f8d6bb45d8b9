"""A work that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site

RULE = Rule(
    "missing-link",
    "A work has no link at all: no arXiv id, no DOI, no address.",
    "Add where it can be read: eprint, doi or url in the record, or a link on the page.",
)


def _run(site: Site) -> Iterator[Problem]:
    for key, entry in site.works.items():
        unknown = not entry.record and entry.title == key  # an unknown key has a rule of its own
        whole = key in site.wholes and key not in site.catalogue.entries  # it is there for its parts
        if not entry.url and not entry.links and not unknown and not whole:
            yield Problem(RULE, f"{key} (“{entry.title}”) has no link", site.place(key))


CHECK = Check(
    RULE,
    _run,
    bad=Example("# Code\n\n:::{entry} [verl]()\n:key: volcengine-verl\n:::\n"),
    good=Example("# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"),
)
