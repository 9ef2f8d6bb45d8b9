"""Pages that an import would leave too long, made into several before they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...bib.card_size import facts_of_page
from ...core.page_size import most_bytes, page_bytes
from ...lists.pages.splitting.links import LinkMover
from ...lists.pages.splitting.page import Limits, split_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...core.entry import Entry
    from ...lists.document import ListSection

_MUCH = 6500
"""What is taken for the card of an entry that the list doesn't have."""


class PageSplitter:
    """Splits pages of a list; ``texts`` has all of them by name, ``changed`` those that have become others."""

    def __init__(self, texts: Mapping[str, str], recorded: Mapping[str, Entry], limit: int) -> None:
        self.texts, self.recorded, self.limit = dict(texts), recorded, limit
        self.changed: dict[str, str] = {}

    def split(self, name: str, section: ListSection) -> int:
        """Split a page if it is too long; how many pages it is then, 0 where it stays.

        ``section`` is what the list has for it: most pages are seen to be short without being read again.
        """
        if not self._may_be_long(self.texts[name], section):
            return 0
        limits = Limits(self.limit, len(self.texts), frozenset(self.texts))
        split = split_page(name, self.texts[name], lambda page: facts_of_page(page, self.recorded), limits)
        if not split.texts:
            return 0
        mover = LinkMover(name, split.places)
        for other, text in self.texts.items():
            if other != name and (mended := mover.elsewhere(text, other)) != text:
                self.changed[other] = mended
        self.changed |= split.texts
        self.texts |= self.changed
        return len(split.texts)

    def _may_be_long(self, text: str, section: ListSection) -> bool:
        size, there, pages = len(text.encode()), text.count("{entry}"), len(self.texts)
        items = [item for below in section.walk() for item in below.items]
        # A page whose entries have no records is seen to be short by the length of its text.
        says_all = there <= len(items) and self.recorded.keys().isdisjoint([item.entry.key for item in items])
        if says_all and most_bytes(len(items), size, pages) <= self.limit:
            return False
        cards = [facts_of_page(item.entry, self.recorded) for item in items]
        return page_bytes(cards, size, pages) + max(0, there - len(cards)) * _MUCH > self.limit
