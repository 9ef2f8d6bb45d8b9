"""The bibliography page: each record says where it stands in the list, or which entry links to it.

In HTML its records are the items of a list. docutils gives them the role ``doc-biblioentry`` within a ``list``, which
no longer may hold it: screen readers then announce neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.nodes import make_refnode

from ..domain import the_domain
from ..nodes import rl_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from ...core.entry import Appearance


def setup_bibliography(app: Sphinx) -> None:
    """Add the links when the records have been put in, which sphinxcontrib-bibtex does in a post-transform."""
    app.add_node(rl_record, html=(visit_record, depart_record))
    app.connect("doctree-resolved", link_records_to_cards)


def link_records_to_cards(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put behind each record a link to its card, or to the entries that link to it."""
    places = the_domain(app.env).record_places
    records = {anchor: key for key, (_page, anchor) in places.items()}
    if not any(page == docname for page, _ in places.values()) and app.builder.name != "singlehtml":
        return
    catalogue = the_domain(app.env).catalogue
    for citation in list(doctree.findall(lambda node: isinstance(node, nodes.citation | nodes.list_item))):
        key = next((records[anchor] for anchor in citation["ids"] if anchor in records), "")  # type: ignore[index]
        if cards := catalogue.by_key.get(key):
            line = _line(app, docname, "Listed in ", [(card, card.section.title) for card in cards])
        elif mentions := catalogue.mentions.get(key):
            found = [(catalogue.by_key[other][0], catalogue.entries[other].title) for other in mentions]
            line = _line(app, docname, "Linked from ", found)
        else:
            line = None
        if line:
            citation.append(line)  # type: ignore[attr-defined]
        if app.builder.format == "html" and isinstance(citation, nodes.citation):
            citation.replace_self(rl_record("", *citation.children, **citation.attributes))


def visit_record(translator: HTML5Translator, node: rl_record) -> None:
    """Begin a record, and the list before the first of them; themes know both by these classes."""
    if not isinstance(node.previous_sibling(), rl_record):
        translator.body.append('<div role="list" class="citation-list">\n')
    translator.body.append(translator.starttag(node, "div", classes=["citation"], role="listitem"))


def depart_record(translator: HTML5Translator, node: rl_record) -> None:
    """End a record, and the list after the last of them."""
    translator.body.append("</div>\n")
    if not isinstance(node.next_node(descend=False, siblings=True), rl_record):
        translator.body.append("</div>\n")


def _line(app: Sphinx, docname: str, text: str, cards: Iterable[tuple[Appearance, str]]) -> nodes.paragraph:
    line = nodes.paragraph("", text, classes=["rl-listed"])
    for number, (card, title) in enumerate(cards):
        if number:
            line.append(nodes.Text(", "))
        line.append(make_refnode(app.builder, docname, card.section.page, card.anchor, nodes.Text(title)))
    return line
