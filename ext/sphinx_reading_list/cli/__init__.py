"""The ``reading-list`` program: the only room that prints; one command a file, found by folder."""

from __future__ import annotations

import rich_click as click

from .. import __version__
from ..core.registry import discover


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reading-list")
def main() -> None:
    """Turn a curated reading list into a site that people read, cite and contribute to.

    Exit status: 0 done; 1 done, with problems reported; 2 could not be done, and nothing was changed.
    """


for _command in discover("sphinx_reading_list.cli", "COMMAND", "sphinx_reading_list.commands").values():
    main.add_command(_command)
