"""Where a line of a page is once the page has been written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.entry import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...core.problems import Problem


def at_new_lines(problems: Iterable[Problem], before: Mapping[Path, str], after: Mapping[Path, str]) -> list[Problem]:
    """The problems, those of pages that are written at the lines where they are then.

    A line that came or went, so that it can't be told from others of the same text, keeps its number.
    """
    moved: dict[str, Mapping[int, int]] = {}
    found = []
    for problem in problems:
        path = problem.location.path
        if path not in moved:
            page = Path(path)
            moved[path] = _moved(before[page], after[page]) if page in after else {}
        line = moved[path].get(problem.location.line)
        found.append(replace(problem, location=Location(path, line)) if line else problem)
    return found


def _moved(before: str, after: str) -> dict[int, int]:
    """The number of each line that stands as often in the new text, there."""
    old, new = _places(before), _places(after)
    pairs = ((old[line], new[line]) for line in old.keys() & new.keys())
    return {
        one: other
        for ones, others in pairs
        if len(ones) == len(others)
        for one, other in zip(ones, others, strict=True)
    }


def _places(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(text.splitlines(), 1):
        places[line].append(number)
    return places
