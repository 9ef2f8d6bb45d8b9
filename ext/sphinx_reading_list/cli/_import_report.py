"""What an import came to: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from .. import __version__
from ..core.problems import Code
from ._import_fields import Changes, FileReport, ImportReport, Numbers, ReportedProblem, explained
from ._notes import NOTES
from ._report import real_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.problems import Problem, Rule
    from ._importing.planning import Plan
    from ._importing.sources import ReadSource

_PROGRAM = f"sphinx-reading-list {__version__}"
_CHANGES = {"new": "added", "update": "updated", "left_out": "deleted_by_hand"}


def file_reports(plan: Plan) -> list[FileReport]:
    """The numbers of each list."""
    counts: dict[str, Counter[Rule]] = defaultdict(Counter)
    for problem in plan.problems:
        counts[problem.location.path][problem.code] += 1
    return [_report(source, plan, counts[str(source.source.path)]) for source in plan.sources]


def _report(source: ReadSource, plan: Plan, own: Counter[Rule]) -> FileReport:
    path, document = str(source.source.path), source.document
    items = document.items
    return FileReport(
        path=path,
        title=document.title,
        sections=len(list(document.walk())),
        entries=len(items),
        highlighted=sum(item.entry.highlight for item in items),
        links=sum(plan.links_of(item) for item in items),
        records=sum(not item.entry.title for item in items),
        not_understood=own[Code.NOT_UNDERSTOOD],
        lost=own[Code.LOST_LINK] + own[Code.LOST_TEXT],
    )


def import_report(plan: Plan, *, dry_run: bool) -> ImportReport:
    """All that there is to say of an import, for programs."""
    files = file_reports(plan)
    changes: dict[str, list[str]] = {name: [] for name in _CHANGES.values()}
    for done in plan.done:
        for fate, keys in done.fates.items():
            changes[_CHANGES[fate]] += keys
    return ImportReport(
        program=_PROGRAM,
        dry_run=dry_run,
        exit_status=1 if real_problems(plan.problems) else 0,
        files=tuple(files),
        passed_over=tuple(problem.location.path for problem in plan.passed_over),
        totals=_totals(files),
        changes=Changes(
            **{name: tuple(keys) for name, keys in changes.items()},
            new_records=tuple(plan.new_records),
            updated_records=tuple(plan.updated_records),
        ),
        written=tuple(map(str, plan.after)),
        clean_ups=dict(sorted(Counter(p.code.code for p in plan.problems if p.code in NOTES).items())),
        problems=tuple(map(_problem, plan.problems)),
    )


def failure_report(problem: Problem, *, dry_run: bool) -> ImportReport:
    """The same for an import that couldn't be done."""
    return ImportReport(program=_PROGRAM, dry_run=dry_run, exit_status=2, problems=(_problem(problem),))


def report_text(report: ImportReport) -> str:
    """The JSON text of a report."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"


def _problem(problem: Problem) -> ReportedProblem:
    return ReportedProblem(
        code=problem.code.code,
        clean_up=problem.code in NOTES,
        path=problem.location.path,
        line=problem.location.line,
        message=problem.message,
        advice=problem.remedy,
    )


_COLUMNS = ("entries", "links", "records", "not_understood", "lost")


def _totals(files: Sequence[FileReport]) -> Numbers:
    return Numbers(**{name: sum(getattr(file, name) for file in files) for name, _ in explained(Numbers)})


def print_table(plan: Plan, *, on_stderr: bool) -> None:
    """A line a file, and the sum of several."""
    files = file_reports(plan)
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("file", overflow="fold")
    for name in _COLUMNS:
        table.add_column(name.replace("_", " "), justify="right", no_wrap=True)
    for file in files:
        table.add_row(file.path, *(f"{getattr(file, name):,}" for name in _COLUMNS))
    if len(files) > 1:
        table.add_section()
        totals = _totals(files)
        table.add_row(f"{len(files)} files", *(f"{getattr(totals, name):,}" for name in _COLUMNS))
    console = Console(stderr=on_stderr, soft_wrap=False, highlight=False)
    if not console.is_terminal:
        console = Console(stderr=on_stderr, width=120, highlight=False, color_system=None)
    console.print()
    console.print(table)
