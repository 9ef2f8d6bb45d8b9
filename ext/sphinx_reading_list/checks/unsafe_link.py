"""An address that no page may link to."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

CHECK = Check(
    Code.UNSAFE_LINK,
    reported(Code.UNSAFE_LINK),
    bad=Example(
        "# Code\n\n:::{entry} [verl](javascript:alert)\n:key: verl\n\n- [Code](https://github.com/volcengine/verl)\n:::\n"
    ),
    good=Example("# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"),
)
