"""Addresses that stand in a text without markup, as GitHub finds them (GFM specification, section 6.9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL = re.compile(r"(?<![\w/])https?://[^\s<>|]+|(?<![\w/.@:-])www\.[a-zA-Z0-9-]+\.[a-zA-Z][^\s<>|]*")
_BEHIND = "?!.,:;*_~'\"”’"


class Part(NamedTuple):
    """A part of a text; ``is_url`` where it is an address."""

    text: str
    is_url: bool

    @property
    def url(self) -> str:
        """Where it leads; an address that begins with ``www.`` lacks its scheme."""
        return (f"https://{self.text}" if self.text.startswith("www.") else self.text) if self.is_url else ""


def split_urls(text: str) -> Iterator[Part]:
    """The text in parts, addresses apart; closing brackets and punctuation behind an address aren't of it."""
    position = 0
    for match in _URL.finditer(text):
        url = _without_tail(match.group())
        if len(url) <= len("https://"):
            continue
        if match.start() > position:
            yield Part(text[position : match.start()], False)
        yield Part(url, True)
        position = match.start() + len(url)
    if position < len(text):
        yield Part(text[position:], False)


def _without_tail(url: str) -> str:
    before = ""
    while url != before:
        before = url
        url = url.rstrip(_BEHIND)
        for opening, closing in ("()", "[]"):
            if url.endswith(closing) and url.count(closing) > url.count(opening):
                url = url[:-1]
    return url
