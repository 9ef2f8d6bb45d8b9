"""The page that holds a list's pages together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...lists.pages.reading import TextBlock


def is_contents(part: TextBlock) -> bool:
    """Whether a part of a page is a table of contents."""
    return part.tokens[0].info.strip().startswith("{toctree}")
