"""What the search reads once it is in use: the curators' notes as plain text, and what identifies each work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.words import cleaned
from ..lists.markup.markdown import plain_text, strict_markdown
from .columns import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from ..core.catalogue import Catalogue
    from ..core.entry import PageEntry


def search_notes(catalogue: Catalogue) -> dict[str, Any]:
    """The notes of all appearances of each entry that has any, and its arXiv id, its DOI and the like."""
    return names([(text,) if (text := _said_of(key, catalogue)) else () for key in catalogue.entries])


def _said_of(key: str, catalogue: Catalogue) -> str:
    notes = (_plain(place.curated, catalogue) for place in catalogue.by_key[key] if place.curated.note)
    return cleaned(" ".join([*notes, *(identifier.value for identifier in catalogue.entries[key].identifiers)]))


def _plain(page: PageEntry, catalogue: Catalogue) -> str:
    """A note's words: Markdown without its markup; reStructuredText, which only Sphinx can read, as it is written."""
    if page.location.path.endswith(".rst"):
        return page.note
    tokens = [token for token in strict_markdown().parse(page.note) if token.content]
    return " ".join(
        plain_text(list(_said(token.children, catalogue))) if token.children else token.content for token in tokens
    )


def _said(tokens: list[Token], catalogue: Catalogue) -> Iterator[Token]:
    """Inline tokens with what their roles say in place of what they refer to: the title of an entry."""
    for token in tokens:
        if token.type == "myst_role":
            said, _, target = token.content.rpartition("<")
            entry = catalogue.entries.get(token.content.strip())
            text = said if said.strip() and target.endswith(">") else entry.title if entry else token.content
            yield token.copy(content=text.strip())
        else:
            yield token
