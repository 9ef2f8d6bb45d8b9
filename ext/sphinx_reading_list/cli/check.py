"""``reading-list check``: what is wrong with a list, where, and what to do; ``--fix`` mends what is mechanical."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from ..checks._running import checks, chosen, codes, find, mend
from ..core.entry import Location
from ..core.nearest import Nearest
from ..core.problems import Code, Problem
from ._clock import today
from ._files import FailedError, write_all
from ._formats import FORMATS
from ._history import DatesAdded
from ._report import print_diff, print_problem
from ._site import load_site, site_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..checks._site import Site

_CODES = "CODES"


@click.command(name="check")
@click.argument("paths", metavar="[PATHS]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--fix", is_flag=True, help="Mend what can be mended without a person, and show it.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would change, as a diff, and write nothing.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True,
    help="How problems are written: for people, as annotations of a pull request, or for programs.",
)  # fmt: skip
@click.option("--select", multiple=True, metavar=_CODES, help="Look for these only; separated by commas, or repeated.")
@click.option("--ignore", multiple=True, metavar=_CODES, help="Don't report these.")
@site_options
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    fix: bool,
    dry_run: bool,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folder: Path | None,
    bib: Path | None,
    metrics: Path | None,
) -> None:
    """Say what is wrong with a list: with file, line, code, and what to do.

    The whole list is read, as the site would show it, without Sphinx. With PATHS, only problems in these files and
    folders are reported. Exit status: 0 nothing is wrong, 1 something is, 2 it could not be done.

    Which rules are on can be set in pyproject.toml, under [tool.reading-list].

    Example:

        reading-list check --fix --ignore repeated-entry
    """
    if dry_run and not fix:
        raise click.UsageError("--dry-run shows what --fix would change, and goes with it only.")
    try:
        dates = DatesAdded(today(os.environ))
        site = _asked(load_site(folder, bib, metrics), _split(select), dates)
        wanted = _chosen(site, _split(select), _split(ignore))
        concerns = _within(site, paths)
        fixed: list[Problem] = []
        if fix:
            mended = mend(site, wanted, concerns)
            fixed, left = mended.fixed, mended.left
            _write(site, mended.site, dry_run=dry_run)
        else:
            left = [problem for problem in find(site, wanted) if concerns(problem)]
    except FailedError as error:
        print_problem(error.problem)
        context.exit(2)
    for problem in dates.problems:
        print_problem(problem)
    for problem in fixed:
        click.echo(f"{'would fix' if dry_run else 'fixed'} {problem}", err=True)
    click.echo(FORMATS[form](left), nl=False)
    click.echo(_summary(left, fixed, site, fix=fix, dry_run=dry_run), err=True)
    context.exit(1 if left or (dry_run and fixed) else 0)


def _asked(site: Site, select: Sequence[str], dates: DatesAdded) -> Site:
    """The list with what only this run knows: the rules that are asked for by name, and when entries came."""
    settings = {**site.settings, "select": tuple(select) or site.settings["select"]}
    return replace(site, settings=settings, dates_added=dates)


def _split(values: Iterable[str]) -> list[str]:
    return [code.strip() for value in values for code in value.split(",") if code.strip()]


def _chosen(site: Site, select: list[str], ignore: list[str]) -> Callable[[str], bool]:
    """Whether a code is looked for; what is asked for on the command line goes before the settings."""
    settings = [*site.settings["select"]], [*site.settings["ignore"]]
    known = codes()
    for code in (*select, *ignore, *settings[0], *settings[1]):
        if code not in known:
            message = f"{code!r} is no code{Nearest(known).hint(code)}"
            raise FailedError(Problem(Code.BAD_SETTING, message, advice=f"There are: {', '.join(checks())}."))
    ignored = [*ignore, *(code for code in settings[1] if code not in select)]
    return chosen(select or settings[0], ignored)


def _within(site: Site, paths: Sequence[Path]) -> Callable[[Problem], bool]:
    """Whether a problem is in one of the files and folders; all are, where none is named."""
    if not paths:
        return lambda problem: True
    files = {name: Path(name).resolve() for name in (*site.texts(), *site.files, *site.others, site.metrics_path)}
    named = [path.resolve() for path in paths]
    inside = {name for name, file in files.items() if any(file == path or path in file.parents for path in named)}
    for path, resolved in zip(paths, named, strict=True):
        if not any(file == resolved or resolved in file.parents for file in files.values()):
            raise FailedError(Problem(Code.NO_LIST, "is no part of the list", Location(path.as_posix())))
    return lambda problem: problem.location.path in inside


def _write(before: Site, after: Site, *, dry_run: bool) -> None:
    old, new = before.texts(), after.texts()
    changed = {Path(path): text for path, text in new.items() if text != old.get(path)}
    if dry_run:
        print_diff({path: old.get(path.as_posix(), "") for path in changed}, changed)
    else:
        write_all(changed)


def _summary(left: Sequence[Problem], fixed: Sequence[Problem], site: Site, *, fix: bool, dry_run: bool) -> str:
    said = [f"{_count(len(site.works), 'work')} on {_count(len(site.pages), 'page')}"]
    said.append(f"{_count(len(left), 'problem')}" if left else "no problems")
    if fixed:
        said.append(f"{len(fixed)} {'to be fixed' if dry_run else 'fixed'}")
    known = checks()
    mendable = sum(1 for problem in left if problem.code.code in known and known[problem.code.code].fix)
    if mendable and not fix:
        said.append(f"--fix may mend {mendable}")
    return f"{', '.join(said)}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


COMMAND = command
