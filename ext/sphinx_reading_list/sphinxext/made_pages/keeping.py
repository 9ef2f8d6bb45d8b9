"""Write made pages where they show something else than at the last build, and remove those that are gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..domain import the_domain
from .files import is_there, path_of
from .manifest import read_manifest, state_of, write_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


def keep_pages(
    app: Sphinx,
    builder: StandaloneHTMLBuilder,
    family: str,
    more: Iterable[object],
    write: Callable[[Mapping[str, str]], dict[str, str]],
) -> None:
    """Bring the pages of a family up to date; it is named in the manifest's file.

    ``more`` is what they could show beside the list, the settings and the theme. ``write`` is only called where any of
    these changed: it gets the digest of what each page (by docname) showed, writes those that show something else, and
    returns the digest of all that there are now.
    """
    manifest = Path(app.doctreedir) / f"reading_list_{builder.name}_{family}.json"
    shown = the_domain(app.env).data["digests"][builder.name]
    old_state, old = read_manifest(manifest)
    state = state_of(builder, shown, *more)
    if state == old_state and all(is_there(builder, name) for name in old):
        return
    new = write(old)
    for page in old.keys() - new.keys() - app.env.found_docs:
        path = path_of(builder, page)
        path.unlink(missing_ok=True)
        _remove_empty(path.parent, Path(builder.outdir))
    write_manifest(manifest, state, new)


def _remove_empty(folder: Path, outdir: Path) -> None:
    """Remove a folder that nothing is in any more, and those above it."""
    while folder != outdir and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
