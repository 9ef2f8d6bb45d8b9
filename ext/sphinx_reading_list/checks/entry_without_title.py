"""An entry without key and title."""

from __future__ import annotations

from ..core.problems import Code
from ._check import Check, Example, reported

CHECK = Check(
    Code.ENTRY_WITHOUT_TITLE,
    reported(Code.ENTRY_WITHOUT_TITLE),
    bad=Example("# Code\n\n:::{entry} [](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"),
    good=Example("# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"),
)
