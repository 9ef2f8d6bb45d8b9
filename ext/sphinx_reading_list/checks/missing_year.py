"""A record without a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site

RULE = Rule(
    "missing-year",
    "A record has neither year nor date.",
    "Add the year of publication; of a preprint, that of its submission. A work that isn't out yet has "
    "pubstate = {forthcoming}.",
)


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        if not record.get("year", "date", "pubstate"):
            yield Problem(RULE, f"Record {key} has no year", record.location)


_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n"
_RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(RULE, _run, bad=Example(_PAGE, _RECORD.replace("  year   = {2024},\n", "")), good=Example(_PAGE, _RECORD))
