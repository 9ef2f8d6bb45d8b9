"""The address of a link as a page may use it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from ...core.identifiers import is_safe_url
from ...core.problems import Code

_PLACEHOLDERS = frozenset({"none", "null", "nan", "#", "", "todo", "n/a", "tbd", "-"})
_NO_SCHEME = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|ai|dev|edu)(?:/|$))", re.IGNORECASE)

_NESTED = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<url>[^()]*)\)?")
"""A link where an address belongs."""


def is_placeholder(url: str) -> bool:
    """Whether an address only says that there is none."""
    return url.strip().lower() in _PLACEHOLDERS


def is_badge(url: str) -> bool:
    """Whether an image is a badge."""
    return "shields.io" in url or "badge" in url.casefold()


def nested_address(url: str) -> str:
    """The address of a link that stands where an address belongs: ``[code]([https://a.org](https://a.org))``."""
    match = _NESTED.fullmatch(url.strip()) if url[:1] == "[" else None
    if match is None or not is_safe_url(match["url"]):
        return ""
    # One that is called after another address stays as it is written: both have to be kept.
    return match["url"] if match["text"] == match["url"] or not is_safe_url(match["text"]) else ""


def usable_address(url: str, label: str, base_url: str) -> tuple[str, Code | None, str]:
    """An address, complete and safe, or an empty string; and what there is to report of it."""
    url = url.strip()
    if is_placeholder(url):
        return ("", Code.PLACEHOLDER, f"{label!r} leads to {url!r}") if url else ("", None, "")
    if is_safe_url(url):
        return url, None, ""
    if nested := nested_address(url):
        return nested, Code.MENDED_LINK, f"{url!r} is now {nested!r}"
    if _NO_SCHEME.match(url) and is_safe_url(f"https://{url}"):
        return f"https://{url}", Code.DEFAULTED_SCHEME, f"{url!r} became 'https://{url}'"
    has_scheme = ":" in url.split("/")[0]
    resolved = _joined(base_url, url) if base_url and not has_scheme else ""
    for tried in (resolved, url.replace(" ", "%20")):
        if is_safe_url(tried):
            return tried, None, ""
    code = Code.UNSAFE_LINK if has_scheme else Code.RELATIVE_LINK
    return "", code, f"{label!r} leads to {url!r}; it is kept as text"


def _joined(base_url: str, url: str) -> str:
    try:
        return urljoin(base_url, url)
    except ValueError:
        return ""
