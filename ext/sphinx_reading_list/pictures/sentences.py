"""What a picture shows, in a sentence or two: its caption, and its description for those who don't see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.kinds import BY_NAME
from ..core.words import MONTH_NAMES, count_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .counting import Ranking, Shape, Timeline
    from .pairs import Pairs
    from .periods import Period


def entries(count: int) -> str:
    """``1 entry``, ``33 entries``."""
    return count_of(count, "entry", "entries")


def of_kind(kind: str, count: int) -> str:
    """``1 paper``, ``25 papers``."""
    named = BY_NAME[kind]
    return count_of(count, named.label.lower(), named.plural.lower())


def timeline_sentence(counted: Timeline) -> str:
    """When the entries were first submitted, and when most of them."""
    undated, totals = sum(counted.undated), counted.totals
    if not counted.periods:
        none = "The only entry has no date." if undated == 1 else f"None of the {entries(undated)} has a date."
        return none if undated else "There are no entries yet."
    most = max(totals)
    said = f"{entries(sum(totals))} by first submission, {_span(counted.periods)}"
    if len(totals) > 1 and most > 1 and totals.count(most) == 1:
        said += f"; {most:,} in {counted.periods[totals.index(most)].label} alone"
    if any(not period.month for period in counted.periods):
        said += ". A dashed bar is of entries known by their year alone"
    return f"{said}. {undated:,} more {'has' if undated == 1 else 'have'} no date." if undated else f"{said}."


def a_span(periods: Sequence[Period]) -> str:
    """Of how much time a bar is: ``a month``, ``in 3 months``, ``a year``, ``in 5 years``."""
    months = min(period.months for period in periods)
    if months < 12:
        return "a month" if months == 1 else f"in {months} months"
    # The first thousand years are one short.
    years = max(period.months for period in periods) // 12
    return "a year" if years == 1 else f"in {years:,} years"


def _span(periods: Sequence[Period]) -> str:
    """From when to when: ``February 2024 to July 2025``, ``May 2024``, ``2005 to 2024``."""
    known = [period for period in periods if period.month] or list(periods)
    first, last = known[0], known[-1]
    if first.months >= 12:
        return f"{first.year} to {last.last_year}" if first.year < last.last_year else str(first.year)
    ends = f"{MONTH_NAMES[first.month]} {first.year}", f"{MONTH_NAMES[last.month + last.months - 1]} {last.year}"
    return " to ".join(dict.fromkeys(ends))


def venues_sentence(counted: Ranking) -> str:
    """How many entries were published somewhere, and what isn't shown."""
    if not counted.rows:
        return "No entry has a venue yet."
    said = f"{entries(counted.entries)} with a venue"
    said += f", {counted.without:,} without (preprints, posts, code and the like)." if counted.without else "."
    hidden = sum(count for _, count in counted.others)
    return f"{said} {count_of(hidden, 'further venue is', 'further venues are')} not shown." if hidden else said


def authors_sentence(counted: Ranking) -> str:
    """How many authors there are, and who isn't shown."""
    if not counted.rows:
        return "No author has two entries yet."
    shown, everyone = len(counted.rows), len(counted.rows) + sum(count for _, count in counted.others)
    least = counted.rows[-1].count
    if shown == 1:
        said = f"The most frequent of {count_of(everyone, 'author', 'authors')}, with {entries(least)}."
    else:
        said = f"The {shown:,} most frequent of {everyone:,} authors, each with {least:,} entries or more."
    tied = dict(counted.others).get(least, 0)
    return f"{said} {count_of(tied, 'other has', 'others have')} {least:,} as well." if tied else said


def pairs_sentence(counted: Pairs) -> str:
    """How the table of authors is read, and what isn't in it."""
    if not counted.authors:
        return f"No two authors have {counted.least} entries together yet."
    said = "How many entries two authors have together: the number stands in the row of the one, below the other."
    if not counted.more:
        return said
    return f"{said} {count_of(counted.more, 'further pair has', 'further pairs have')} {counted.least} or more as well."


def shape_sentence(counted: Shape, kinds: int = 3) -> str:
    """The list in a line: ``44 entries · 27 papers · 6 articles · 2024–2025 · 5 sections``."""
    parts = [entries(counted.entries)]
    if len(counted.kinds) > 1:
        parts += [of_kind(row.name, row.count) for row in counted.kinds[:kinds]]
    if counted.years:
        first, last = counted.years
        parts.append(f"{first}" if first == last else f"{first}–{last}")
    if counted.sections > 1:
        parts.append(count_of(counted.sections, "section", "sections"))
    return " · ".join(parts)
