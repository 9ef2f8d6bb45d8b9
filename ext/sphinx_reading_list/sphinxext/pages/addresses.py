"""Addresses from one page to a place on another, or to a file beside the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from ...core.slugs import escape_key

if TYPE_CHECKING:
    from sphinx.builders import Builder

FILE_BUILDERS = frozenset({"html", "dirhtml"})
"""The builders that write files beside their pages (``cite/``, ``entries.json``); epub would pack them up."""


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


def entry_file(key: str, suffix: str) -> str:
    """The path of an entry's file in a format: ``cite/KEY.bib``."""
    return f"cite/{escape_key(key)}{suffix}"


def section_file(name: str, suffix: str) -> str:
    """The path of a section's file in a format: ``cite/section/SECTION.bib``."""
    return f"cite/section/{name}{suffix}"
