"""``find/start.js``, what pages have of the search from the start, and ``find/search.js``, all its other scripts in one,
which they load once a reader wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...finding.script import joined
from ..pages.addresses import SEARCH_FILE, START_FILE
from ..pages.scripts import SEARCH_SCRIPTS, START_SCRIPT
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite

STATIC = Path(__file__).parents[1] / "static"


def search_script(site: ListSite) -> Files:  # noqa: ARG001
    """The files, the same on every site."""
    yield from scripts().items()


def scripts() -> dict[str, str]:
    """What is made of the scripts, by path."""
    made_of = {START_FILE: (START_SCRIPT,), SEARCH_FILE: SEARCH_SCRIPTS}
    return {
        path: joined((STATIC / name).read_text(encoding="utf-8") for name in names) for path, names in made_of.items()
    }


OUTPUT = Output("search-script", search_script, lambda site: scripts())
