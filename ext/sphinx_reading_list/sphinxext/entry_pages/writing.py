"""Write the pages of the entries that show something else than at the last build, and remove those that are gone."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..made_pages.keeping import keep_pages
from ..made_pages.manifest import template_text
from ..pages.addresses import FILE_BUILDERS
from .item_list import setup_item_list
from .site import EntrySite
from .writer import TEMPLATES, PageWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


def setup_entry_pages(app: Sphinx) -> None:
    """Write the pages with those of other extensions."""
    setup_item_list(app)
    app.connect("html-collect-pages", write_entry_pages)


def write_entry_pages(app: Sphinx) -> Iterable[tuple[str, dict[str, object], str]]:
    """Write what changed; Sphinx itself is given no page to write."""
    if app.builder.name not in FILE_BUILDERS:
        return []
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    site = EntrySite(app, builder)
    more = (template_text(site.templates, *TEMPLATES), site.repository, find_spec("PIL") is None)

    def write(old: Mapping[str, str]) -> dict[str, str]:
        return PageWriter(site, Path(app.doctreedir)).write(old) if app.config.reading_list_entry_pages else {}

    keep_pages(app, builder, "pages", more, write)
    return []
