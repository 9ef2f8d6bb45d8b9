"""Two works with one key."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

_FIRST = "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"
_SECOND = "\n:::{{entry}} [TRL](https://github.com/huggingface/trl)\n:key: {}\n:::\n"
CHECK = Check(
    Code.DUPLICATE_KEY,
    reported(Code.DUPLICATE_KEY),
    bad=Example(_FIRST + _SECOND.format("volcengine-verl")),
    good=Example(_FIRST + _SECOND.format("huggingface-trl")),
)
