"""What the card of an entry comes to, before the list is joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.page_size import card_facts
from .entries import entry_of_record
from .inline import entry_of_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.entry import PageEntry
    from ..core.page_size import CardFacts
    from ..core.record import Record


def facts_of_page(page: PageEntry, records: Mapping[str, Record]) -> CardFacts:
    """The size and the year of the card of an entry as a page writes it, with its record where it has one."""
    record = records.get(page.key)
    return card_facts(entry_of_record(record) if record else entry_of_page(page.key or "entry", page), page)
