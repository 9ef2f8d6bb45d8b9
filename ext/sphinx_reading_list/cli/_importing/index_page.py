"""The page that holds a list's pages together: its table of contents, brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lists.markdown import page_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable


def with_pages(text: str, names: Iterable[str]) -> str:
    """The text with each page named in its first ``{toctree}``; a page that takes them all by ``:glob:`` stays."""
    lines = text.split("\n")
    token = next((t for t in page_markdown().parse(text) if t.info.strip().startswith("{toctree}") and t.map), None)
    if token is None or token.map is None or ":glob:" in token.content:
        return text
    start, end = token.map
    named = {line.strip().rpartition("<")[2].rstrip(">") for line in lines[start:end]}
    missing = [name for name in names if name not in named]
    # Behind the last name, before the closing fence.
    lines[end - 1 : end - 1] = missing
    return "\n".join(lines)
