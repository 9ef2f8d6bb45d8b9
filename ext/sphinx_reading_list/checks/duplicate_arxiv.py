"""Two works with one arXiv id."""

from __future__ import annotations

from ..core.problems import Rule
from ._check import Check, Example
from ._same import same

RULE = Rule(
    "duplicate-arxiv",
    "Two works have the same arXiv id: they are one, or one of the ids is wrong.",
    "Keep one of them, and move what only the other one has; or correct the id.",
)
_ONE = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(
    RULE,
    same(RULE, "arXiv id", lambda entry: [value for scheme, value in entry.identifiers if scheme == "arxiv"]),
    bad=Example(
        """\
# RLHF

:::{entry} wu2024selfplay
:::

:::{entry} [SPPO](https://arxiv.org/abs/2405.00675v5)
:key: arxiv2024sppo
:::
""",
        _ONE,
    ),
    good=Example(
        """\
# RLHF

:::{entry} wu2024selfplay
:aka: SPPO
:::
""",
        _ONE,
    ),
)
