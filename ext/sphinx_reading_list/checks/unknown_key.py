"""A key that no record has."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

_PAGE = "# RLHF\n\n:::{{entry}} {}\n:highlight:\n:::\n\nSee {{cite:p}}`wu2024selfplay`.\n"
_RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(
    Code.UNKNOWN_KEY,
    reported(Code.UNKNOWN_KEY),
    bad=Example(_PAGE.format("wu2024selfplaye"), _RECORD),
    good=Example(_PAGE.format("wu2024selfplay"), _RECORD),
)
