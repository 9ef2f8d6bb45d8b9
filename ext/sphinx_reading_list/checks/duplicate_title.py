"""Two works with nearly the same title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._titles import folded, nearly_same, tells_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry
    from ._site import Site

RULE = Rule(
    "duplicate-title",
    "Two works have nearly the same title, or one has another title of the other: perhaps they are one work.",
    "Keep one of them and make a link of the other one's address; or ignore this, if they are two works.",
)


def _run(site: Site) -> Iterator[Problem]:
    titles = [(key, title) for key, entry in site.works.items() for title in (entry.title, *entry.aka)]
    told: set[str] = set()
    for one, other in sorted(nearly_same([title for _, title in titles])):
        (first, a), (second, b) = titles[one], titles[other]
        if first == second or second in told or not _may_be_one(site.works[first], site.works[second], a):
            continue
        told.add(second)
        message = f"{second} (“{b}”) has nearly the title of {first} (“{a}”, {site.place(first)})"
        yield Problem(RULE, message, site.place(second))


def _may_be_one(one: Entry, other: Entry, title: str) -> bool:
    """Whether the title is enough to say so, or an author besides; works of other authors are two."""
    ours, theirs = ({folded(author.family) for author in entry.authors} for entry in (one, other))
    if ours & theirs:
        return True
    all_are_known = ours and theirs and not one.authors_elided and not other.authors_elided
    return tells_apart(title) and not all_are_known


_RECORD = """\
@misc{hu2025reinforce,
  author = {Hu, Jian},
  title  = {{REINFORCE}++: A Simple and Efficient Approach for Aligning Large Language Models},
  year   = {2025},
  eprint = {2501.03262},
}
"""
_ADDRESS = "https://www.researchgate.net/publication/387487679"
CHECK = Check(
    RULE,
    _run,
    bad=Example(
        f"""\
# RLHF

:::{{entry}} hu2025reinforce
:::

:::{{entry}} [REINFORCE++: A SIMPLE AND EFFICIENT APPROACH FOR ALIGNING LARGE LANGUAGE MODELS]({_ADDRESS})
:key: researchgate-reinforce
:::
""",
        _RECORD,
    ),
    good=Example(
        f"""\
# RLHF

:::{{entry}} hu2025reinforce

- [ResearchGate]({_ADDRESS})
:::
""",
        _RECORD,
    ),
)
