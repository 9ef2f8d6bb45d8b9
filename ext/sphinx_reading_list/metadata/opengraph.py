"""OpenGraph and Twitter cards: how a link to a page is shown where people share it.

https://ogp.me and https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .work import Work

_TYPES = {"video": "video.other", "talk": "video.other", "book": "book"}


class Picture(NamedTuple):
    """A picture: its absolute address, its size in pixels, and what it shows."""

    url: str
    width: int
    height: int
    alt: str


class Shared(NamedTuple):
    """The page that is shared: its absolute address (empty where unknown), the name of its site, and its picture.

    ``said`` is what is said of the work there, in a sentence; ``facts`` is who made it, where and when, in a line.
    """

    url: str
    site: str
    said: str = ""
    facts: str = ""
    language: str = ""
    picture: Picture | None = None


def opengraph_properties(work: Work, page: Shared) -> list[tuple[str, str]]:
    """The properties of a page about a work: ``("og:title", "…")``, for the attribute ``property``.

    ``og:description`` holds what is said of the work, and only that: Zotero makes its abstract of it.
    """
    properties = [
        ("og:type", _TYPES.get(work.kind, "article")),
        ("og:title", work.title),
        ("og:description", work.abstract or page.said),
        ("og:url", page.url),
        ("og:site_name", page.site),
        ("og:locale", page.language.replace("-", "_")),
    ]
    if page.picture:
        properties += [
            ("og:image", page.picture.url),
            ("og:image:type", "image/png"),
            ("og:image:width", str(page.picture.width)),
            ("og:image:height", str(page.picture.height)),
            ("og:image:alt", page.picture.alt),
        ]
    return [(name, value) for name, value in properties if value]


def twitter_tags(work: Work, page: Shared) -> list[tuple[str, str]]:
    """The tags of a Twitter card, for the attribute ``name``; what OpenGraph says already isn't said again."""
    tags = [
        ("twitter:card", "summary_large_image" if page.picture else "summary"),
        ("twitter:title", work.title),
        ("twitter:description", ". ".join(filter(None, (page.facts, page.said)))),
        ("twitter:image", page.picture.url if page.picture else ""),
    ]
    return [(name, value) for name, value in tags if value]
