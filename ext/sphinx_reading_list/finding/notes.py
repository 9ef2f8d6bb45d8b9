"""The curators' notes as plain text, which the search reads once it is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.words import cleaned
from ..lists.markdown import plain_text, strict_markdown
from .columns import sparse

if TYPE_CHECKING:
    from ..core.catalogue import Catalogue
    from ..core.entry import PageEntry


def search_notes(catalogue: Catalogue) -> dict[str, Any]:
    """The notes of all appearances of each entry that has any."""
    return sparse(
        cleaned(" ".join(_plain(place.curated) for place in catalogue.by_key[key] if place.curated.note))
        for key in catalogue.entries
    )


def _plain(page: PageEntry) -> str:
    """A note's words: Markdown without its markup; reStructuredText, which only Sphinx can read, as it is written."""
    if page.location.path.endswith(".rst"):
        return page.note
    tokens = strict_markdown().parse(page.note)
    return " ".join(plain_text(token.children or ()) or token.content for token in tokens if token.content)
