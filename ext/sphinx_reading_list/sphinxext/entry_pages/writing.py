"""Write the pages of the entries that show something else than at the last build, and remove those that are gone."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain import the_domain
from ..pages.addresses import FILE_BUILDERS
from .frame import setup_frame
from .item_list import setup_item_list
from .manifest import read_manifest, state_of, template_text, write_manifest
from .site import EntrySite
from .writer import PageWriter, is_there, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


def setup_entry_pages(app: Sphinx) -> None:
    """Write the pages with those of other extensions."""
    setup_frame(app)
    setup_item_list(app)
    app.connect("html-collect-pages", write_entry_pages)
    app.connect("builder-inited", add_style_sheet)


def add_style_sheet(app: Sphinx) -> None:
    """Link the pages' style sheet; cards have a link to their page, so it is on every page."""
    if app.builder.name in FILE_BUILDERS and app.config.reading_list_entry_pages:
        app.add_css_file("reading-list-entry.css")


def write_entry_pages(app: Sphinx) -> Iterable[tuple[str, dict[str, object], str]]:
    """Write what changed; Sphinx itself is given no page to write."""
    if app.builder.name not in FILE_BUILDERS:
        return []
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    manifest = Path(app.doctreedir) / f"reading_list_{builder.name}_pages.json"
    shown = the_domain(app.env).data["digests"][builder.name]
    old_state, old = read_manifest(manifest)
    site = EntrySite(app, builder)
    state = state_of(builder, shown, template_text(site.templates), site.repository, find_spec("PIL") is None)
    if state == old_state and all(is_there(builder, name) for name in old):
        return []
    new: dict[str, str] = {}
    if app.config.reading_list_entry_pages:
        new = PageWriter(site, Path(app.doctreedir)).write(old)
    for page in old.keys() - new.keys() - app.env.found_docs:
        path = path_of(builder, page)
        path.unlink(missing_ok=True)
        if builder.name == "dirhtml" and path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
    write_manifest(manifest, state, new)
    return []
