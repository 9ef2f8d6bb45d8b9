"""Which section of a page each card stands in, read off the page's doctree; and what is put above a section's cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from ..core.catalogue import SectionContent
from ..core.entry import Location, Section
from ..core.former import FormerName
from ..core.slugs import slugify
from .introductions import introduction
from .nodes import rl_entry, rl_formerly, rl_view
from .views._view import Wanted
from .views.search import FEWEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.entry import PageEntry


def section_name(docname: str, folder: str) -> str:
    """A page's name in addresses: its docname below the list's folder (elsewhere the whole docname)."""
    return docname.removeprefix(f"{folder}/") if folder else docname


def read_sections(
    document: nodes.document, docname: str, folder: str
) -> tuple[tuple[SectionContent, ...], tuple[FormerName, ...]]:
    """The sections of a page that directly hold cards, in the page's order, each with its entries; and former names.

    Numbers the cards (``index``), names their ``section`` and takes their ``curated`` value off; takes the nodes off
    that name sections as they were. A page below ``folder`` without a card and
    without a table of contents is an empty section.
    """
    name = section_name(docname, folder)
    headings: dict[int, Section] = {}
    entries: dict[Section, list[PageEntry]] = {}
    introductions: dict[Section, str] = {}
    used: set[str] = set()
    for index, card in enumerate(document.findall(rl_entry)):
        card["docname"], card["index"] = docname, index
        section = _section_of(card, docname, name, headings, used)
        card["section"] = section.name
        introductions.setdefault(section, introduction(card))
        entries.setdefault(section, []).append(card["curated"])
        del card["curated"]
    former = tuple(
        FormerName(old, _section_of(node, docname, name, headings, used), Location(docname, node.line or 0))
        for node in list(document.findall(rl_formerly))
        for old in node["names"]
    )
    for node in list(document.findall(rl_formerly)):
        node.parent.remove(node)
    contents = _contents(document, docname, name, folder, entries)
    return tuple(replace(found, introduction=introductions.get(found.section, "")) for found in contents), former


def _contents(
    document: nodes.document, docname: str, name: str, folder: str, entries: Mapping[Section, list[PageEntry]]
) -> tuple[SectionContent, ...]:
    if entries:
        return tuple(SectionContent(section, tuple(found)) for section, found in entries.items())
    below = bool(folder) and docname.startswith(f"{folder}/")
    if below and not any(True for _ in document.findall(_is_toctree)):
        return (SectionContent(Section(name, _page_title(document, name), docname)),)
    return ()


def add_rows(document: nodes.document, docname: str) -> None:
    """Put above the first card of each section the row that leads to the section's files, and above the first card of
    all a field that searches them, if they are many enough."""
    seen: set[str] = set()
    cards = list(document.findall(rl_entry))
    for card in cards:
        if card["section"] not in seen:
            below: nodes.Element = card
            while below.parent is not None and not isinstance(below.parent, nodes.section | nodes.document):
                below = below.parent
            if below.parent is not None:
                views = ["cite"] if seen or len(cards) < FEWEST else ["search", "cite"]
                rows = [rl_view(wanted=Wanted(view, card["section"]), docname=docname) for view in views]
                at = below.parent.index(below)
                below.parent[at:at] = rows
            seen.add(card["section"])


def _is_toctree(node: nodes.Node) -> bool:
    return node.__class__.__name__ == "toctree"


def _page_title(document: nodes.document, name: str) -> str:
    title = next(document.findall(nodes.title), None)
    return title.astext() if title is not None else name


def _section_of(card: nodes.Element, docname: str, page: str, headings: dict[int, Section], used: set[str]) -> Section:
    """The section of the nearest heading above a card; nested headings are nested paths."""
    parent = card.parent
    while parent is not None and not isinstance(parent, nodes.section | nodes.document):
        parent = parent.parent
    if id(parent) in headings:
        return headings[id(parent)]
    document = card.document
    assert document is not None
    first = next((child for child in document.children if isinstance(child, nodes.section)), None)
    if parent is None or isinstance(parent, nodes.document) or parent is first:
        section = Section(page, _page_title(document, page), docname)
    else:
        above = _section_of(parent, docname, page, headings, used)
        title = next((child.astext() for child in parent.children if isinstance(child, nodes.title)), "")
        wanted = f"{above.name}/{slugify(title) or parent['ids'][0]}"
        section = Section(_free(wanted, used), title, docname, parent["ids"][0])
    headings[id(parent)] = section
    used.add(section.name)
    return section


def _free(wanted: str, used: set[str]) -> str:
    number, name = 1, wanted
    while name in used:
        number += 1
        name = f"{wanted}-{number}"
    return name
