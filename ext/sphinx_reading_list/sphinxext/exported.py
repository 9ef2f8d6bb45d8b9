"""Entries as text in each export format, kept from build to build: what is unchanged is not formatted again."""

from __future__ import annotations

import hashlib
import pickle
from functools import cache, cached_property
from typing import TYPE_CHECKING

from .. import __version__
from ..core.registry import discover
from ..exports._csl_item import csl_item
from ..exports._reference_marks import Reference
from ..exports.references import reference, reference_styles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..core.catalogue import Catalogue
    from ..exports._export import Export


def export_formats() -> Mapping[str, Export]:
    """The export formats that have files of their own, by name."""
    return discover("sphinx_reading_list.exports", "EXPORT", "sphinx_reading_list.exports")


def offered_formats() -> tuple[Export, ...]:
    """These formats as readers are offered them: BibTeX, which most look for, then the others by their labels."""
    return tuple(
        sorted(export_formats().values(), key=lambda export: (export.name != "bibtex", export.label.casefold()))
    )


class ExportedTexts:
    """The texts of a catalogue's entries, by format and key.

    They are kept in a file that is read when the first one is asked for. A text is found by all that its entry and
    record say, so that a stale one is never found.
    """

    def __init__(self, path: Path, catalogue: Catalogue) -> None:
        self._path, self._catalogue = path, catalogue
        self._used: dict[str, dict[str, str]] = {}
        self._by_key: dict[str, dict[str, str]] = {}
        self._changed = False
        self.digest = cache(self._digest)
        """A digest of all that an entry, by its key, and its record say."""

    @cached_property
    def _kept(self) -> dict[str, dict[str, str]]:
        try:
            version, kept = pickle.loads(self._path.read_bytes())  # noqa: S301  (our own file, beside Sphinx's own pickles)
        except Exception:  # any damage to a cache means that there is none
            return {}
        return kept if version == __version__ and isinstance(kept, dict) else {}

    def text(self, export: Export, key: str) -> str:
        """What the format's ``one`` makes of an entry."""
        texts = self._by_key.get(key) or self._texts_of(key)
        if export.name not in texts:
            texts[export.name] = export.one(self._catalogue.entries[key], self._catalogue.records.get(key))
            self._changed = True
        return texts[export.name]

    def references(self, key: str) -> dict[str, Reference]:
        """An entry formatted in each style, by the style's name."""
        texts = self._by_key.get(key) or self._texts_of(key)
        # No format's name has a space.
        missing = [name for name in reference_styles() if f"{name} html" not in texts]
        if missing:
            item = csl_item(self._catalogue.entries[key], self._catalogue.records.get(key))
            for name in missing:
                texts[f"{name} text"], texts[f"{name} html"] = reference(item, name)
            self._changed = True
        return {name: Reference(texts[f"{name} text"], texts[f"{name} html"]) for name in reference_styles()}

    def _texts_of(self, key: str) -> dict[str, str]:
        digest = self.digest(key)
        texts = self._by_key[key] = self._used[digest] = self._kept.get(digest, {})
        return texts

    def _digest(self, key: str) -> str:
        record = self._catalogue.records.get(key)
        said = (self._catalogue.entries[key], record.said if record else ())
        return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()

    def save(self) -> None:
        """Keep what was used in this build, if any of it is new."""
        if self._changed or self._used.keys() != self._kept.keys():
            self._path.write_bytes(pickle.dumps((__version__, self._used), pickle.HIGHEST_PROTOCOL))
