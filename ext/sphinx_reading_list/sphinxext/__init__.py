"""The Sphinx extension: the only room that imports Sphinx.

Pages are read into the domain; what cards and views show is looked up in the domain's catalogue when they are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import __version__
from .build import setup_build
from .cite import setup_cite
from .cite_list import setup_cite_list
from .config import setup_config
from .directives import EntriesDirective, EntryDirective
from .domain import ReadingListDomain
from .entry_pages.writing import setup_entry_pages
from .feed_links import setup_feed_links
from .index_pages.writing import setup_index_pages
from .made_pages.frame import setup_frame
from .nodes import rl_entry, rl_view
from .outputs.writing import setup_outputs
from .pages.bibliography import setup_bibliography
from .pages.html import setup_html, visit_entry
from .pages.moved import setup_moved
from .pages.plain import ExpandCards
from .pages.views import visit_view
from .roles import EntryRole
from .styling import setup_styles

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_extension(app: Sphinx) -> dict[str, Any]:
    """Register everything, and load the extensions that ours builds upon."""
    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")
    setup_config(app)
    app.add_domain(ReadingListDomain)
    setup_cite(app)
    setup_build(app)
    app.add_node(rl_entry, html=(visit_entry, None))
    app.add_node(rl_view, html=(visit_view, None))
    app.add_directive("entry", EntryDirective)
    app.add_directive("entries", EntriesDirective)
    app.add_role("entry", EntryRole())
    app.add_post_transform(ExpandCards)
    setup_html(app)
    setup_styles(app)
    setup_bibliography(app)
    setup_frame(app)
    setup_entry_pages(app)
    setup_index_pages(app)
    setup_outputs(app)
    setup_feed_links(app)
    setup_moved(app)
    setup_cite_list(app)
    return {"version": __version__, "env_version": 3, "parallel_read_safe": True, "parallel_write_safe": True}
