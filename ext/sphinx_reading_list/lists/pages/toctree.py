"""The order of pages: that of the tables of contents, from a first page down, as Sphinx reads them."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from ..markup.markdown import page_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WILD = re.compile(r"\*\*/?|\*|\?|\[!?[^\]]+\]|[^*?\[]+|\[")
_TITLED = re.compile(r".+?\s*<([^<>]*)>")


def page_order(texts: Mapping[str, str], *roots: str) -> list[str]:
    """The names of all pages (without suffix): those reached from the first root, from the next, then the others."""
    names = sorted(texts)
    seen: dict[str, None] = {}
    for root in (*roots, *names):
        waiting = [root] if root in texts else []
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen[name] = None
                waiting += reversed([below for below in _contents(texts[name], name, names) if below in texts])
    return list(seen)


def _contents(text: str, name: str, names: Sequence[str]) -> Iterator[str]:
    """The pages that the tables of contents of a page name, in their order."""
    if "{toctree}" not in text:
        return
    for token in page_markdown().parse(text):
        if token.type not in ("fence", "colon_fence") or not token.info.strip().startswith("{toctree}"):
            continue
        found = list(_named(token.content.split("\n"), name, names))
        yield from reversed(found) if ":reversed:" in token.content else found


def _named(lines: Sequence[str], name: str, names: Sequence[str]) -> Iterator[str]:
    is_glob = any(line.strip() == ":glob:" for line in lines)
    listed: set[str] = set()
    for line in map(str.strip, lines):
        if not line or line.startswith((":", "#", "---")) or line == "self":
            continue
        titled = _TITLED.fullmatch(line)
        target = (titled.group(1) if titled else line).strip().removesuffix(".md")
        folder = "" if target.startswith("/") else posixpath.dirname(name)
        target = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
        if is_glob and not titled and re.search(r"[*?\[]", target):
            pattern = re.compile("".join(map(_expression, _WILD.findall(target))))
            found = [other for other in names if pattern.fullmatch(other) and other != name and other not in listed]
        else:
            found = [target]
        listed.update(found)
        yield from found


def _expression(part: str) -> str:
    """A part of a pattern as a regular expression; a star stops at a slash."""
    if part.startswith("**"):
        return ".*"
    if part == "*":
        return "[^/]*"
    if part == "?":
        return "[^/]"
    return part.replace("[!", "[^", 1) if part.startswith("[") and part.endswith("]") else re.escape(part)
