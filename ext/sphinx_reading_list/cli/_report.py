"""What the program says of a run: problems with their remedies, clean-ups by code, files."""

from __future__ import annotations

import difflib
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import rich_click as click

from ..core.problems import Code
from ._notes import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ..core.problems import Problem

_SHOWN = 10
"""Up to so many of what people edited, both versions are shown at every run."""


def real_problems(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that someone should look at."""
    return [problem for problem in problems if problem.code not in NOTES]


def print_problems(problems: Sequence[Problem], *, verbose: bool) -> None:
    """Each problem, and what to do about it once for those that ask for the same.

    Clean-ups come as a table of how often, and one by one if asked.
    """
    for remedy, alike in groupby(real_problems(problems), lambda problem: problem.remedy):
        for problem in alike:
            click.echo(str(problem), err=True)
        click.echo(f"    → {remedy}", err=True)
    edited = [problem for problem in problems if problem.code is Code.KEPT_EDIT]
    if len(edited) <= _SHOWN and not verbose:
        for problem in edited:
            click.echo(str(problem), err=True)
    notes = [problem for problem in problems if problem.code in NOTES]
    if not notes:
        return
    click.echo("\nTidied up on the way" + (":" if verbose else " (--verbose lists each):"), err=True)
    if verbose:
        for problem in notes:
            click.echo(f"  {problem}", err=True)
    for code, count in sorted(
        Counter(problem.code for problem in notes).items(), key=lambda pair: (-pair[1], pair[0].code)
    ):
        click.echo(f"{count:>6} × {code.code:<18} {code.meaning}", err=True)


def print_problem(problem: Problem) -> None:
    """A problem on standard error, and what to do about it."""
    click.echo(str(problem), err=True)
    click.echo(f"    → {problem.remedy}", err=True)


def print_diff(before: Mapping[Path, str], after: Mapping[Path, str]) -> None:
    """What would change, as a unified diff that ``patch`` understands."""
    for path, new in after.items():
        old = before[path]
        source = str(path) if old else "/dev/null"
        for line in difflib.unified_diff(old.splitlines(True), new.splitlines(True), source, str(path)):
            click.echo(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n", nl=False)
