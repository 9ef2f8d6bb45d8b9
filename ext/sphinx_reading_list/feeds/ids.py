"""Names for feeds and their items that stay when a title, an address or a page changes.

They are UUIDs (RFC 9562, version 5) of the list's name and the item's citation key. A ``tag:`` URI would need a year in
which the site's host was its owner's, which nobody tells a build; the page's own address changes with its place in
the list and with the builder.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5


def list_name(named: str, base_url: str, title: str) -> str:
    """What tells this list from all others: what the setting says, else the site's address, else its title."""
    name = named or base_url or title
    # A site that learns https is the same one.
    return name.removeprefix("https://").removeprefix("http://").rstrip("/")


def entry_id(name: str, key: str) -> str:
    """The id of a work in the feeds of a list."""
    return uuid5(_of_list(name), f"entry {key}").urn


def feed_id(name: str, section: str = "") -> str:
    """The id of the feed of a list, or of one of its sections."""
    return uuid5(_of_list(name), f"feed {section}").urn


def _of_list(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)
