"""CSL-JSON: what citation processors and reference managers exchange, pandoc and Zotero among them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ._csl_item import csl_item
from ._export import Export, Provenance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.entry import Entry
    from ..core.record import Record


def csl_json(entry: Entry, record: Record | None = None) -> str:
    """An entry as one item, JSON in UTF-8: a variable a line, without a line feed at its end."""
    return _written(csl_item(entry, record))


def _written(item: dict[str, Any]) -> str:
    lines = (f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _join(texts: Sequence[str]) -> str:
    return "[" + ",\n".join(texts) + "]\n"


def _sign(text: str, provenance: Provenance) -> str:
    """Each item with its ``source``, CSL's variable for where an item comes from; no style prints it."""
    said = str(provenance)
    if not said:
        return text
    return _join([_written(item | {"source": said}) for item in json.loads(text)])


EXPORT = Export("csl-json", "CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", csl_json, _join, _sign)
