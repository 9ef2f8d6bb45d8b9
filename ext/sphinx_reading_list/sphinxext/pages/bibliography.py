"""The bibliography page: each record says where it stands in the list, or which entry links to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.nodes import make_refnode

from ..domain import the_domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from ...core.entry import Appearance


def setup_bibliography(app: Sphinx) -> None:
    """Add the links when the records have been put in, which sphinxcontrib-bibtex does in a post-transform."""
    app.connect("doctree-resolved", link_records_to_cards)


def link_records_to_cards(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put behind each record a link to its card, or to the entries that link to it."""
    places = the_domain(app.env).record_places
    records = {anchor: key for key, (_page, anchor) in places.items()}
    if not any(page == docname for page, _ in places.values()) and app.builder.name != "singlehtml":
        return
    catalogue = the_domain(app.env).catalogue
    for citation in doctree.findall(lambda node: isinstance(node, nodes.citation | nodes.list_item)):
        key = next((records[anchor] for anchor in citation["ids"] if anchor in records), "")  # type: ignore[index]
        if cards := catalogue.by_key.get(key):
            line = _line(app, docname, "Listed in ", [(card, card.section.title) for card in cards])
        elif mentions := catalogue.mentions.get(key):
            found = [(catalogue.by_key[other][0], catalogue.entries[other].title) for other in mentions]
            line = _line(app, docname, "Linked from ", found)
        else:
            continue
        citation.append(line)  # type: ignore[attr-defined]


def _line(app: Sphinx, docname: str, text: str, cards: Iterable[tuple[Appearance, str]]) -> nodes.paragraph:
    line = nodes.paragraph("", text, classes=["rl-listed"])
    for number, (card, title) in enumerate(cards):
        if number:
            line.append(nodes.Text(", "))
        line.append(make_refnode(app.builder, docname, card.section.page, card.anchor, nodes.Text(title)))
    return line
