"""A former key or a section's former name that can't lead on."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

_PAGE = """\
# Code

:::{{entry}} [verl](https://github.com/volcengine/verl)
:key: volcengine-verl
:::

:::{{entry}} [TRL](https://github.com/huggingface/trl)
:key: huggingface-trl
:formerly: {}
:::
"""
CHECK = Check(
    Code.BAD_FORMER_NAME,
    reported(Code.BAD_FORMER_NAME),
    bad=Example(_PAGE.format("volcengine-verl")),
    good=Example(_PAGE.format("trl")),
)
