"""Where the old addresses of pages and of anchors on pages lead. Pure: pages are docnames, addresses come later."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ..core.catalogue import Catalogue
    from ..core.entry import Section
    from ..core.former import FormerName


class MovedPlace(NamedTuple):
    """A place (``page``, ``anchor``) that once was the anchor ``old`` on another page; ``title`` is what stands there."""

    old: str
    page: str
    anchor: str
    title: str


class GonePage(NamedTuple):
    """A page that is no longer there: the places it leads to, in the order of the site, and its anchors that differ."""

    targets: tuple[MovedPlace, ...]
    places: tuple[MovedPlace, ...] = ()


@dataclass(frozen=True)
class Moved:
    """By docname: what has moved away from the pages of today, and the pages that are gone."""

    pages: Mapping[str, tuple[MovedPlace, ...]] = field(default_factory=dict)
    gone: Mapping[str, GonePage] = field(default_factory=dict)


def moved_places(catalogue: Catalogue, docnames: Collection[str], folder: str) -> Moved:
    """What the former names of sections come to; ``folder`` is the list's, which their names leave out."""
    mover = _Mover(catalogue, docnames, folder)
    for name in catalogue.former_names:
        mover.move(name)
    return mover.moved()


class _Mover:
    def __init__(self, catalogue: Catalogue, docnames: Collection[str], folder: str) -> None:
        self.catalogue, self.docnames = catalogue, docnames
        self.folder = f"{folder}/" if folder else ""
        self.living: defaultdict[str, dict[str, MovedPlace]] = defaultdict(dict)
        self.targets: defaultdict[str, dict[tuple[str, str], MovedPlace]] = defaultdict(dict)
        self.places: defaultdict[str, dict[str, MovedPlace]] = defaultdict(dict)

    def move(self, name: FormerName) -> None:
        section = name.section
        below = self.folder if section.page.startswith(self.folder) else ""
        old = below + name.name
        here = _place("", section)
        if old in self.docnames:
            # It was a heading there, if it was a section at all.
            self._leave(old, [_place(section.name.rpartition("/")[2], section), *self._held_by(section)])
            return
        self._gone(old, here, self._held_by(section))
        above = old.rpartition("/")[0]
        if above in self.docnames:
            self._leave(above, [_place(old.rpartition("/")[2], section), *self._held_by(section)])
        if not section.anchor:
            for page in sorted(page for page in self.docnames if page.startswith(f"{section.page}/")):
                former = old + page.removeprefix(section.page)
                if former not in self.docnames:
                    self._gone(former, MovedPlace("", page, "", ""), [])

    def _leave(self, page: str, places: Iterable[MovedPlace]) -> None:
        for place in places:
            # What stayed on the page is found there; a heading that only has another name leads to that.
            if place.page != page or (place.anchor and place.anchor != place.old):
                self.living[page].setdefault(place.old, place)

    def _gone(self, page: str, target: MovedPlace, places: Iterable[MovedPlace]) -> None:
        self.targets[page].setdefault(target[1:3], target)
        for place in places:
            self.places[page].setdefault(place.old, place)

    def _held_by(self, section: Section) -> Iterator[MovedPlace]:
        """What stands in a section and below it: its entries, and the headings below."""
        catalogue, below = self.catalogue, f"{section.name}/"
        for other in catalogue.sections:
            if other.name != section.name and not other.name.startswith(below):
                continue
            if other.anchor and other.name != section.name:
                yield _place(other.anchor, other)
            for card in catalogue.by_section.get(other.name, ()):
                title = catalogue.entries[card.key].title
                for anchor in (card.anchor, *card.former):
                    yield MovedPlace(anchor, other.page, card.anchor, title)

    def moved(self) -> Moved:
        gone = {}
        for page, targets in self.targets.items():
            # What keeps its anchor on the one page there is needs no line: a script hands the anchor on.
            only = next(iter(targets))[0] if len(targets) == 1 else ""
            places = (place for place in self.places[page].values() if (place.page, place.anchor) != (only, place.old))
            gone[page] = GonePage(tuple(targets.values()), tuple(places))
        return Moved({page: tuple(places.values()) for page, places in self.living.items() if places}, gone)


def _place(old: str, section: Section) -> MovedPlace:
    return MovedPlace(old, section.page, section.anchor, section.title)
