"""``entries.json``: the whole list for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...exports.entries_json import entries_json
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite


def entries_file(site: ListSite) -> Files:
    """The one file."""
    yield "entries.json", entries_json(site.catalogue)


OUTPUT = Output("entries", entries_file)
