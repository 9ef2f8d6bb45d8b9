"""A site as the list that a README shows: its pages as sections, its entries with all that is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.entries import doi_address, entry_of_record
from ..bib.identity import unique_links
from ..core.entry import Link, PageEntry
from ..core.sites import face_of
from ..lists.document import ListDocument, ListItem, ListSection
from ._page_parts import Heading, page_parts
from ._readme_facts import with_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..checks._site import Site
    from ..core.entry import Appearance, Entry, Location
    from ..core.record import Record
    from ..lists.document import Kept

_INDEX = "index"


def readme_document(site: Site) -> ListDocument:
    """The list of a site. A page in a folder of its own index is a section below that; pages without a word are too."""
    cards = {card.curated.location: card for card in site.catalogue.appearances}
    open_sections: dict[str, _Open] = {}
    root = _Open("", 1)
    for path, text in site.pages.items():
        name = site.docname(path)
        above = root if name == _INDEX else open_sections.get(_folder(name), root)
        page = root if name == _INDEX else _Open("", above.level + 1)
        if page is not root:
            above.sections.append(page)
            if name.endswith(f"/{_INDEX}"):
                open_sections[name.removesuffix(f"/{_INDEX}")] = page
        _fill(page, page_parts(text, path, site.files), cards, site, name)
    return ListDocument(root.title, site.folder, tuple(root.blocks), tuple(below.closed() for below in root.sections))


def _folder(name: str) -> str:
    """The folder whose index is above a page."""
    parts = name.removesuffix(f"/{_INDEX}") if name.endswith(f"/{_INDEX}") else name
    return parts.rpartition("/")[0]


class _Open:
    def __init__(self, title: str, level: int) -> None:
        self.title, self.level = title, level
        self.blocks: list[ListItem | Kept] = []
        self.sections: list[_Open] = []

    def closed(self) -> ListSection:
        return ListSection(
            self.title, self.level, 0, tuple(self.blocks), tuple(section.closed() for section in self.sections)
        )


def _fill(
    page: _Open,
    parts: Sequence[Heading | PageEntry | Kept],
    cards: Mapping[Location, Appearance],
    site: Site,
    name: str,
) -> None:
    """Put a page's parts into its section: the first heading is its title, the others open sections below it."""
    titled = False
    path: list[tuple[int, _Open]] = [(0, page)]
    for part in parts:
        if isinstance(part, Heading) and not titled:
            titled = True
            page.title = part.title
            path = [(part.level, page)]
        elif isinstance(part, Heading):
            while len(path) > 1 and path[-1][0] >= part.level:
                path.pop()
            section = _Open(part.title, path[-1][1].level + 1)
            path[-1][1].sections.append(section)
            path.append((part.level, section))
        elif isinstance(part, PageEntry):
            if card := cards.get(part.location):
                path[-1][1].blocks.append(item_of(card, site.works[card.key], site.records.get(card.key)))
        else:
            path[-1][1].blocks.append(part)
    page.title = page.title or name


def item_of(card: Appearance, entry: Entry, record: Record | None) -> ListItem:
    """An entry where it stands: what the record says of it, and what the page does."""
    page = card.curated
    arxiv, number = entry.identifier("arxiv"), entry.identifier("doi")
    others = {title: None for title in (*page.aka, page.title) if title and title != entry.title}
    item = ListItem(
        page._replace(
            key=entry.key,
            title=entry.title,
            url=entry.url,
            authors=entry.authors,
            authors_elided=entry.authors_elided,
            date=None,
            aka=tuple(others),
            links=tuple(_links(page, entry, record, arxiv, number)),
        ),
        arxiv,
        number,
    )
    return with_facts(item, entry)


def _links(page: PageEntry, entry: Entry, record: Record | None, arxiv: str, number: str) -> Iterator[Link]:
    """The links that the README doesn't show by itself."""
    own = entry_of_record(record).links if record else ()
    moved = (Link(page.url),) if record and page.url else ()
    shown = [f"https://arxiv.org/{form}/{arxiv}" for form in ("abs", "pdf")] if arxiv else []
    shown += [doi_address(number)] if number else []
    for link in unique_links([*own, *moved, *page.links], entry.url, *shown):
        name = face_of(link).name
        # A name that would be shown otherwise where it is written down isn't.
        named = link.label or (name if face_of(Link(link.url, name)).name == name else "")
        yield link._replace(label=named)
