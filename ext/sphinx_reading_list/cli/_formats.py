"""Problems as lines for people, as annotations for GitHub, or as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..core.problems import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """``FILE:LINE: CODE message``, and below it what to do."""
    return "".join(f"{problem}\n    → {problem.remedy}\n" for problem in problems)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions; what has to be escaped is what
    its own toolkit escapes (packages/core/src/command.ts).
    """
    lines = []
    for problem in problems:
        place, said = problem.location, f"{problem.message}\n{problem.remedy}"
        properties = {"file": place.path, "line": str(place.line) if place.line else "", "title": problem.code.code}
        where = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
        lines.append(f"::error {where}::{_data(said)}\n")
    return "".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """A list with an object for each problem: ``file``, ``line``, ``code``, ``message`` and ``advice``."""
    found = [
        {
            "file": problem.location.path,
            "line": problem.location.line,
            "code": problem.code.code,
            "message": problem.message,
            "advice": problem.remedy,
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {"text": as_text, "github": as_github, "json": as_json}
