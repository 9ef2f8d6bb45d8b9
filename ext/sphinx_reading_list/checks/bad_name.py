"""A name that BibTeX can't take apart."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n"
_RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue and Sun, Zhiqing},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(
    Code.BAD_NAME,
    reported(Code.BAD_NAME),
    bad=Example(_PAGE, _RECORD.replace("Yue and Sun", "Yue, Sun")),
    good=Example(_PAGE, _RECORD),
)
