"""When a work came into the list, and when it changed in a way that a reader wants to hear of.

A build knows no history, so both are what the page and the record say today. A work came in on the day of its option
``added``; one without it is in no feed, for any date would be invented. It changed when it was published: where its
record names a venue, and a date of publication that begins after the day on which it was added, it was a preprint then
and is a publication now. Its item keeps its id and gets that date as ``updated``.

Other changes (a title, a link, a retraction) have no date in the files; the item says what is true now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .feed import midnight

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ..core.entry import Appearance, Entry


def added(entry: Entry, places: Iterable[Appearance]) -> datetime | None:
    """When a work came to these places: the first of the dates that they say, else the work's own; or unknown."""
    said = [place.curated.added for place in places]
    dates = [date for date in said if date] or ([entry.added] if entry.added else [])
    return min(map(midnight, dates), default=None)


def published_since(entry: Entry, added: datetime) -> datetime | None:
    """When a work that was added as a preprint was published; ``None`` where it wasn't.

    Of a date that is known in part (``2025``, ``2025-07``) it is the first day.
    """
    if entry.published is None or not entry.venue:
        return None
    published = midnight(entry.published)
    return published if published > added else None
