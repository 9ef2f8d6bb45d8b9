"""What the pages of all entries need to know, worked out once a build."""

from __future__ import annotations

import os
from functools import cache, cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from ...exports.references import reference_styles
from ...indexes._index import indexes
from ...relations.relatives import relatives
from ..cards.card import Place, highlight_of
from ..cards.templating import render_part
from ..cite import the_cite_domain
from ..digests import navigation_shown, prose_shown
from ..domain import the_domain
from ..made_pages.manifest import digest
from ..made_pages.navigation import Navigator
from ..outputs.writing import list_site
from ..pages import addresses
from ..pages.html import template_folders
from ..pages.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ...core.entry import Appearance
    from ...relations.relatives import Relatives
    from ..cards.card import HighlightView
    from ..made_pages.navigation import Navigation

ANY_PAGE = "entry/any"
"""A page's name that stands for all: they are in one folder, so addresses on them are the same."""


class EntrySite:
    """The list, and where everything is, seen from the pages of entries."""

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        self.builder = builder
        self.env = app.env
        self.domain = the_domain(app.env)
        self.catalogue = self.domain.catalogue
        self.list = list_site(app)
        self.templates = template_folders(builder)
        self.repository = Repository.of(app.config, os.environ)
        self.style_labels = {name: style.label for name, style in reference_styles().items()}
        self._navigator = Navigator(self.env)
        self.navigation = cache(self._navigation)
        self.indexed = cache(self._indexed)
        self.highlight = cache(self._highlight)
        # What a page shows of another entry, short: each is shown on some ten pages.
        self.relative_html = cache(self._relative_html)
        self.index_address = cache(self._index_address)
        self.brief = cache(lambda key: digest(self.highlight(key)))

    def page_of(self, key: str) -> str:
        """The docname of an entry's page; empty where the project has a page of that name itself."""
        page = addresses.entry_page(key)
        return "" if page in self.env.found_docs else page

    def address(self, page: str, anchor: str = "") -> str:
        """The address of a page of the project, or of an anchor on it."""
        return addresses.place(self.builder, ANY_PAGE, page, anchor)

    def file(self, path: str) -> str:
        """The address of a file in the site's root folder."""
        return self._root + quote(path)

    @cached_property
    def _root(self) -> str:
        return addresses.file(self.builder, ANY_PAGE, "x").removesuffix("x")

    def section(self, place: Appearance) -> Place:
        """A section, at the card of this entry."""
        return Place(place.section.title, self.address(place.section.page, place.anchor))

    def _indexed(self, key: str) -> dict[str, dict[str, str]]:
        """The index pages that name an entry: their addresses, by index and value."""
        entry = self.catalogue.entries[key]
        return {
            name: {value.name: url for value in index.values(entry) if (url := self.index_address(name, value.name))}
            for name, index in indexes().items()
        }

    def _index_address(self, index: str, value: str) -> str:
        if self.domain.indexes.heading(index, value) is None:
            return ""
        return addresses.index_page_from(self.builder, ANY_PAGE, addresses.index_page(index, value))

    def edit_url(self, place: Appearance) -> str:
        """Where the entry can be edited, or an empty string."""
        if self.repository is None:
            return ""
        source = self.env.doc2path(place.section.page, base=False).as_posix()
        return self.repository.line_url(source, place.curated.location.line)

    @cached_property
    def relatives(self) -> Mapping[str, Relatives]:
        """The related entries of each entry."""
        return relatives(self.catalogue)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, str]]:
        """The keys before and after each entry among those that stand first in the same section; empty at the ends."""
        found: dict[str, tuple[str, str]] = {}
        for places in self.catalogue.by_section.values():
            keys = [place.key for place in places if place is self.catalogue.by_key[place.key][0]]
            found |= {
                key: (before, after) for before, key, after in zip(["", *keys], keys, [*keys[1:], ""], strict=False)
            }
        return found

    def prose(self, page: str) -> object:
        """All that a note on a page may show from elsewhere."""
        return self._titles, self._prose.get(page)

    @cached_property
    def _prose(self) -> Mapping[str, object]:
        return prose_shown(self.domain, the_cite_domain(self.env))

    @cached_property
    def _titles(self) -> str:
        return digest(navigation_shown(self.env))

    def _highlight(self, key: str) -> HighlightView:
        return highlight_of(self.catalogue.entries[key], self.address(addresses.entry_page(key)))

    def _relative_html(self, key: str) -> Markup:
        html = render_part("entry_relative.html", self.templates, icons=True, item=self.highlight(key))
        return Markup(html)  # noqa: S704  (escaped by the template)

    def _navigation(self, page: str) -> Navigation:
        """The navigation of the entries that stand first on a page."""
        return self._navigator.to(page, self.address)
