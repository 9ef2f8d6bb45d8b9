"""An option that is none, or whose value can't be read."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

CHECK = Check(
    Code.BAD_OPTION,
    reported(Code.BAD_OPTION),
    bad=Example(
        "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:date: last week\n:::\n"
    ),
    good=Example(
        "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:date: 2025-02\n:::\n"
    ),
)
