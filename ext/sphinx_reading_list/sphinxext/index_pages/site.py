"""What the pages of the indexes need to know, worked out once a build."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..cards.card import highlight_of
from ..cards.templating import render_part
from ..domain import the_domain
from ..made_pages.manifest import digest
from ..made_pages.navigation import Navigator
from ..outputs.writing import list_site
from ..pages import addresses
from ..pages.html import template_folders
from ..views._browse import browse_page, query_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ...indexes.grouping import Heading
    from ..made_pages.navigation import Navigation


class IndexSite:
    """The list, and where everything is, seen from the pages of indexes; ``depth`` is how many folders one is in."""

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        self.builder = builder
        self.env = app.env
        self.domain = the_domain(app.env)
        self.catalogue = self.domain.catalogue
        self.indexes = self.domain.indexes
        self.list = list_site(app)
        self.templates = template_folders(builder)
        self.browse = browse_page(self.domain.data["views"])
        self.entry_pages: bool = app.config.reading_list_entry_pages
        self._navigator = Navigator(self.env)
        self.navigation = cache(self._navigation)
        # An entry is on some ten pages.
        self.entry_html = cache(self._entry_html)
        self.brief = cache(self._brief)

    def depth(self, page: str) -> int:
        """How many folders below the site's root a page is."""
        return self.builder.get_target_uri(page).count("/")

    def address(self, depth: int, page: str, anchor: str = "") -> str:
        """The address of a page, or of an anchor on it."""
        return "../" * depth + addresses.page_address(self.builder, page, anchor)

    def filtered(self, depth: int, index: str, heading: Heading) -> str:
        """The address of the search with a heading as its filter; empty where the site has none."""
        return self.address(depth, self.browse) + query_of({index: heading.value}) if self.browse else ""

    def entry_place(self, key: str) -> tuple[str, str]:
        """The page and the anchor where an entry is shown: its own page, else its first card."""
        if self.entry_pages and addresses.entry_page(key) not in self.env.found_docs:
            return addresses.entry_page(key), ""
        first = self.catalogue.by_key[key][0]
        return first.section.page, first.anchor

    def _brief(self, key: str) -> str:
        return digest(highlight_of(self.catalogue.entries[key], self.address(0, *self.entry_place(key))))

    def _entry_html(self, depth: int, key: str) -> Markup:
        item = highlight_of(self.catalogue.entries[key], self.address(depth, *self.entry_place(key)))
        return Markup(render_part("entry_relative.html", self.templates, icons=True, item=item))  # noqa: S704  (escaped by the template)

    def _navigation(self, depth: int) -> Navigation:
        """They belong to the page of the search, where there is one."""
        return self._navigator.to(self.browse, lambda page: self.address(depth, page))
