"""The form of ``entries.json``, declared once: as JSON Schema (draft 2020-12) for programs, and for the reference.

A field that isn't declared here is an error of ours: nothing else is allowed.
"""

from __future__ import annotations

import json
from typing import Any

from ..core.kinds import KINDS
from .entries_json import SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = "entries.schema.json"


def _text(description: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "string", "minLength": 1} | ({"description": description} if description else {}) | more


def _list(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": items, "minItems": 1}


def _object(properties: dict[str, Any], required: list[str], description: str = "") -> dict[str, Any]:
    return {
        "type": "object",
        **({"description": description} if description else {}),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _date(description: str) -> dict[str, Any]:
    return _text(f"{description}, ISO 8601, as far as known: 2024-05", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")


_URL = _text()
_AUTHOR = {
    "anyOf": [
        _object({"family": _text(), "given": _text(), "suffix": _text()}, ["family", "given"]),
        _object({"name": _text()}, ["name"]),
    ]
}
_METRIC = _object(
    {
        "count": {"type": "integer", "minimum": 0},
        "source": _text(),
        "url": _URL,
        "retrieved": _text(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    },
    ["count"],
)
_LINK = _object({"label": _text(), "url": _URL, "kind": _text(), "detail": _text()}, ["label", "url", "kind"])
_APPEARANCE = _object(
    {
        "section": _text(),
        "page": _text(),
        "anchor": _text(),
        "highlight": {"type": "boolean"},
        "note": _text(),
    },
    ["section", "page", "anchor", "highlight"],
)
FIELDS: dict[str, dict[str, Any]] = {
    "key": _text("the citation key; it doesn't change"),
    "formerly": _list("keys that it had before; their addresses lead on", _text()),
    "kind": {"enum": sorted(kind.name for kind in KINDS), "description": "what sort of work it is"},
    "title": _text("as on the card"),
    "aka": _list("other titles", _text()),
    "authors": _list(
        "{family, given, suffix}, or {name} for an organisation and for a name that isn't taken apart", _AUTHOR
    ),
    "authors_elided": {"const": True, "description": "more authors are known to exist than are named"},
    "date": _date("first submission"),
    "year": {"type": "integer", "minimum": 1, "maximum": 9999, "description": "of date"},
    "month": {"type": "integer", "minimum": 1, "maximum": 12, "description": "of date"},
    "published": _date("publication"),
    "venue": _text("where it was published"),
    "status": {"enum": ["retracted", "withdrawn"], "description": "where the record says so"},
    "added": _date("when it came into the list"),
    "url": _text("where the title leads"),
    "links": _list("{label, url, kind, detail}", _LINK),
    "identifiers": {
        "type": "object",
        "description": "arxiv, doi, … and the work's name there",
        "additionalProperties": _text(),
        "minProperties": 1,
    },
    "tags": _list("the curator's", _text()),
    "metrics": {
        "type": "object",
        "description": "citations and stars, each with count, source, url, retrieved",
        "additionalProperties": _METRIC,
        "minProperties": 1,
    },
    "appearances": _list("{section, page, anchor, highlight, note}; the first one is canonical", _APPEARANCE),
}
"""The fields of an entry, in the order in which they are written; what isn't known is absent."""
REQUIRED = ["key", "kind", "title", "appearances"]


def entries_schema() -> dict[str, Any]:
    """The schema as a value."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:sphinx-reading-list:entries:{SCHEMA}",
        "title": "The entries of a reading list",
        "description": "What entries.json holds. What isn't known is absent. schema rises when a field changes or goes.",
        **_object(
            {
                "schema": {"const": SCHEMA, "description": "the version of this form"},
                "entries": {"type": "array", "items": _object(FIELDS, REQUIRED)},
            },
            ["schema", "entries"],
        ),
    }


def entries_schema_text() -> str:
    """The schema as a file."""
    return json.dumps(entries_schema(), ensure_ascii=False, indent=2) + "\n"
