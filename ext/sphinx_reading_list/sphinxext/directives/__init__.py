"""The directives that contributors write on pages, one a file."""

from __future__ import annotations

from .entries import EntriesDirective
from .entry import EntryDirective

__all__ = ["EntriesDirective", "EntryDirective"]
