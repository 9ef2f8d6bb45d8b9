"""A long page as several: its sections as pages of their own, else its entries in groups.

The page itself stays, with its introduction and the table of contents of its parts. Each part says where its entries
stood (``{rl:formerly}``), so that old addresses lead on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ....core.page_size import page_bytes
from ....core.slugs import slugify
from ..contents_table import contents_table, with_pages
from ..reading import FORMERLY, EntryBlock, Heading, TextBlock, read_parts
from ..writing import heading, page_names
from .groups import groups
from .links import LinkMover

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from ....core.entry import PageEntry
    from ....core.page_size import CardFacts

    Parts = Sequence[Heading | EntryBlock | TextBlock]


@dataclass
class Split:
    """What a page has become: its new text and those of its parts, by name; none where it stays as it is.

    ``places`` says where each heading of the old page is now: by its slug, the page and the slug there (empty: the
    page itself).
    """

    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[str, str]] = field(default_factory=dict)


class Limits(NamedTuple):
    """How long a page may be in bytes of HTML, how many pages the list has, and which names are taken."""

    bytes: int
    pages: int = 0
    taken: Collection[str] = ()


def estimate(text: str, parts: Parts, facts_of: Callable[[PageEntry], CardFacts], pages: int = 0) -> int:
    """About how many bytes of HTML a page comes to."""
    lines = text.split("\n")
    between = sum(
        len("\n".join(lines[part.start : part.end]).encode()) for part in parts if not isinstance(part, EntryBlock)
    )
    return page_bytes((facts_of(part.entry) for part in parts if isinstance(part, EntryBlock)), between, pages)


def split_page(name: str, text: str, facts_of: Callable[[PageEntry], CardFacts], limits: Limits) -> Split:
    """Split a page, ``name`` below the list's folder, if it is too long; parts that still are, too.

    Line ends stay as they are. A page with footnotes stays: they would stand on another page than what they belong to.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    split = _split(name, plain, facts_of, limits)
    if "\r\n" in text:
        split.texts = {part: new.replace("\n", "\r\n") for part, new in split.texts.items()}
    return split


def _split(name: str, text: str, facts_of: Callable[[PageEntry], CardFacts], limits: Limits) -> Split:
    parts = read_parts(text, name)[0]
    if estimate(text, parts, facts_of, limits.pages) <= limits.bytes or _has_footnotes(text):
        return Split()
    split = _Splitter(name, text, parts, facts_of, limits).split()
    for part in list(split.texts)[1:]:
        taken = {*limits.taken, *split.texts}
        again = _split(part, split.texts[part], facts_of, limits._replace(taken=taken))
        split.texts |= again.texts
        for slug, (page, anchor) in list(split.places.items()):
            if page == part and anchor in again.places:
                split.places[slug] = again.places[anchor]
    return split


def _has_footnotes(text: str) -> bool:
    # A plain parser takes one for the definition of a link, which leaves no token behind.
    return any(line.lstrip().startswith("[^") and "]:" in line for line in text.split("\n"))


class _Splitter:
    def __init__(
        self, name: str, text: str, parts: Parts, facts_of: Callable[[PageEntry], CardFacts], limits: Limits
    ) -> None:
        self.name, self.text, self.parts, self.facts_of, self.limits = name, text, parts, facts_of, limits
        self.taken = set(limits.taken)
        self.lines = text.rstrip("\n").split("\n")
        headings = [index for index, part in enumerate(parts) if isinstance(part, Heading)]
        self.top = headings[0] if headings else -1
        self.title = self._title(self.top) if headings else name.rpartition("/")[2]
        below = headings[1:]
        level = min((self._level(index) for index in below), default=0)
        self.sections = [index for index in below if self._level(index) == level]
        self.definitions = self._definitions()

    def split(self) -> Split:
        own_end = self._above(self.sections[0]) if self.sections else len(self.lines)
        first = next((i for i in self.parts[self.top + 1 :] if isinstance(i, EntryBlock)), None)
        cards = [p for p in self.parts if isinstance(p, EntryBlock) and p.start < own_end]
        size = page_bytes(map(self.facts_of, (card.entry for card in cards)), 0, self.limits.pages)
        intro_end = own_end
        moved: dict[str, str] = {}
        if len(cards) > 1 and size > self.limits.bytes and first is not None:
            intro_end = self._above(self.parts.index(first))
            moved |= self._groups(cards, own_end)
        split = Split(places=self._places())
        moved |= self._sections(split)
        if not moved:
            return Split()
        links = LinkMover(self.name, split.places)
        intro = self._with_definitions(self.lines[:intro_end])
        folder = self.name.rpartition("/")[0]
        names = [name.removeprefix(f"{folder}/") if folder else name for name in moved]
        stays = links.moved(intro, self.name)
        split.texts[self.name] = (
            with_pages(stays, names) if "{toctree}" in stays else f"{stays}\n{contents_table(names)}"
        )
        split.texts |= {name: links.moved(text, name) for name, text in moved.items()}
        return split

    def _groups(self, cards: Sequence[EntryBlock], end: int) -> dict[str, str]:
        """The pages of the entries that stand before the first section."""
        facts = [self.facts_of(card.entry) for card in cards]
        room = self.limits.bytes - page_bytes((), 0, self.limits.pages)
        found = groups(facts, room)
        starts = [self._above(self.parts.index(cards[group.start])) for group in found]
        texts = {}
        for group, start, stop in zip(found, starts, [*starts[1:], end], strict=True):
            title = f"{self.title}, {group.label}" if len(group.label) >= 4 else f"{self.title} ({group.label})"
            texts[self._free(group.slug)] = self._page(heading(title, 1), self.lines[start:stop])
        return texts

    def _sections(self, split: Split) -> dict[str, str]:
        """The page of each section."""
        texts: dict[str, str] = {}
        names = page_names(self._title(index) for index in self.sections)
        starts = [self._above(index) for index in self.sections]
        for index, slug, start, stop in zip(self.sections, names, starts, [*starts[1:], len(self.lines)], strict=False):
            name = self._free(slug)
            inside = [
                i for i, part in enumerate(self.parts) if isinstance(part, Heading) and start <= part.start < stop
            ]
            lines = self._raised(inside, self._level(index) - 1)
            end = self.parts[index].end
            texts[name] = self._page("\n".join(lines[start:end]) + "\n", lines[end:stop])
            for number in inside:
                old = slugify(self._title(number))
                split.places[old] = (name, "" if number == index else old)
        return texts

    def _page(self, head: str, body: Sequence[str]) -> str:
        return f"{head}\n```{FORMERLY} {self.name}\n```\n\n{self._with_definitions(body)}"

    def _with_definitions(self, body: Sequence[str]) -> str:
        """Lines as a text, with the definitions of links that are elsewhere on the page."""
        definitions = [line for line in self.definitions if line not in body]
        own = "\n".join(body).strip("\n")
        return "\n".join([own, *(["", *definitions] if definitions else [])]) + "\n"

    def _places(self) -> dict[str, tuple[str, str]]:
        titles = [self._title(index) for index, part in enumerate(self.parts) if isinstance(part, Heading)]
        return {slugify(title): (self.name, slugify(title)) for title in titles}

    def _free(self, slug: str) -> str:
        name, number = f"{self.name}/{slug}", 1
        while name in self.taken:
            number += 1
            name = f"{self.name}/{slug}-{number}"
        self.taken.add(name)
        return name

    def _above(self, index: int) -> int:
        """The line on which a part begins, with the targets and comments just above it."""
        while index > 0 and isinstance(before := self.parts[index - 1], TextBlock):
            if before.tokens[0].type not in ("myst_target", "myst_line_comment"):
                break
            index -= 1
        return self.parts[index].start

    def _raised(self, headings: Sequence[int], levels: int) -> list[str]:
        """All lines, some headings of them that many levels higher."""
        lines = self.lines.copy()
        for index in headings:
            part = self.parts[index]
            line = lines[part.start].lstrip()
            if line.startswith("#"):
                lines[part.start] = line[levels:]
            elif levels == 1 and lines[part.end - 1].strip().startswith("-"):
                lines[part.end - 1] = lines[part.end - 1].replace("-", "=")
        return lines

    def _definitions(self) -> list[str]:
        """The lines that define links: they belong to no part, and to all of the text."""
        covered = {number for part in self.parts for number in range(part.start, part.end)}
        return [line for number, line in enumerate(self.lines) if number not in covered and line.strip()]

    def _title(self, index: int) -> str:
        part = self.parts[index]
        return part.title if isinstance(part, Heading) else ""

    def _level(self, index: int) -> int:
        part = self.parts[index]
        return part.level if isinstance(part, Heading) else 0
