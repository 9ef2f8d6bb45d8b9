"""``entries.json``: the whole list for programs. Its form is versioned; what is unknown is absent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..core.sites import face_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.catalogue import Catalogue
    from ..core.entry import Appearance, Entry, Link, Metric
    from ..core.names import Author

SCHEMA = 1
"""The version of the form; it rises when a field changes its meaning or goes."""


def entries_json(catalogue: Catalogue) -> str:
    """All entries in the order of their first appearance, as JSON text in UTF-8 that ends in a line feed."""
    entries = [item(entry, catalogue.by_key.get(key, ())) for key, entry in catalogue.entries.items()]
    return json.dumps({"schema": SCHEMA, "entries": entries}, ensure_ascii=False, indent=1) + "\n"


def item(entry: Entry, appearances: Iterable[Appearance]) -> dict[str, Any]:
    """One entry as it stands in the file."""
    date = entry.date
    fields = {
        "key": entry.key,
        "formerly": list(entry.formerly),
        "kind": entry.kind,
        "title": entry.title,
        "aka": list(entry.aka),
        "authors": [_author(author) for author in entry.authors],
        "authors_elided": entry.authors_elided,
        "date": date and date.isoformat(),
        "year": date and date.year,
        "month": date and date.month,
        "published": entry.published and entry.published.isoformat(),
        "venue": entry.venue,
        "status": entry.status,
        "added": entry.added and entry.added.isoformat(),
        "url": entry.url,
        "links": [_link(link) for link in entry.links],
        "identifiers": dict(reversed(entry.identifiers)),
        "tags": list(entry.tags),
        "metrics": {metric.name: _metric(metric) for metric in entry.metrics},
        "appearances": [_appearance(appearance) for appearance in appearances],
    }
    return _known(fields)


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    # Zero is no month.
    return {name: value for name, value in fields.items() if value or name == "count"}


def _author(author: Author) -> dict[str, Any]:
    if author.collective or not author.given:
        return {"name": author.name}
    family = f"{author.particle} {author.family}".strip()
    return _known({"family": family, "given": author.given, "suffix": author.suffix})


def _link(link: Link) -> dict[str, Any]:
    face = face_of(link)
    return _known({"label": face.name, "url": link.url, "kind": face.kind, "detail": link.detail})


def _metric(metric: Metric) -> dict[str, Any]:
    retrieved = metric.retrieved and metric.retrieved.isoformat()
    return _known({"count": metric.count, "source": metric.source, "url": metric.url, "retrieved": retrieved})


def _appearance(appearance: Appearance) -> dict[str, Any]:
    section, curated = appearance.section, appearance.curated
    place = {"section": section.name, "page": section.page, "anchor": appearance.anchor}
    return place | {"highlight": curated.highlight} | _known({"note": curated.note})
