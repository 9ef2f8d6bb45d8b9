"""On the pages of the list: for search engines, which entries stand there and where each has its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...metadata.html import json_script
from ...metadata.jsonld import list_ld
from ..domain import the_domain
from ..outputs.writing import list_site
from ..pages import addresses

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def setup_item_list(app: Sphinx) -> None:
    """Add the list to the head of each page with cards."""
    app.connect("html-page-context", add_item_list)


def add_item_list(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the entries of a page, each once, in their order; addresses are absolute where the site's own is known."""
    places = the_domain(app.env).catalogue.by_page.get(pagename, ()) if doctree is not None else ()
    if not places or app.builder.name not in addresses.FILE_BUILDERS:
        return
    base = list_site(app).base_url
    found: dict[str, str] = {}
    for place in places:
        page = addresses.entry_page_from(app.builder, pagename, place.key)
        there = addresses.page_address(app.builder, addresses.entry_page(place.key))
        card = addresses.page_address(app.builder, pagename, place.anchor)
        found.setdefault(place.key, base + (there if page else card) if base else page or f"#{place.anchor}")
    url = base + addresses.page_address(app.builder, pagename) if base else ""
    title = app.env.titles[pagename].astext()
    context["metatags"] = context.get("metatags", "") + json_script(list_ld(title, url, found.values()))
