"""Which addresses are the same work, and which links are the same link."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..core.entry import Link
from ..core.identifiers import canonical_url, is_safe_url, path_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.entry import Entry

_CACHED = 65536
# Most addresses of a list of papers look like this; taking them apart as addresses takes twenty times as long.
_ARXIV = re.compile(r"https?://arxiv\.org/(abs|pdf)/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?")
_NOTHING = Link("")


@lru_cache(_CACHED)
def work_at(url: str) -> str:
    """What two addresses of one work have in common (its abstract and its PDF on arXiv); empty for an empty one."""
    if "arxiv" in url and (match := _ARXIV.fullmatch(url)):
        return f"arxiv:{match.group(2)}"
    return canonical_url(url) if url else ""


@lru_cache(_CACHED)
def place_at(url: str) -> str:
    """What two addresses of one page have in common: abstract and PDF differ. Empty where no page may link there."""
    if "arxiv" in url and (match := _ARXIV.fullmatch(url)):
        return f"arxiv:{match.group(2)}" + (" pdf" if match.group(1) == "pdf" else "")
    if not is_safe_url(url):
        return ""
    work = work_at(url)
    if not work.startswith(("arxiv:", "openreview:", "acl:")):
        return work
    parts = path_parts(url)
    form = "pdf" if any(part == "pdf" or part.endswith(".pdf") for part in parts) else parts[0]
    return f"{work} {form}" if form in ("pdf", "html", "attachment") else work


def unique_links(links: Iterable[Link], *besides: str) -> tuple[Link, ...]:
    """The links without those to the same place, and without those to the addresses ``besides``; the first one stays.

    A label or detail that only a later one has is kept. Addresses that no page may link to are left out.
    """
    found: dict[str, Link] = {place_at(url): _NOTHING for url in besides if url}
    found[""] = _NOTHING
    for link in links:
        place = place_at(link.url)
        earlier = found.setdefault(place, link)
        if earlier is not link and earlier is not _NOTHING:
            found[place] = _completed(earlier, link)
    return tuple(link for link in found.values() if link is not _NOTHING)


def _completed(first: Link, second: Link) -> Link:
    if (first.label or not second.label) and (first.detail or not second.detail):
        return first
    return Link(first.url, first.label or second.label, first.detail or second.detail)


def works_of(entry: Entry) -> Iterator[str]:
    """What identifies a work: its identifiers, and the addresses that it has."""
    for identifier in entry.identifiers:
        value = identifier.value if identifier.scheme == "openreview" else identifier.value.lower()
        yield f"{identifier.scheme}:{value}"
    if entry.url:
        yield work_at(entry.url)
    for link in entry.links:
        yield work_at(link.url)
