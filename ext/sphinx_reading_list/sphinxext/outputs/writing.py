"""Write the files beside the pages.

A file is written only where its text changed, and a file that is no longer ours to write is removed, so that an
incremental build leaves what a clean one would.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ... import __version__
from ...core.registry import discover
from ...core.settings import SETTINGS
from ...exports._export import Provenance
from ...exports.references import all_formats
from ..domain import the_domain
from ..pages.addresses import FILE_BUILDERS
from ._output import ListSite, OnDemand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from ._output import Output

_SHOWN = "shown "
"""Before the digest of what a file shows, where that isn't the digest of its text."""


def setup_outputs(app: Sphinx) -> None:
    """Write the files when the pages are written."""
    app.connect("build-finished", write_outputs)


def outputs() -> Mapping[str, Output]:
    """The kinds of files, by name."""
    return discover("sphinx_reading_list.sphinxext.outputs", "OUTPUT", "sphinx_reading_list.outputs")


def list_site(app: Sphinx) -> ListSite:
    """What the outputs are made from."""
    domain = the_domain(app.env)
    config = app.config
    base_url = f"{config.html_baseurl.rstrip('/')}/" if config.html_baseurl else ""
    title = config.project
    return ListSite(domain.catalogue, domain.texts, Provenance(title, base_url), title, base_url, app.builder)


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """Write what changed since the last build; nothing is even looked at where no page shows anything else."""
    if exception is not None or app.builder.name not in FILE_BUILDERS:
        return
    site = list_site(app)
    digests = the_domain(app.env).data["digests"][app.builder.name]
    manifest = Path(app.doctreedir) / f"reading_list_{app.builder.name}_files.json"
    old_state, old = _read_manifest(manifest)
    kinds = [(output.name, output.shown(site)) for output in outputs().values()]
    said = (__version__, site.provenance, _settings(app), kinds, [*all_formats()], sorted(digests.items()))
    state = _digest(repr(said))
    if state == old_state and Path(app.outdir, "entries.json").exists():
        return
    new = {}
    for output in outputs().values():
        for path, text in output.files(site):
            new[path] = f"{_SHOWN}{text.digest}" if isinstance(text, OnDemand) else _digest(text)
            target = Path(app.outdir, path)
            if old.get(path) != new[path] or not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes((text.make() if isinstance(text, OnDemand) else text).encode())
    for path in old.keys() - new.keys():
        _remove(Path(app.outdir, path), old[path])
    site.texts.save()
    manifest.write_text(json.dumps({"state": state, "files": new}), encoding="utf-8")


def _remove(path: Path, digest: str) -> None:
    """Remove a file that we wrote; where an old address is a page again, it is no longer ours."""
    if digest.startswith(_SHOWN) or (path.is_file() and _digest(path.read_bytes().decode(errors="replace")) == digest):
        path.unlink(missing_ok=True)


def _settings(app: Sphinx) -> list[object]:
    """What the files may show of ``conf.py``."""
    names = ("root_doc", "language", *(setting.config_name for setting in SETTINGS))
    return [getattr(app.config, name) for name in names]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _read_manifest(path: Path) -> tuple[str, dict[str, str]]:
    """What the last build wrote: the digest of what the site showed, and the digest of each file."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        return str(manifest["state"]), dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", {}
