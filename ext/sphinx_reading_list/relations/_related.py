"""What a relation is."""

from __future__ import annotations

from typing import NamedTuple


class Related(NamedTuple):
    """An entry that is related to another, by its key, and why."""

    key: str
    why: str
