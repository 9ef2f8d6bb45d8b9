"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .feed import iri

if TYPE_CHECKING:
    from datetime import datetime

    from .feed import Feed, FeedItem

SUFFIX = ".json"
MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """The text of a feed. Its addresses have to be whole: where the site doesn't know its own, they are left out."""
    said = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.address(feed.page) if feed.base_url else "",
        "feed_url": feed.address(f"{feed.path}{SUFFIX}") if feed.base_url else "",
        "description": feed.subtitle,
        "authors": [{"name": feed.publisher}] if feed.publisher else [],
        "language": feed.language,
    }
    head = ",\n".join(f"{_json(name)}: {_json(value)}" for name, value in _known(said).items())
    # A line an item: json's own indentation takes ten times as long.
    items = ",\n".join(_json(_item(feed, item)) for item in feed.items)
    return f'{{{head},\n"items": [\n{items}\n]}}\n'


def _item(feed: Feed, item: FeedItem) -> dict[str, Any]:
    said = {
        "id": item.id,
        "url": feed.address(item.page) if feed.base_url else "",
        "external_url": iri(item.url),
        "title": item.title,
        "content_html": item.html,
        "date_published": _written(item.added),
        "date_modified": _written(item.updated) if item.updated != item.added else "",
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
    }
    return _known(said)


def _written(moment: datetime) -> str:
    """A moment as RFC 3339 has it."""
    return moment.isoformat().replace("+00:00", "Z")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _known(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}
