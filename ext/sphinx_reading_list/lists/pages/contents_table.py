"""A page's table of contents, brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..markup.markdown import page_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def contents_table(names: Iterable[str]) -> str:
    """A table of contents of some pages, with a line break at its end."""
    return "\n".join(["```{toctree}", ":maxdepth: 1", "", *names, "```", ""])


def with_pages(text: str, names: Sequence[str]) -> str:
    """The text with each page named in its first ``{toctree}``, behind the one before it, or else before the next one.

    A page that takes them all by ``:glob:`` stays.
    """
    lines = text.split("\n")
    token = next((t for t in page_markdown().parse(text) if t.info.strip().startswith("{toctree}") and t.map), None)
    if token is None or token.map is None or ":glob:" in token.content:
        return text
    start, end = token.map
    block = lines[start : end - 1]
    named = [line.strip().rpartition("<")[2].rstrip(">") for line in block]
    for index, name in enumerate(names):
        if name in named:
            continue
        before = next((other for other in reversed(names[:index]) if other in named), "")
        behind = next((other for other in names[index + 1 :] if other in named), "")
        place = named.index(before) + 1 if before else named.index(behind) if behind else len(block)
        block.insert(place, name)
        named.insert(place, name)
    return "\n".join([*lines[:start], *block, *lines[end - 1 :]])
