"""A field that a record has twice."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n"
_RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(
    Code.DUPLICATE_FIELD,
    reported(Code.DUPLICATE_FIELD),
    bad=Example(_PAGE, _RECORD.replace("  year ", "  year   = {2023},\n  year ")),
    good=Example(_PAGE, _RECORD),
)
