"""What a reader gets with a work: its code, data, a model or a video."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.entry import Link
from ..core.sites import face_of

if TYPE_CHECKING:
    from ..core.entry import Entry

RESOURCES = ("code", "data", "model", "video")
"""What there may be, in the order in which it is offered."""
_OF_KIND = {"repository": "code", "dataset": "data", "model": "model", "video": "video"}
_OF_LINK = {"code": "code", "notebook": "code", "dataset": "data", "model": "model", "video": "video"}


def resources_of(entry: Entry) -> tuple[str, ...]:
    """What an entry is, or has a link to."""
    kinds = (face_of(link).kind for link in (Link(entry.url), *entry.links) if link.url)
    found = {_OF_KIND.get(entry.kind), *map(_OF_LINK.get, kinds)}
    return tuple(name for name in RESOURCES if name in found)
