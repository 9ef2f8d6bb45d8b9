"""What a page shows of the list as a whole: its highlights, its sections, an empty section.

Pure values, made when a page is written, so that they are never stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ...core.entry import Appearance, Entry, Section


@dataclass(frozen=True, slots=True)
class HighlightsView:
    """The highlighted entries, each with its first highlighted card."""

    items: tuple[tuple[Entry, Appearance], ...]


@dataclass(frozen=True, slots=True)
class SectionsView:
    """The sections, each with the number of its entries."""

    items: tuple[tuple[Section, int], ...]


@dataclass(frozen=True, slots=True)
class SuggestView:
    """An invitation to suggest an entry: for a section by its title, or for the list as a whole (empty).

    ``empty`` says that the section holds nothing yet.
    """

    section: str = ""
    empty: bool = False


View = HighlightsView | SectionsView | SuggestView


def view_of(name: str, catalogue: Catalogue, docname: str) -> View:
    """The view of that name (that of the directive ``rl:NAME``, or ``empty``) as a page shows it now."""
    if name == "highlights":
        return HighlightsView(tuple((catalogue.entries[place.key], place) for place in catalogue.highlights))
    if name == "sections":
        counts = {section: len(catalogue.by_section.get(section.name, ())) for section in catalogue.sections}
        return SectionsView(tuple(counts.items()))
    if name == "empty":
        title = next((section.title for section in catalogue.sections if section.page == docname), "")
        return SuggestView(title, empty=True)
    return SuggestView()
