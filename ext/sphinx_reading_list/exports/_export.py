"""What a format is: its name, and how one entry and several are written in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..core.entry import Entry
    from ..core.record import Record


@dataclass(frozen=True, slots=True)
class Export:
    """An export format: ``name`` on the command line, ``label`` for people, ``suffix`` of its files.

    ``one`` writes an entry, with its record where there is one; it is pure, so that its result can be kept.
    ``join`` makes one file of several such texts, of none too.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    one: Callable[[Entry, Record | None], str]
    join: Callable[[Sequence[str]], str]
