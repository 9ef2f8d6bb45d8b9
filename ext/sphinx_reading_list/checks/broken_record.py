"""A record that can't be read, most often for an unbalanced brace."""

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
    Code.BROKEN_RECORD,
    reported(Code.BROKEN_RECORD),
    bad=Example(_PAGE, _RECORD.replace("{Wu, Yue}", "{Wu, Yue")),
    good=Example(_PAGE, _RECORD),
)
