"""``reading-list import``: Markdown lists → pages, records and numbers."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from ..core.dates import PartialDate
from ._clock import today
from ._files import FailedError, write_all
from ._import_report import failure_report, import_report, print_table, report_text
from ._importing.dating import Added
from ._importing.planning import Plan, Request, plan_import
from ._memory import without_collection
from ._progress import watched
from ._report import print_diff, print_problem, print_problems, real_problems
from ._settings import read_settings

if TYPE_CHECKING:
    from ..core.problems import Problem


def _date(context: click.Context, parameter: click.Parameter, value: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from error


def _added(context: click.Context, parameter: click.Parameter, value: str | None) -> Added | None:
    if value in ("git", "today"):
        return Added(today(os.environ), history=value == "git")
    date = _date(context, parameter, value)
    return Added(date) if date else None


_PATH = click.Path(path_type=Path)
_SHOWN_PAGES = 20


@click.command(name="import")
@click.argument("sources", metavar="LIST.md...", type=_PATH, nargs=-1, required=True)
@click.option("--to", required=True, type=_PATH, help="The folder of the list's pages. It is made where it is missing.")
@click.option("--bib", required=True, type=_PATH, help="The .bib file of the records. It is made where it is missing.")
@click.option(
    "--metrics",
    type=_PATH,
    help="The file of citation counts and stars.  [default: metrics.json beside the folder of pages]",
)
@click.option("--as-of", callback=_date, metavar="DATE", help="When the list's counts were read, such as 2025-02.")
@click.option(
    "--base-url", default="", metavar="URL", help="Where the list comes from, to complete its relative links."
)
@click.option("--one-page", is_flag=True, help="Make one page of each list, and not a page of each of its sections.")
@click.option(
    "--added", metavar="WHEN", callback=_added,
    help="Write when new entries came into the list: git (as the list's own history says), today, or a date.",
)  # fmt: skip
@click.option("--report", type=_PATH, metavar="FILE.json", help="Write what came of it for programs, too.")
@click.option("--dry-run", is_flag=True, help="Show what would change, as a diff, and write nothing.")
@click.option("--verbose", "-v", is_flag=True, help="List every clean-up with its line.")
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[Path, ...],
    to: Path,
    bib: Path,
    metrics: Path | None,
    as_of: PartialDate | None,
    base_url: str,
    one_page: bool,
    added: Added | None,
    report: Path | None,
    dry_run: bool,
    verbose: bool,
) -> None:
    """Turn Markdown lists into pages with an entry for each item, and records for their papers.

    A single list has its pages in the folder; of several lists, or of all in a folder, each has a folder of its own.

    A work that the .bib file has already is found by its arXiv id, DOI or address, and keeps its key. Running it again
    brings up to date what has changed in the list since; what a person has changed or deleted on a page stays so. In
    the end the pages are compared with the list, word by word and link by link: nothing may be missing.

    Example:

        reading-list import LIST.md --to docs/list --bib refs.bib --as-of 2025-02
    """
    try:
        size = int(str(read_settings()["page-size"])) * 1000
        request = Request(sources, to, bib, metrics or _beside(to), as_of, base_url, one_page, added, size)
        with without_collection(), watched(len(sources) + 3) as watch:
            plan = plan_import(request, watch)
        said = {report: report_text(import_report(plan, dry_run=dry_run))} if report else {}
        write_all(said if dry_run else plan.after | said)
    except FailedError as error:
        print_problem(error.problem)
        if report:
            _write_failure(report, error.problem, dry_run=dry_run)
        context.exit(2)
    if dry_run:
        print_diff(plan.before, plan.after)
    print_problems(plan.problems, verbose=verbose)
    print_table(plan, on_stderr=dry_run)
    _print_summary(plan, to, dry_run=dry_run)
    context.exit(1 if real_problems(plan.problems) else 0)


def _write_failure(report: Path, problem: Problem, *, dry_run: bool) -> None:
    try:
        write_all({report: report_text(failure_report(problem, dry_run=dry_run))})
    except FailedError as error:
        # Where the report itself is what can't be written, that has been said.
        if error.problem != problem:
            print_problem(error.problem)


def _print_summary(plan: Plan, to: Path, *, dry_run: bool) -> None:
    items = [item for source in plan.sources for item in source.document.items]
    highlights = sum(item.entry.highlight for item in items)
    sections = sum(len(list(source.document.walk())) for source in plan.sources)
    numbers = Counter(metric.name for item in items for metric in item.metrics)
    said = [
        f"{_count(len(items), 'entry', 'entries')} in {_count(sections, 'section', 'sections')}",
        f"{highlights} highlighted",
        f"{_count(len(plan.new_records), 'new record', 'new records')}",
        f"{_count(numbers['citations'], 'citation count', 'citation counts')}",
    ]
    if numbers["stars"]:
        said.append(_count(numbers["stars"], "star count", "star counts"))
    click.echo("\n" + ", ".join(said) + ".", err=dry_run)
    verb = "would write" if dry_run else "wrote"
    pages = [path for path in plan.after if path.suffix == ".md"]
    if len(pages) > _SHOWN_PAGES:
        click.echo(f"  {verb} {len(pages)} pages below {to}", err=dry_run)
    for path in plan.after:
        if path.suffix != ".md" or len(pages) <= _SHOWN_PAGES:
            click.echo(f"  {verb} {path}", err=dry_run)
    if not plan.after:
        click.echo("  Nothing changed: the pages have it all.", err=dry_run)


def _beside(folder: Path) -> Path:
    """Where a site looks for its numbers: beside the folder of its list."""
    return (folder if folder.name not in ("", "..") else folder.resolve()).parent / "metrics.json"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


COMMAND = command
