"""What the card of an entry comes to, before the list is joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.page_size import card_facts
from .inline import entry_of_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.entry import Entry, PageEntry
    from ..core.page_size import CardFacts


def facts_of_page(page: PageEntry, recorded: Mapping[str, Entry]) -> CardFacts:
    """The size and the year of the card of an entry as a page writes it; ``recorded`` are what records say, by their keys."""
    return card_facts(recorded.get(page.key) or entry_of_page(page.key or "entry", page), page)
