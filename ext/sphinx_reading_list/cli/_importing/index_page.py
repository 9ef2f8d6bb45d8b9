"""The page that holds a list's pages together: its table of contents, brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lists.markdown import page_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...lists.page_reader import TextBlock


def is_contents(part: TextBlock) -> bool:
    """Whether a part of a page is a table of contents."""
    return part.tokens[0].info.strip().startswith("{toctree}")


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
