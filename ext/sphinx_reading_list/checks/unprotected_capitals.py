"""Capitals in a record's title that a bibliography style would lower."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.capitals import protect_capitals
from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._records import field_place, with_changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ._site import Site

RULE = Rule(
    "unprotected-capitals",
    "A record's title has capitals that many styles lower (plain makes “Llm” of “LLM”).",
    "Put braces around what must keep its capitals: {LLM}s. --fix does it.",
)


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        title = record.get("title")
        if (better := protect_capitals(title)) != title:
            words = [word for word, old in zip(better.split(), title.split(), strict=False) if word != old]
            message = f"Record {key}: capitals without braces: {' '.join(words)}"
            yield Problem(RULE, message, field_place(record, "title"))


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    places = {problem.location for problem in problems}
    changes = {
        (key, "title"): protect_capitals
        for key, record in site.records.items()
        if field_place(record, "title") in places
    }
    return {site.bib_path: with_changed(site.bib, changes)}


_PAGE = "# RLHF\n\n:::{entry} chu2025sft\n:::\n"
_RECORD = """\
@misc{{chu2025sft,
  author = {{Chu, Tianzhe}},
  title  = {{{}}},
  year   = {{2025}},
  eprint = {{2501.17161}},
}}
"""
CHECK = Check(
    RULE,
    _run,
    bad=Example(_PAGE, _RECORD.format("SFT Memorizes, RL Generalizes")),
    good=Example(_PAGE, _RECORD.format("{SFT} Memorizes, {RL} Generalizes")),
    fix=_fix,
)
