"""What is reported while a list is read; a trial that came to nothing takes its reports back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.entry import Location
from ..core.problems import Code, Problem, Rule

if TYPE_CHECKING:
    from .document import Report


class Reports:
    """The problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def __call__(self, code: Rule, message: str, line: int) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, Location(self.path, line)))

    @property
    def mark(self) -> int:
        """A place to go back to."""
        return len(self.problems)

    def forget(self, mark: int, code: Code | None = None) -> None:
        """Take back what was reported since a mark, all of it or one code."""
        since = self.problems[mark:]
        self.problems[mark:] = [problem for problem in since if code is not None and problem.code is not code]

    def hand_on(self, report: Report) -> None:
        """Report all of it elsewhere, where a trial came to something."""
        for problem in self.problems:
            report(problem.code, problem.message, problem.location.line)

    def retract(self, code: Code, line: int) -> None:
        """Take back the last report of a code on a line, where what it tells of was understood after all."""
        for index in range(len(self.problems) - 1, -1, -1):
            if self.problems[index].code is code and self.problems[index].location.line == line:
                del self.problems[index]
                return
