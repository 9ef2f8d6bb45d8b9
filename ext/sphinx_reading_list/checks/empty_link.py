"""A link without a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.entry import Location
from ..core.identifiers import is_safe_url
from ..core.problems import Problem, Rule
from ..lists.markup.markdown import page_markdown
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from ._site import Site

RULE = Rule(
    "empty-link",
    "A link has no text: nobody sees it, and a screen reader has nothing to say.",
    "Write what it leads to between the brackets.",
)


def _run(site: Site) -> Iterator[Problem]:
    for path, text in site.pages.items():
        if "[](" in text or "[ ](" in text or "![" in text or "[<" in text:
            for url, line in _empty(text, 0):
                yield Problem(RULE, f"The link to {url} has no text", Location(path, line))


def _empty(text: str, first: int) -> Iterator[tuple[str, int]]:
    for token in page_markdown().parse(text):
        line = first + (token.map[0] if token.map else 0)
        if token.type in ("colon_fence", "fence") and token.info.startswith("{"):
            yield from _empty(token.content, line + 1)
        elif token.type == "inline":
            children = token.children or []
            for index, child in enumerate(children):
                line += child.type in ("softbreak", "hardbreak")
                url = str(child.attrGet("href") or "") if child.type == "link_open" else ""
                if is_safe_url(url) and not _says(children, index):
                    yield url, line + 1


def _says(children: list[Token], start: int) -> bool:
    """Whether anything stands between a link's beginning and its end."""
    for child in children[start + 1 :]:
        if child.type == "link_close":
            return False
        if child.content.strip() and child.type != "html_inline":
            return True
    return False


CHECK = Check(
    RULE,
    _run,
    bad=Example(
        "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n\n"
        "- [](https://arxiv.org/abs/2409.19256)\n:::\n"
    ),
    good=Example(
        "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n\n"
        "- [Paper](https://arxiv.org/abs/2409.19256)\n:::\n"
    ),
)
