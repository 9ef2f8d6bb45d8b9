"""The row of links on a card: where the title leads, what identifiers say of the work, then what the curator added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from ...core.entry import Link
from ...core.identifiers import canonical_url, is_safe_url
from ...core.sites import face_of
from ...core.words import cleaned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.entry import Entry
    from ...core.identifiers import Identifier


class CardLink(NamedTuple):
    """A link as it is shown: a name that makes sense alone, an icon, and the text the curator put behind it."""

    name: str
    icon: str
    url: str
    kind: str
    detail: str = ""


def link_row(entry: Entry) -> tuple[CardLink, ...]:
    """The links of an entry, each place once, each name once; addresses that a page may not link to are left out."""
    row: list[CardLink] = []
    places: set[tuple[str, str]] = set()
    for link in (Link(entry.url), *_of_identifiers(entry), *entry.links):
        if not is_safe_url(link.url):
            continue
        face = face_of(link)
        place = (face.kind, canonical_url(link.url))
        if place not in places:
            places.add(place)
            name = cleaned(_short(face.name, face.kind))
            # A name that starts with its brand's own letter needs no icon to say it again.
            icon = "" if name.startswith("𝕏") else face.icon
            row.append(_distinct(CardLink(name, icon, link.url, face.kind, cleaned(link.detail)), row))
    return tuple(row)


def _of_identifiers(entry: Entry) -> Iterator[Link]:
    for identifier in entry.identifiers:
        yield from _addresses(identifier)


def _addresses(identifier: Identifier) -> Iterator[Link]:
    value = quote(identifier.value, safe="/:;()._-")
    match identifier.scheme:
        case "arxiv":
            yield Link(f"https://arxiv.org/abs/{value}")
            yield Link(f"https://arxiv.org/pdf/{value}")
        case "doi":
            yield Link(f"https://doi.org/{value}")
        case "openreview":
            yield Link(f"https://openreview.net/forum?id={value}")
        case "acl":
            yield Link(f"https://aclanthology.org/{value}/")


def _short(name: str, kind: str) -> str:
    # An arXiv id is read as one name with its registry; a DOI is too long to be read at all.
    if kind == "doi":
        return "DOI"
    return name.replace("arXiv: ", "arXiv ", 1) if kind == "arxiv" else name


def _distinct(link: CardLink, row: list[CardLink]) -> CardLink:
    """The link with a name that no other of the row has, and without a detail that its name says already."""
    detail = link.detail.strip("()–—-· ")
    taken = {other.name for other in row}
    name, number = link.name, 2
    while name in taken:
        name, number = f"{link.name} ({number})", number + 1
    return link._replace(name=name, detail="" if detail.casefold() in name.casefold() else detail)
