"""``reading-list export``: the list, a section or some entries of it, in a format that other programs read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from ..core.nearest import Nearest
from ..core.problems import Code, Problem
from ..exports.entries_json import entries_json
from ..exports.references import all_formats
from ..lists.readmes.writing import write_readme
from ._files import FailedError, read_text, write_all
from ._readme import readme_document
from ._report import print_diff, print_problem, print_problems, real_problems
from ._site import load_site, site_options

if TYPE_CHECKING:
    from ..checks._site import Site

_FORMATS = {name.replace("_", "-"): export for name, export in all_formats().items()}
_OF_LISTS = {"entries": "all that is known, as in entries.json of the site", "readme": "a README of the whole list"}
_KNOWN = {**{name: export.label for name, export in _FORMATS.items()}, **_OF_LISTS}


class _Format(click.Choice[str]):
    """The name of a format; of a wrong one, the nearest is named."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            hint = Nearest(self.choices).hint(value)
            self.fail(f"{value!r} is no format{hint}. There are: {', '.join(self.choices)}.", param, ctx)
        return value


@click.command(
    name="export", epilog=f"Formats: {'; '.join(f'{name} ({label})' for name, label in sorted(_KNOWN.items()))}."
)
@click.argument("form", metavar="FORMAT", type=_Format(sorted(_KNOWN)))
@click.option(
    "--section", multiple=True, metavar="NAME", help="Only this section, and those below it; may be repeated."
)
@click.option("--key", "keys", multiple=True, metavar="KEY", help="Only the entry with this key; may be repeated.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it there; - is standard output.  [default: -]",
)
@click.option("--dry-run", is_flag=True, help="With -o: show what would change, as a diff, and write nothing.")
@site_options
@click.pass_context
def command(
    context: click.Context,
    form: str,
    section: tuple[str, ...],
    keys: tuple[str, ...],
    output: Path | None,
    dry_run: bool,
    folder: Path | None,
    bib: Path | None,
    metrics: Path | None,
) -> None:
    """Write the list, a section of it or some entries in another format.

    A section is named as in the address of its page: rlhf, rlhf/rewards. A README, which is of the whole list, looks as
    GitHub's awesome lists do; importing it gives the same entries again.

    What can't be read of the pages and of the .bib file is reported on standard error; all the rest is written.

    Exit status: 0 done, 1 done and problems reported, 2 it could not be done.

    Example:

        reading-list export readme -o README.md
    """
    output = None if output == Path("-") else output
    if dry_run and output is None:
        raise click.UsageError("--dry-run shows what --output would change, and goes with it only.")
    try:
        site = load_site(folder, bib, metrics)
        text = _text(site, form, section, keys)
        before = read_text(output, missing="") if output else ""
        if output and before != text and not dry_run:
            write_all({output: text})
    except FailedError as error:
        print_problem(error.problem)
        context.exit(2)
    if output is None:
        click.echo(text.encode("utf-8"), nl=False)
    elif dry_run:
        print_diff({output: before}, {output: text})
    else:
        said = "nothing changed in" if before == text else "wrote over" if before else "wrote"
        click.echo(f"{said} {output}", err=True)
    print_problems(site.problems, verbose=False)
    context.exit(1 if real_problems(site.problems) else 0)


def _text(site: Site, form: str, sections: tuple[str, ...], keys: tuple[str, ...]) -> str:
    if form == "readme":
        if sections or keys:
            message = "a README is of the whole list, without --section and --key"
            raise FailedError(Problem(Code.BAD_SETTING, message, advice="Leave them out, or name another format."))
        return write_readme(readme_document(site))
    chosen = _chosen(site, sections, keys)
    if form == "entries":
        entries = {key: site.works[key] for key in chosen}
        return entries_json(replace(site.catalogue, entries=entries))
    export = _FORMATS[form]
    return export.join([export.one(site.works[key], site.records.get(key)) for key in chosen])


def _chosen(site: Site, sections: tuple[str, ...], keys: tuple[str, ...]) -> list[str]:
    """The keys of the entries that are asked for, in the order of the site; of all, where nothing is."""
    names = [section.name for section in site.catalogue.sections]
    for name in sections:
        if not any(known == name or known.startswith(f"{name}/") for known in names):
            raise _unknown(f"{name!r} is no section{Nearest(names).hint(name)}", names)
    for key in keys:
        if key not in site.works:
            raise _unknown(f"{key!r} is no key{Nearest(site.works).hint(key)}", [])
    wanted = {
        card.key
        for card in site.catalogue.appearances
        if any(card.section.name == name or card.section.name.startswith(f"{name}/") for name in sections)
    }
    if not sections and not keys:
        wanted = {*site.catalogue.entries}
    return [key for key in site.works if key in wanted or key in keys]


def _unknown(message: str, there_are: list[str]) -> FailedError:
    advice = f"There are: {', '.join(there_are)}." if there_are else "Look it up on its card, or in the .bib file."
    return FailedError(Problem(Code.NO_LIST, message, advice=advice))


COMMAND = command
