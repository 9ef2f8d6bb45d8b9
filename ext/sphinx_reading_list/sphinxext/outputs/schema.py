"""``entries.schema.json``: what ``entries.json`` may hold, as JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...exports.entries_schema import FILE, entries_schema_text
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite


def schema_file(site: ListSite) -> Files:  # noqa: ARG001
    """The one file; it is the same for every list."""
    yield FILE, entries_schema_text()


OUTPUT = Output("schema", schema_file)
