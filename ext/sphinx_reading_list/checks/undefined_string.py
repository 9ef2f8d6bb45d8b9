"""A name that no @string defines."""

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
    Code.UNDEFINED_STRING,
    reported(Code.UNDEFINED_STRING),
    bad=Example(_PAGE, _RECORD.replace("{Wu, Yue}", "yuewu")),
    good=Example(_PAGE, _RECORD),
)
