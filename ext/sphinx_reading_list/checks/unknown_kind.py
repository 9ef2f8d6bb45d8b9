"""A kind of entry that there isn't."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

CHECK = Check(
    Code.UNKNOWN_KIND,
    reported(Code.UNKNOWN_KIND),
    bad=Example(
        "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:kind: code\n:::\n"
    ),
    good=Example(
        "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:kind: tool\n:::\n"
    ),
)
