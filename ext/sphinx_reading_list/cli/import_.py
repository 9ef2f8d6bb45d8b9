"""``reading-list import``: a Markdown list → pages, records and numbers."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from ..core.dates import PartialDate
from ._files import FailedError, write_all
from ._importing.planning import Plan, Request, plan_import
from ._report import print_diff, print_problem, print_problems, real_problems


def _date(context: click.Context, parameter: click.Parameter, value: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from error


_PATH = click.Path(path_type=Path)


@click.command(name="import")
@click.argument("source", metavar="LIST.md", type=_PATH)
@click.option("--to", required=True, type=_PATH, help="The folder of the list's pages. It is made where it is missing.")
@click.option("--bib", required=True, type=_PATH, help="The .bib file of the records. It is made where it is missing.")
@click.option(
    "--metrics", type=_PATH, help="The file of citation counts.  [default: metrics.json beside the folder of pages]"
)
@click.option("--as-of", callback=_date, metavar="DATE", help="When the list's counts were read, such as 2025-02.")
@click.option(
    "--base-url", default="", metavar="URL", help="Where the list comes from, to complete its relative links."
)
@click.option("--dry-run", is_flag=True, help="Show what would change, as a diff, and write nothing.")
@click.option("--verbose", "-v", is_flag=True, help="List every clean-up with its line.")
@click.pass_context
def command(
    context: click.Context,
    source: Path,
    to: Path,
    bib: Path,
    metrics: Path | None,
    as_of: PartialDate | None,
    base_url: str,
    dry_run: bool,
    verbose: bool,
) -> None:
    """Turn a Markdown list into pages with an entry for each item, and records for its papers.

    A work that the .bib file has already is found by its arXiv id, DOI or address, and keeps its key. What stands on
    a page stays; only entries that are missing are added. Running it again changes nothing.

    Example:

        reading-list import LIST.md --to docs/list --bib refs.bib --as-of 2025-02
    """
    request = Request(source, to, bib, metrics or _beside(to), as_of, base_url)
    try:
        plan = plan_import(request)
        if not dry_run:
            write_all(plan.after)
    except FailedError as error:
        print_problem(error.problem)
        context.exit(2)
    if dry_run:
        print_diff(plan.before, plan.after)
    print_problems(plan.problems, verbose=verbose)
    _print_summary(plan, source, dry_run=dry_run)
    context.exit(1 if real_problems(plan.problems) else 0)


def _print_summary(plan: Plan, source: Path, *, dry_run: bool) -> None:
    items = plan.document.items
    highlights = sum(item.entry.highlight for item in items)
    sections = len(list(plan.document.walk()))
    said = [
        f"{source}: {_count(len(items), 'entry', 'entries')} in {_count(sections, 'section', 'sections')}",
        f"{highlights} highlighted",
        f"{_count(len(plan.new_records), 'new record', 'new records')}",
        f"{_count(plan.counts, 'citation count', 'citation counts')}",
    ]
    click.echo("\n" + ", ".join(said) + ".", err=dry_run)
    verb = "would write" if dry_run else "wrote"
    for path in plan.after:
        click.echo(f"  {verb} {path}", err=dry_run)
    if not plan.after:
        click.echo("  Nothing changed: the pages have it all.", err=dry_run)


def _beside(folder: Path) -> Path:
    """Where a site looks for its numbers: beside the folder of its list."""
    return (folder if folder.name not in ("", "..") else folder.resolve()).parent / "metrics.json"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


COMMAND = command
