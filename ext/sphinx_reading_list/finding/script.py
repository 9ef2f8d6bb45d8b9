"""The search's scripts as one file, as short as it can be without renaming anything.

They are written for people: half of their bytes explain the other half. A reader on a train needs only that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def joined(scripts: Iterable[str]) -> str:
    """Scripts one after the other, without the comments that have lines of their own, and without indentation.

    No line may begin inside of a template string: nothing here knows one.
    """
    return "".join(f"{line}\n" for script in scripts for line in _code(script.splitlines()))


def _code(lines: Iterable[str]) -> Iterator[str]:
    inside = False
    for line in map(str.strip, lines):
        if inside or (line.startswith("/*") and "*/" not in line[:-2]):
            inside = not line.endswith("*/")
        elif line and not line.startswith("//"):
            yield line
