"""An address that can't be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core.identifiers import is_safe_url, split_url
from ..core.problems import Problem, Rule
from ._addresses import addresses
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site

RULE = Rule(
    "malformed-url",
    "An address can't be right: its host is none, it has two schemes, or what stood behind it was copied with it.",
    "Open the address in a browser, and correct it.",
)
_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)|localhost|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]+"
)
_TWO_SCHEMES = re.compile(r"https?:/{0,2}https?[:/]", re.IGNORECASE)


def _fault(url: str) -> str:
    if url.lower().startswith("mailto:"):
        return "" if "@" in url else "has no @"
    if not is_safe_url(url):
        return "" if ":" in url.partition("/")[0] else "has no scheme (https://)"
    parts = split_url(url)
    host = (parts.hostname or "") if parts else ""
    if _TWO_SCHEMES.match(url):
        return "has two schemes"
    if not _HOST.fullmatch(host.rstrip(".")):
        return f"has no host: {host!r} is none"
    if url.endswith((",", ";", "[", "(", "<", "“", "”", "’")) or (url.endswith(")") and "(" not in url):
        return f"ends in {url[-1]!r}"
    return ""


def _run(site: Site) -> Iterator[Problem]:
    for url, place in addresses(site):
        if fault := _fault(url):
            yield Problem(RULE, f"{url} {fault}", place)


CHECK = Check(
    RULE,
    _run,
    bad=Example("# Code\n\n:::{entry} [verl](https://github/volcengine/verl)\n:key: volcengine-verl\n:::\n"),
    good=Example("# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"),
)
