"""A record without a title."""

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
    Code.RECORD_WITHOUT_TITLE,
    reported(Code.RECORD_WITHOUT_TITLE),
    bad=Example(_PAGE, _RECORD.replace("  title  = {Self-Play Preference Optimization},\n", "")),
    good=Example(_PAGE, _RECORD),
)
