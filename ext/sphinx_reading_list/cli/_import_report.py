"""What an import came to: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from .. import __version__
from ..core.problems import Code
from ._notes import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..core.problems import Problem
    from ._importing.planning import Plan
    from ._importing.sources import ReadSource

SCHEMA = 1
_CHANGES = {"new": "added", "update": "updated", "left_out": "deleted_by_hand"}


@dataclass(frozen=True)
class FileReport:
    """What came of a list: entries, their links, those with a record, those highlighted; what was not understood."""

    path: str
    title: str
    sections: int
    entries: int
    highlighted: int
    links: int
    records: int
    not_understood: int
    lost: int


def file_reports(plan: Plan) -> list[FileReport]:
    """The numbers of each list."""
    return [_report(source, plan) for source in plan.sources]


def _report(source: ReadSource, plan: Plan) -> FileReport:
    path, document = str(source.source.path), source.document
    items = document.items
    own = Counter(problem.code for problem in plan.problems if problem.location.path == path)
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


def import_report(plan: Plan, *, dry_run: bool) -> dict[str, Any]:
    """All that there is to say of an import, for programs (see ``docs/project/import-report.md``)."""
    files = file_reports(plan)
    changes: dict[str, list[str]] = {name: [] for name in _CHANGES.values()}
    for done in plan.done:
        for fate, keys in done.fates.items():
            changes[_CHANGES[fate]] += keys
    return _head(dry_run) | {
        "files": [asdict(file) for file in files],
        "passed_over": [problem.location.path for problem in plan.passed_over],
        "totals": _totals(files) | {"new_records": len(plan.new_records), "updated_records": len(plan.updated_records)},
        "changes": changes | {"new_records": plan.new_records, "updated_records": plan.updated_records},
        "written": [str(path) for path in plan.after],
        "clean_ups": dict(sorted(Counter(p.code.code for p in plan.problems if p.code in NOTES).items())),
        "problems": list(_problems(plan.problems)),
    }


def failure_report(problem: Problem, *, dry_run: bool) -> dict[str, Any]:
    """The same for an import that couldn't be done."""
    nothing: dict[str, Any] = {
        "files": [],
        "passed_over": [],
        "totals": {},
        "changes": {},
        "written": [],
        "clean_ups": {},
    }
    return _head(dry_run) | nothing | {"problems": list(_problems([problem]))}


def report_text(report: dict[str, Any]) -> str:
    """The JSON text of a report."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _head(dry_run: bool) -> dict[str, Any]:
    return {"schema": SCHEMA, "program": f"sphinx-reading-list {__version__}", "dry_run": dry_run}


def _problems(problems: Sequence[Problem]) -> Iterator[dict[str, Any]]:
    for problem in problems:
        yield {
            "code": problem.code.code,
            "clean_up": problem.code in NOTES,
            "path": problem.location.path,
            "line": problem.location.line,
            "message": problem.message,
            "advice": problem.remedy,
        }


_COLUMNS = ("entries", "links", "records", "not_understood", "lost")


def _totals(files: Sequence[FileReport]) -> dict[str, int]:
    names = ("sections", "entries", "highlighted", "links", "records", "not_understood", "lost")
    return {name: sum(getattr(file, name) for file in files) for name in names}


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
        table.add_row(f"{len(files)} files", *(f"{totals[name]:,}" for name in _COLUMNS))
    console = Console(stderr=on_stderr, soft_wrap=False, highlight=False)
    if not console.is_terminal:
        console = Console(stderr=on_stderr, width=120, highlight=False, color_system=None)
    console.print()
    console.print(table)
