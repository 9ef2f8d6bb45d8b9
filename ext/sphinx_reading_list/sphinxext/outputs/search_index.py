"""``find/*.js``: what the search reads, as classic scripts (see ``citation_scripts``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...finding.index import search_index
from ...finding.notes import search_notes
from ...finding.script import call
from ..pages.addresses import INDEX_FILE, NOTES_FILE
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite


def search_scripts(site: ListSite) -> Files:
    """The index, and the notes."""
    yield INDEX_FILE, call("index", search_index(site.catalogue, site.path_of))
    yield NOTES_FILE, call("notes", search_notes(site.catalogue))


OUTPUT = Output("search-index", search_scripts)
