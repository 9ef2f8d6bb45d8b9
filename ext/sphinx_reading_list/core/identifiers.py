"""Identifiers of works and the canonical forms of their addresses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_ARXIV_NEW = re.compile(r"(?<![\d.])(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\d])")
_ARXIV_OLD = re.compile(r"(?<![\w-])([a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?(?!\d)")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igsh(id)?|ref_src|spm")
_GITHUB_PAGES = frozenset(
    "about apps collections contact enterprise features login marketplace orgs pricing search settings sponsors topics".split()
)
_PLAIN = re.compile(r"(https?)://([a-z0-9.-]+)((?:/[A-Za-z0-9._~-]*)*)")
"""An address with nothing in it to be decoded or doubted, as most are."""
_UNPRINTED = re.compile(r"[\x00-\x20\x7f]")
_HOST = re.compile(r"[a-z0-9.-]*")
"""A host without a port or a user before it, as nearly all are."""
_CACHED = 65536
SAFE_SCHEMES = ("http", "https", "mailto")


class Identifier(NamedTuple):
    """A work's name in a registry: ``("arxiv", "2405.00675")``."""

    scheme: str
    value: str


def arxiv_id(text: str) -> str:
    """The arXiv id in a text or address, without its version; an empty string where there is none.

    Both schemes are known: ``2405.00675`` and ``hep-th/9901001`` (https://info.arxiv.org/help/arxiv_identifier.html).
    """
    match = _ARXIV_NEW.search(text) or _ARXIV_OLD.search(text)
    return match.group(1) if match else ""


def arxiv_month(identifier: str) -> tuple[int, int]:
    """The year and month in which an arXiv id was given out: ``2405.00675`` → ``(2024, 5)``."""
    digits = identifier.rpartition("/")[2][:4]
    year = int(digits[:2])
    return (1900 if year >= 91 else 2000) + year, int(digits[2:4])


def doi(text: str) -> str:
    """The DOI in a text or address, lower case (DOIs are case-insensitive); an empty string where there is none.

    Closing brackets and punctuation that the surrounding text put behind it are left off.
    """
    match = _DOI.search(unquote(text) if "://" in text else text)
    if not match:
        return ""
    found = match.group().rstrip(".,;:'\"*")
    for opening, closing in ("()", "[]", "<>", "{}"):
        while found.endswith(closing) and found.count(closing) > found.count(opening):
            found = found[:-1].rstrip(".,;:'\"*")
    return found.lower()


class _Address(NamedTuple):
    """An address taken apart; ``parts`` is ``None``, and the others are empty, where it isn't one."""

    parts: SplitResult | None
    host: str = ""
    path: tuple[str, ...] = ()
    is_safe: bool = False


@lru_cache(_CACHED)  # many questions are asked of each address, by one stage after the other
def _address(url: str) -> _Address:
    url = url.strip()
    if plain := _PLAIN.fullmatch(url):
        scheme, host, behind = plain.groups()
        steps = tuple(filter(None, behind.split("/")))
        return _Address(SplitResult(scheme, host, behind, "", ""), host.removeprefix("www."), steps, True)
    try:
        parts = urlsplit(url)
        host = parts.netloc.lower()
        if not _HOST.fullmatch(host):
            host = parts.hostname or ""
            parts.port  # noqa: B018  (raises where the port is no number)
    except ValueError:
        return _Address(None)
    path = tuple(unquote(part) for part in parts.path.split("/") if part)
    behind = parts.path if parts.scheme == "mailto" else host
    is_safe = parts.scheme in SAFE_SCHEMES and bool(behind) and not _UNPRINTED.search(url)
    return _Address(parts, host.removeprefix("www."), path, is_safe)


def split_url(url: str) -> SplitResult | None:
    """The parts of an address, or ``None`` where it isn't one (``http://[broken``)."""
    return _address(url).parts


def host_of(url: str) -> str:
    """The host of an address in lower case, without ``www.``; an empty string where there is none."""
    return _address(url).host


def path_parts(url: str) -> tuple[str, ...]:
    """The decoded, non-empty parts of an address's path."""
    return _address(url).path


def is_safe_url(url: str) -> bool:
    """Whether a page may link there: an http, https or mailto address with something behind the scheme."""
    return _address(url).is_safe


def github_repository(url: str) -> str:
    """``owner/name`` of an address on GitHub, or an empty string."""
    if host_of(url) != "github.com":
        return ""
    parts = path_parts(url)
    if len(parts) < 2 or parts[0] in _GITHUB_PAGES:
        return ""
    return f"{parts[0]}/{parts[1].removesuffix('.git')}"


@lru_cache(_CACHED)  # as above
def identify(url: str) -> Identifier | None:
    """What an address says of the work behind it: its arXiv id, DOI, OpenReview or ACL id, or repository."""
    host, parts = host_of(url), path_parts(url)
    if host.endswith("arxiv.org"):
        found = arxiv_id("/".join(parts[1:]).removesuffix(".pdf")) if len(parts) > 1 else ""
        return Identifier("arxiv", found) if found else None
    if host in ("doi.org", "dx.doi.org"):
        found = doi(url)
        # DataCite gives every arXiv paper a DOI of this form.
        if found.startswith("10.48550/arxiv."):
            return Identifier("arxiv", arxiv_id(found.removeprefix("10.48550/arxiv.")))
        return Identifier("doi", found) if found else None
    if host == "openreview.net" and (split := split_url(url)):
        found = dict(parse_qsl(split.query)).get("id", "")
        return Identifier("openreview", found) if found else None
    if host == "aclanthology.org" and parts:
        return Identifier("acl", parts[0].removesuffix(".pdf"))
    if len(parts) == 2 and (repository := github_repository(url)):
        return Identifier("github", repository.lower())
    return None


def canonical_url(url: str) -> str:
    """The form in which two addresses of one page are the same: for comparing, never for showing.

    https, host in lower case without ``www.``, no tracking parameters, no fragment, no trailing slash; known
    works by their identifier.
    """
    if found := identify(url):
        return f"{found.scheme}:{found.value.lower() if found.scheme != 'openreview' else found.value}"
    parts = split_url(url)
    if parts is None or not parts.scheme:
        return url.strip()
    scheme = "https" if parts.scheme.lower() == "http" else parts.scheme.lower()
    host = host_of(url)
    host = {"twitter.com": "x.com", "hf.co": "huggingface.co", "youtu.be": "youtu.be"}.get(host, host)
    path = parts.path.rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True) if parts.query else []
    query = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    if host == "youtu.be" and path:
        host, query, path = "youtube.com", [("v", path[1:])], "/watch"
    elif host in ("youtube.com", "m.youtube.com") and path == "/watch":
        host, query = "youtube.com", [pair for pair in query if pair[0] == "v"]
    return urlunsplit((scheme, host, path, urlencode(query), ""))
