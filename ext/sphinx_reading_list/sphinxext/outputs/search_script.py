"""``find/search.js``: all scripts of the search in one, for pages to load once a reader wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...finding.script import joined
from ..pages.addresses import SEARCH_FILE
from ..pages.scripts import SEARCH_SCRIPTS
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite

STATIC = Path(__file__).parents[1] / "static"


def search_script(site: ListSite) -> Files:  # noqa: ARG001
    """The one file, the same on every site."""
    yield SEARCH_FILE, joined((STATIC / name).read_text(encoding="utf-8") for name in SEARCH_SCRIPTS)


OUTPUT = Output("search-script", search_script)
