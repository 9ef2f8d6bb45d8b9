"""Formatted references, for people to paste into a text: each style a file of this folder that defines ``STYLE``.

They are written by rules of our own, not by a CSL processor: citeproc-py 0.11 with the official styles writes a given
name in Chinese characters as ``. 小明 .``, doubles marks (``?.``, ``et al..``), repeats the title of a work that nobody
signed, leaves ``&`` in HTML unescaped, and takes milliseconds a reference.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ..core.registry import discover
from ._csl_item import csl_item
from ._export import Export
from ._reference_marks import Reference
from ._reference_style import ReferenceStyle
from ._reference_work import Work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.entry import Entry
    from ..core.record import Record

__all__ = ["Reference", "ReferenceStyle", "all_formats", "reference", "reference_of", "reference_styles"]


def reference_styles() -> Mapping[str, ReferenceStyle]:
    """The styles, by name."""
    return discover("sphinx_reading_list.exports", "STYLE", "sphinx_reading_list.reference_styles")


def reference(item: dict[str, Any], style: str) -> Reference:
    """An item of CSL-JSON, formatted; raise ``KeyError`` for a style that there isn't."""
    return reference_styles()[style].write(Work(item))


def reference_of(entry: Entry, record: Record | None, style: str) -> Reference:
    """An entry, formatted."""
    return reference(csl_item(entry, record), style)


@cache
def all_formats() -> Mapping[str, Export]:
    """What can be exported, by name: the formats whose files the site has, and each style of references as text."""
    formats = dict(discover("sphinx_reading_list.exports", "EXPORT", "sphinx_reading_list.exports"))
    formats |= {name: _as_text(style) for name, style in reference_styles().items() if name not in formats}
    return dict(sorted(formats.items()))


def _as_text(style: ReferenceStyle) -> Export:
    """A style as an export: a reference a line."""

    def one(entry: Entry, record: Record | None) -> str:
        return reference_of(entry, record, style.name).text + "\n"

    return Export(style.name, style.label, f".{style.name}.txt", "text/plain", one)
