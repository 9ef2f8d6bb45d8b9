"""``find/*.js``: what the search reads, as classic scripts (see ``citation_scripts``)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ...finding.index import search_index
from ...finding.notes import search_notes
from ..pages.addresses import INDEX_FILE, NOTES_FILE
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite


def search_scripts(site: ListSite) -> Files:
    """The index, and the notes."""
    yield INDEX_FILE, _call("index", search_index(site.catalogue, site.path_of))
    yield NOTES_FILE, _call("notes", search_notes(site.catalogue))


def _call(function: str, argument: object) -> str:
    """A call as ASCII (see ``citation_scripts``), and without a space that isn't needed."""
    written = json.dumps(argument, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"sphinxReadingList.{function}({written});\n"


OUTPUT = Output("search-index", search_scripts)
