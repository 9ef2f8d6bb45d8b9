"""The whole list at one moment: works, records, and where each stands on the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .entry import Appearance, Entry, PageEntry, Section
    from .former import FormerName, FormerSection
    from .record import Record


@dataclass(frozen=True, slots=True)
class SectionContent:
    """What a page says in one section: the entries in their order, none in an empty section.

    ``introduction`` is the first paragraph that the curator wrote between its heading and its entries, as plain text.
    """

    section: Section
    entries: tuple[PageEntry, ...] = ()
    introduction: str = ""


@dataclass(frozen=True)
class Catalogue:
    """All entries by key in the order of their first appearance, all appearances in the order of the site.

    ``records`` is the whole .bib file, entries of the list or not; ``mentions`` says which entries link to a record
    that has no card of its own. ``former_keys`` has the key of today for each that an entry had before;
    ``former_names`` are the sound ones among those that sections say they had, ``former_sections`` what these lead to.
    ``introductions`` has what the curator says of a section, by its name.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    appearances: tuple[Appearance, ...] = ()
    sections: tuple[Section, ...] = ()
    records: Mapping[str, Record] = field(default_factory=dict)
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    former_keys: Mapping[str, str] = field(default_factory=dict)
    former_sections: tuple[FormerSection, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    introductions: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Appearance, ...]]:
        """The appearances of each key; the first one is canonical."""
        return _grouped(self.appearances, lambda appearance: appearance.key)

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Appearance, ...]]:
        """The appearances on each page (by docname), in the order of the page."""
        return _grouped(self.appearances, lambda appearance: appearance.section.page)

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Appearance, ...]]:
        """The appearances in each section (by name); an empty section isn't in it."""
        return _grouped(self.appearances, lambda appearance: appearance.section.name)

    @property
    def highlights(self) -> tuple[Appearance, ...]:
        """The first highlighted appearance of each highlighted entry."""
        seen: dict[str, Appearance] = {}
        for appearance in self.appearances:
            if appearance.curated.highlight:
                seen.setdefault(appearance.key, appearance)
        return tuple(seen.values())


def _grouped(
    appearances: Iterable[Appearance], name: Callable[[Appearance], str]
) -> Mapping[str, tuple[Appearance, ...]]:
    groups: dict[str, list[Appearance]] = {}
    for appearance in appearances:
        groups.setdefault(name(appearance), []).append(appearance)
    return {key: tuple(group) for key, group in groups.items()}
