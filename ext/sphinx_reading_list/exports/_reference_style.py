"""What a style of formatted references is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._reference_marks import Reference
    from ._reference_work import Work


class ReferenceStyle(NamedTuple):
    """A style: ``name`` in options, ``label`` for people, and how it writes a work."""

    name: str
    label: str
    write: Callable[[Work], Reference]
