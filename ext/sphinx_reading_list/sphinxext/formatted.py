"""Formatted records, kept from build to build.

pybtex takes some milliseconds to format a record: after an edit of one, only that one is formatted again.
"""

from __future__ import annotations

import hashlib
import pickle
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from pybtex.database import Entry


class FormattedTexts:
    """A memo of records' formatted texts, in a file that is read when the first text is asked for.

    A text is found by the style and by all that the record says, so that a stale one is never found.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used: dict[str, Any] = {}
        self._changed = False

    @cached_property
    def _kept(self) -> dict[str, Any]:
        try:
            kept = pickle.loads(self._path.read_bytes())  # noqa: S301  (our own file, beside Sphinx's own pickles)
        except Exception:  # any damage to a cache means that there is none
            return {}
        return kept if isinstance(kept, dict) else {}

    def text(self, style: Any, label: str, entry: Entry) -> Any:
        """The text of a record in a pybtex style, as pybtex's rich text."""
        said = (type(style).__module__, type(style).__name__, entry.type, list(entry.fields.items()), entry.persons)
        digest = hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()
        if digest not in self._used:
            if digest not in self._kept:
                self._kept[digest] = style.format_entry(label, entry).text
                self._changed = True
            self._used[digest] = self._kept[digest]
        return self._used[digest]

    def save(self) -> None:
        """Write what was used in this build, if any of it is new."""
        if self._changed:
            self._path.write_bytes(pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL))
