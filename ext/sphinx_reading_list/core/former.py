"""Names that sections had before, and what the addresses made of them lead to now. Pure: pages are named, not opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .entry import Section
from .problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .entry import Location

_NOT_IN_NAMES = frozenset('\\#?%:*"<>|')


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a section says it had, or that what it holds stood under; ``location`` is where it says so."""

    name: str
    section: Section
    location: Location


@dataclass(frozen=True, slots=True)
class FormerSection:
    """A section's name that is no longer one. ``targets`` are the sections it leads to, in the order of the site.

    ``holds`` are the names of those sections of today whose entries stand for its own, none where there are none.
    """

    name: str
    targets: tuple[Section, ...]
    holds: tuple[str, ...] = ()

    @property
    def section(self) -> Section:
        """It as a section: with its old name, at the place of the first one that it leads to."""
        first = self.targets[0]
        return Section(self.name, first.title, first.page, first.anchor)


def wrong_with(name: str) -> str:
    """Why a text can't be the name of a section; empty where it can."""
    if any(part in ("", ".", "..") for part in name.split("/")):
        return "a section's name is a path without slashes at its ends, such as rlhf or rlhf/rewards"
    if _NOT_IN_NAMES & set(name) or any(character < " " for character in name):
        return "a section's name holds no character that addresses or file names keep for themselves"
    if name.endswith((".html", ".md")):
        return "a section's name has no ending"
    return ""


def former_sections(
    names: Iterable[FormerName], sections: Sequence[Section]
) -> tuple[tuple[FormerSection, ...], tuple[FormerName, ...], list[Problem]]:
    """The names that lead on, all names that hold good, and what is wrong with the others.

    ``names`` are in the order of the site, ``sections`` those of today. What is below a section that had another name
    had another name, too. A name of today stays what it is: it may have given away entries, but is no former name.
    """
    good, problems = _sound(names)
    today = {section.name: section for section in sections}
    targets: dict[str, dict[Section, None]] = {}
    for one in good:
        targets.setdefault(one.name, {})[one.section] = None
    holds: dict[str, dict[str, None]] = {
        name: {section.name: None for section in found if section.name in today} for name, found in targets.items()
    }
    for name, found in _below(good, sections).items():
        if name not in targets:
            targets[name] = dict.fromkeys(found)
            holds[name] = {section.name: None for section in found}
    former = (
        FormerSection(name, tuple(found), tuple(holds[name])) for name, found in targets.items() if name not in today
    )
    return tuple(former), tuple(good), problems


def _sound(names: Iterable[FormerName]) -> tuple[list[FormerName], list[Problem]]:
    good: list[FormerName] = []
    problems = []
    for one in names:
        why = wrong_with(one.name)
        if not why and one.name == one.section.name:
            why = "this is what the section is called now"
        if why:
            message = f"{one.name!r} is no former name of the section {one.section.name}: {why}"
            problems.append(Problem(Code.BAD_FORMER_NAME, message, one.location))
        else:
            good.append(one)
    return good, problems


def _below(names: Iterable[FormerName], sections: Iterable[Section]) -> Mapping[str, list[Section]]:
    """What the sections below renamed ones were called."""
    by_first: dict[str, list[Section]] = {}
    for section in sections:
        by_first.setdefault(section.name.partition("/")[0], []).append(section)
    found: dict[str, list[Section]] = {}
    for one in names:
        top = f"{one.section.name}/"
        for section in by_first.get(one.section.name.partition("/")[0], ()):
            if section.name.startswith(top):
                found.setdefault(f"{one.name}/{section.name.removeprefix(top)}", []).append(section)
    return found
