"""How much HTML a page of cards comes to, before there is any: measured on furo, and rather too much than too little.

A card says its title nine times (heading, labels for those who can't see the icons, BibTeX, COinS, the page's contents),
each author three times and each address twice. The rest of it is markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .entry import Entry, PageEntry

_CARD = 3600
"""A card that says nothing, with its line in the contents of the page and in what programs read."""
_TITLE, _AUTHOR, _LINK = 9, 3, 2
"""How often a card says them."""
_AUTHOR_MARKUP, _LINK_MARKUP, _TAG_MARKUP = 40, 190, 60
_FRAME = 40_000
"""A page without cards: head, navigation, search, the icons that its cards share."""
_NAVIGATION = 230
"""A page of the list in the navigation beside each page."""
_MARKUP = 2
"""Text between the cards is so many times as long as HTML."""
_MOST_OF_A_BYTE = 32
"""What a byte of a page comes to at most: one of a tag of a single letter, with the semicolon behind it."""


class CardFacts(NamedTuple):
    """What a card comes to: bytes of HTML, and the year of its work where that is known."""

    size: int
    year: int | None = None


def card_facts(entry: Entry, page: PageEntry) -> CardFacts:
    """The facts of an entry's card: ``entry`` is what is known of the work, ``page`` what its page says beside that."""
    authors, links = entry.authors or page.authors, (*entry.links, *page.links)
    size = _CARD + _MARKUP * _bytes(page.note) + _bytes(entry.venue)
    size += _TITLE * (_bytes(entry.title) + sum(map(_bytes, page.aka)))
    size += _AUTHOR * sum([_bytes(author.name) for author in authors]) + _AUTHOR_MARKUP * len(authors)
    size += _LINK * _bytes(entry.url) + _LINK_MARKUP * bool(entry.url)
    size += sum(
        [_LINK * (_bytes(link.url) + _bytes(link.label + link.detail)) + _LINK_MARKUP for link in links if link.url]
    )
    size += sum(map(_bytes, page.tags)) + _TAG_MARKUP * len(page.tags)
    date = page.date or entry.date
    return CardFacts(size, date.year if date else None)


def page_bytes(cards: Iterable[CardFacts], text: int = 0, pages: int = 0) -> int:
    """The bytes of a page with these cards, so many bytes of text between them, in a list of so many pages."""
    return _FRAME + _NAVIGATION * pages + sum(card.size for card in cards) + _MARKUP * text


def most_bytes(cards: int, text: int, pages: int = 0) -> int:
    """More than a page comes to that says all of its cards itself, in so many bytes of text."""
    return _FRAME + _NAVIGATION * pages + _CARD * cards + _MOST_OF_A_BYTE * text


def _bytes(text: str) -> int:
    """The bytes of a text that stands in an address once in a while: letters beyond ASCII are longer there."""
    return len(text) if text.isascii() else (len(text.encode()) + len(quote(text))) // 2
