"""CSL-JSON: what citation processors and reference managers exchange, pandoc and Zotero among them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ._csl_item import csl_item
from ._export import Export, Frame, Provenance

if TYPE_CHECKING:
    from ..core.entry import Entry
    from ..core.record import Record

_FRAME = Frame("[", ",\n", "]\n")


def csl_json(entry: Entry, record: Record | None = None) -> str:
    """An entry as one item, JSON in UTF-8: a variable a line, without a line feed at its end."""
    return _written(csl_item(entry, record))


def _written(item: dict[str, Any]) -> str:
    lines = (f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _sign(text: str, provenance: Provenance) -> str:
    """Each item with its ``source``, CSL's variable for where an item comes from; no style prints it."""
    said = str(provenance)
    if not said:
        return text
    items = [_written(item | {"source": said}) for item in json.loads(text)]
    return _FRAME.before + _FRAME.between.join(items) + _FRAME.after


EXPORT = Export("csl-json", "CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", csl_json, _FRAME, _sign)
