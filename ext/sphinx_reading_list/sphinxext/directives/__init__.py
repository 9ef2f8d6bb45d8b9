"""The directives that contributors write on pages, one a file."""

from __future__ import annotations

from .entries import EntriesDirective
from .entry import EntryDirective
from .formerly import FormerlyDirective

__all__ = ["EntriesDirective", "EntryDirective", "FormerlyDirective"]
