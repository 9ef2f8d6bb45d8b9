"""Addresses from one page to a place on another, or to a file beside the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from ...core.slugs import escape_key, value_slug
from ..cards.card import Place
from ..exported import offered_formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.builders import Builder

FILE_BUILDERS = frozenset({"html", "dirhtml"})
"""The builders that write files beside their pages (``cite/``, ``entries.json``); epub would pack them up."""
FORMATS_FILE = "cite/formats.js"
"""The script that tells the pages' own script which formats there are."""
KEYS_FILE = "cite/keys.js"
"""The script that tells it all keys."""
START_FILE = "find/start.js"
"""The script that a page with a field to search has from the start."""
SEARCH_FILE = "find/search.js"
"""What that loads, with the index, when a reader searches."""
INDEX_FILE = "find/index.js"
"""The script that brings the index of the search."""
NOTES_FILE = "find/notes.js"
"""The script that brings the curators' notes, to be searched as well."""


def page_address(builder: Builder, page: str, anchor: str = "") -> str:
    """The address of a page and an anchor on it, from the site's root."""
    return builder.get_target_uri(page) + (f"#{anchor}" if anchor else "")


def place(builder: Builder, from_page: str, page: str, anchor: str) -> str:
    """The address of an anchor on a page (empty: the page itself), as seen from another page."""
    # In a single page the anchors are all there is; ours are unique in the whole site.
    if builder.name == "singlehtml" and anchor:
        return f"#{anchor}"
    address = builder.get_relative_uri(from_page, page)
    return f"{address}#{anchor}" if anchor else address


def file(builder: Builder, from_page: str, path: str) -> str:
    """The address of a file in the site's root folder, as seen from a page; empty where the builder writes none."""
    if builder.name not in FILE_BUILDERS:
        return ""
    return relative_uri(builder.get_target_uri(from_page), quote(path))


def format_files(builder: Builder, from_page: str, path_of: Callable[[str], str]) -> tuple[Place, ...]:
    """The files of something in each format, as seen from a page; ``path_of`` makes a path of a format's suffix."""
    if builder.name not in FILE_BUILDERS:
        return ()
    return tuple(Place(export.label, file(builder, from_page, path_of(export.suffix))) for export in offered_formats())


def entry_page(key: str) -> str:
    """The docname of an entry's own page: ``entry/KEY``."""
    name = escape_key(key)
    # In dirhtml, a page called index would be one folder up from the others.
    return f"entry/{'~69~ndex' if name == 'index' else name}"


def entry_page_from(builder: Builder, from_page: str, key: str) -> str:
    """The address of an entry's own page, as seen from a page; empty where there is none."""
    if builder.name not in FILE_BUILDERS or not builder.config.reading_list_entry_pages:
        return ""
    return builder.get_relative_uri(from_page, entry_page(key))


def entry_file(key: str, suffix: str) -> str:
    """The path of an entry's file in a format: ``cite/KEY.bib``."""
    return f"cite/{escape_key(key)}{suffix}"


def section_file(name: str, suffix: str) -> str:
    """The path of a section's file in a format: ``cite/section/SECTION.bib``."""
    return f"cite/section/{name}{suffix}"


def index_page(kind: str, value: str = "", part: int = 1) -> str:
    """The docname of the index page of an author, a year, a venue, a kind or a tag: ``by/author/yue-wu``.

    Without a value it is the overview of all (``by/author/index``); without a ``kind`` as well, that of the indexes. A
    long page has further parts: ``by/kind/paper/2``.
    """
    page = "/".join(filter(None, ("by", kind, value_slug(value) if value else "index")))
    return page if part == 1 else f"{page}/{part}"


def index_page_from(builder: Builder, from_page: str, page: str) -> str:
    """The address of an index page (see :func:`index_page`), as seen from a page; empty where there are none.

    Whether a value has a page is for :class:`...indexes.grouping.Indexes` to say.
    """
    if builder.name not in FILE_BUILDERS or not builder.config.reading_list_index_pages:
        return ""
    return builder.get_relative_uri(from_page, page)
