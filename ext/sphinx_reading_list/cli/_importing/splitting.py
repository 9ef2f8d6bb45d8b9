"""Pages that an import would leave too long, made into several before they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...bib.card_size import facts_of_page
from ...core.page_size import page_bytes
from ...lists.splitting.links import LinkMover
from ...lists.splitting.page import Limits, split_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...core.record import Record

_MUCH = 6000
"""Hardly a card comes to more HTML on the whole of a page: thirty authors, or a hundred of the longest words."""


class PageSplitter:
    """Splits pages of a list; ``texts`` has all of them by name, ``changed`` those that have become others."""

    def __init__(self, texts: Mapping[str, str], records: Mapping[str, Record], limit: int) -> None:
        self.texts, self.records, self.limit = dict(texts), records, limit
        self.changed: dict[str, str] = {}

    def split(self, name: str) -> int:
        """Split a page if it is too long; how many pages it is then, 0 where it stays."""
        if not self._may_be_long(self.texts[name]):
            return 0
        limits = Limits(self.limit, len(self.texts), frozenset(self.texts))
        split = split_page(name, self.texts[name], lambda page: facts_of_page(page, self.records), limits)
        if not split.texts:
            return 0
        mover = LinkMover(name, split.places)
        for other, text in self.texts.items():
            if other != name and (mended := mover.elsewhere(text, other)) != text:
                self.changed[other] = mended
        self.changed |= split.texts
        self.texts |= self.changed
        return len(split.texts)

    def _may_be_long(self, text: str) -> bool:
        """A quick look, since most pages are short: what a page says itself is in its HTML nine times at most."""
        frame = page_bytes((), 0, len(self.texts))
        return frame + text.count("{entry}") * _MUCH + len(text) * 9 > self.limit
