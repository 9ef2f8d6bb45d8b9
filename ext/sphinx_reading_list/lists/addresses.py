"""The address of a link as a page may use it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from ..core.identifiers import is_safe_url
from ..core.problems import Code

_PLACEHOLDERS = frozenset({"none", "null", "nan", "#", "", "todo", "n/a", "tbd", "-"})
_NO_SCHEME = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|ai|dev|edu)(?:/|$))", re.IGNORECASE)


def is_placeholder(url: str) -> bool:
    """Whether an address only says that there is none."""
    return url.strip().lower() in _PLACEHOLDERS


def usable_address(url: str, label: str, base_url: str) -> tuple[str, Code | None, str]:
    """An address, complete and safe, or an empty string; and what there is to report of it."""
    url = url.strip()
    if is_placeholder(url):
        return ("", Code.PLACEHOLDER, f"{label!r} leads to {url!r}") if url else ("", None, "")
    if is_safe_url(url):
        return url, None, ""
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
