"""A feed and its items as plain values, which each format writes in its own way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.dates import PartialDate

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_ADDRESSES = re.compile(r"[<>\"{}|\\^`\s]")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A work in a feed. ``page`` is where the site shows it, from the site's root; ``url`` leads to the work itself.

    ``added`` and ``updated`` are midnights in UTC; ``html`` is its content.
    """

    id: str
    title: str
    page: str
    url: str
    html: str
    added: datetime
    updated: datetime
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``path`` is that of its files from the site's root, without suffix; ``page`` is what it is the feed of.

    ``base_url`` is the site's address with a slash at its end, or empty where the site doesn't know it. ``publisher``
    stands for the author of items that name none.
    """

    id: str
    title: str
    path: str
    page: str
    publisher: str
    subtitle: str = ""
    base_url: str = ""
    language: str = ""
    items: tuple[FeedItem, ...] = ()

    @property
    def updated(self) -> datetime:
        """When its newest item was added or changed. A build has no clock: a feed without items says 1970."""
        return max((item.updated for item in self.items), default=datetime(1970, 1, 1, tzinfo=UTC))

    def address(self, path: str) -> str:
        """The address of a page or file of the site: absolute, or else as seen from the feed's own."""
        return (self.base_url or "../" * self.path.count("/")) + path


def midnight(date: PartialDate) -> datetime:
    """The first moment of a date, of which the day or the month may be unknown."""
    return datetime(date.year, date.month or 1, date.day or 1, tzinfo=UTC)


def xml_text(text: str) -> str:
    """The text without the characters that XML can't hold (https://www.w3.org/TR/xml/#charsets)."""
    return _NOT_XML.sub("", text)


def iri(url: str) -> str:
    """An address with percent codes for the characters that none may have (RFC 3987, section 2.2)."""
    return xml_text(_NOT_IN_ADDRESSES.sub(lambda match: f"%{ord(match.group()):02X}", url))
