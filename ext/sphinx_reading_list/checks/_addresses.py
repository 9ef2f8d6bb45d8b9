"""All addresses of a list with their places, and an address changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.entry import Location
from ._records import field_place
from ._site import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.entry import PageEntry
    from ._site import Site

_ENDS = frozenset(("", *" \t\r\n)>]}\"'|<"))


def addresses(site: Site) -> Iterator[tuple[str, Location]]:
    """Each address of a record's ``url`` and of an entry, with the line where it stands."""
    for record in site.records.values():
        if url := record.get("url"):
            yield url, field_place(record, "url")
    lines = {path: lines_of(text) for path, text in site.pages.items()}
    for page in site.written:
        for url in filter(None, (page.url, *(link.url for link in page.links))):
            yield url, line_of(url, page, lines.get(page.location.path, []))


def line_of(url: str, page: PageEntry, lines: list[str]) -> Location:
    """The first line from the entry's own on that has the address; the entry's own where none has it."""
    start = page.location.line - 1
    for number, line in enumerate(lines[start : start + 1000], start + 1):
        if _places(url, line):
            return Location(page.location.path, number)
        if number > start + 1 and "{entry}" in line:
            break
    return page.location


def with_addresses(text: str, changes: Iterable[tuple[int, str, str]]) -> str:
    """The text with addresses replaced: the line each stands on (from 1), what stands there, and what should."""
    lines = lines_of(text)
    for number, old, new in changes:
        if 0 < number <= len(lines):
            line = lines[number - 1]
            for start in reversed(_places(old, line)):
                line = line[:start] + new + line[start + len(old) :]
            lines[number - 1] = line
    return "".join(lines)


def _places(url: str, line: str) -> list[int]:
    """Where an address stands in a line as a whole, and not as the beginning of a longer one."""
    places = []
    start = line.find(url)
    while start >= 0:
        if line[start + len(url) :][:1] in _ENDS:
            places.append(start)
        start = line.find(url, start + len(url))
    return places
