"""The files beside the pages: ``cite/`` in every export format, and ``entries.json``.

A file is written only where its text changed, and a file that is no longer ours to write is removed, so that an
incremental build leaves what a clean one would.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..core.registry import discover
from ..exports.entries_json import entries_json
from .domain import the_domain
from .pages.addresses import FILE_BUILDERS, entry_file, section_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

    from ..core.catalogue import Catalogue
    from ..exports._export import Export


def setup_outputs(app: Sphinx) -> None:
    """Write the files when the pages are written."""
    app.connect("build-finished", write_outputs)


def export_formats() -> Mapping[str, Export]:
    """The export formats, by name."""
    return discover("sphinx_reading_list.exports", "EXPORT", "sphinx_reading_list.exports")


def output_files(catalogue: Catalogue, formats: Iterable[Export]) -> Iterator[tuple[str, str]]:
    """The path and the text of each file."""
    yield "entries.json", entries_json(catalogue)
    for export in formats:
        texts = {key: export.one(entry, catalogue.records.get(key)) for key, entry in catalogue.entries.items()}
        yield f"cite/all{export.suffix}", export.join(list(texts.values()))
        for key, text in texts.items():
            yield entry_file(key, export.suffix), export.join([text])
        for section in catalogue.sections:
            keys = dict.fromkeys(appearance.key for appearance in catalogue.by_section.get(section.name, ()))
            yield section_file(section.name, export.suffix), export.join([texts[key] for key in keys])


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """Write what changed since the last build; nothing is even looked at where no page shows anything else."""
    if exception is not None or app.builder.name not in FILE_BUILDERS:
        return
    domain = the_domain(app.env)
    manifest = Path(app.doctreedir) / f"reading_list_{app.builder.name}_files.json"
    old_state, old = _read_manifest(manifest)
    state = _digest(f"{__version__} {sorted(domain.data['digests'][app.builder.name].items())}")
    if state == old_state and Path(app.outdir, "entries.json").exists():
        return
    new = {}
    for path, text in output_files(domain.catalogue, export_formats().values()):
        new[path] = _digest(text)
        target = Path(app.outdir, path)
        if old.get(path) != new[path] or not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
    for path in old.keys() - new.keys():
        Path(app.outdir, path).unlink(missing_ok=True)
    manifest.write_text(json.dumps({"state": state, "files": new}), encoding="utf-8")


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _read_manifest(path: Path) -> tuple[str, dict[str, str]]:
    """What the last build wrote: the digest of what the site showed, and the digest of each file."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        return str(manifest["state"]), dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", {}
