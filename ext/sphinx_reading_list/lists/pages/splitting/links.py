"""Links between pages whose text has moved: each leads where it led before."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ....core.slugs import slugify
from ...markup.markdown import page_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

_WITH_FILES = ("image", "figure", "include", "literalinclude")
"""Directives whose argument is a file, seen from the page."""


class LinkMover:
    """Mends the links of texts after a page was split.

    ``places`` says where each heading of it is now: by its slug, the page (its name below the list's folder) and the
    slug there.
    """

    def __init__(self, page: str, places: Mapping[str, tuple[str, str]]) -> None:
        self.page, self.places = page, places

    def moved(self, text: str, to: str) -> str:
        """A text of the page that stands on another one (or is still there), with its links as seen from there."""
        return self._mended(text, self.page, to)

    def elsewhere(self, text: str, name: str) -> str:
        """The text of another page."""
        return self._mended(text, name, name) if posixpath.basename(self.page) in text else text

    def _mended(self, text: str, old: str, new: str) -> str:
        wanted = {}
        for target in dict.fromkeys(_targets(text)):
            if (mended := self._target(target, old, new)) != target:
                wanted[target] = mended
        for target, mended in wanted.items():
            for before, after in (
                ("](", ")"),
                ("](", " "),
                ("](<", ">"),
                ("]: ", "\n"),
                ("]: ", " "),
                (":file: ", "\n"),
            ):
                text = text.replace(f"{before}{target}{after}", f"{before}{mended}{after}")
            for name in _WITH_FILES:
                text = text.replace(f"{{{name}}} {target}\n", f"{{{name}}} {mended}\n")
        return text

    def _target(self, target: str, old: str, new: str) -> str:
        """An address as it is to be written on the page ``new``, that was right on the page ``old``."""
        path, hash_, anchor = target.partition("#")
        is_file = "/" in path or "." in path
        if "://" in target or target.startswith(("/", "mailto:")) or not (is_file or (anchor and not path)):
            return target
        folder = posixpath.dirname(old)
        goal = posixpath.normpath(posixpath.join(folder, path)) if path else f"{old}.md"
        if anchor and goal == f"{self.page}.md":
            page, slug = self.places.get(slugify(anchor), (self.page, anchor))
            if page == new:
                return f"#{slug or anchor}"
            goal, anchor = f"{page}.md", slug
        elif not path:
            return target
        if not path and goal == f"{new}.md":
            return target
        shown = posixpath.relpath(goal, posixpath.dirname(new) or ".")
        return shown + (f"#{anchor}" if hash_ and anchor else "")


def _targets(text: str) -> Iterator[str]:
    """The addresses and files that a text names."""
    references: dict[str, dict[str, dict[str, str]]] = {}
    for token in page_markdown().parse(text, references):
        yield from _of_token(token)
    for definition in references.get("references", {}).values():
        yield definition["href"]


def _of_token(token: Token) -> Iterator[str]:
    if token.type in ("fence", "colon_fence") and token.info.startswith("{"):
        name, _, argument = token.info[1:].partition("}")
        if name in _WITH_FILES:
            yield argument.strip()
        for line in token.content.split("\n"):
            if line.startswith(":file: "):
                yield line.removeprefix(":file: ").strip()
        if name not in ("code", "code-block", "literalinclude", "toctree", "bibliography"):
            yield from _targets(token.content)
    for child in token.children or ():
        if child.type in ("link_open", "image"):
            yield str(child.attrGet("href") or child.attrGet("src") or "")
