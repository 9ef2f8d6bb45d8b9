"""Write the pages of the indexes where they show something else than at the last build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..made_pages.keeping import keep_pages
from ..made_pages.manifest import template_text
from ..pages.addresses import FILE_BUILDERS
from .site import IndexSite
from .writer import TEMPLATES, IndexWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


def setup_index_pages(app: Sphinx) -> None:
    """Write the pages with those of other extensions."""
    app.connect("html-collect-pages", write_index_pages)


def write_index_pages(app: Sphinx) -> Iterable[tuple[str, dict[str, object], str]]:
    """Write what changed; Sphinx itself is given no page to write."""
    if app.builder.name not in FILE_BUILDERS:
        return []
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    site = IndexSite(app, builder)

    def write(old: Mapping[str, str]) -> dict[str, str]:
        return IndexWriter(site, Path(app.doctreedir)).write(old) if app.config.reading_list_index_pages else {}

    keep_pages(app, builder, "indexes", (template_text(site.templates, *TEMPLATES),), write)
    return []
