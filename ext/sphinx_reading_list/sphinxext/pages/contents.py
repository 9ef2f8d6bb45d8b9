"""The page's own contents (furo's right-hand side) with a line for each card.

They are made while a page is written. In Sphinx's stored contents they would be copied for every sidebar of the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters.toctree import TocTree

from ..domain import the_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def contents_with_cards(app: Sphinx, docname: str) -> str:
    """The contents of a page as HTML, each card below the heading that holds it."""
    catalogue = the_domain(app.env).catalogue
    contents = TocTree(app.env).get_toc_for(docname, app.builder)
    lists: dict[str, nodes.bullet_list] = {}
    for appearance in catalogue.by_page[docname]:
        anchor = appearance.section.anchor
        if anchor not in lists:
            lists[anchor] = _list_below(contents, anchor)
        lists[anchor].append(_line(catalogue.entries[appearance.key].title, appearance.anchor, docname))
    for anchor, cards in lists.items():
        # Cards stand above the headings that follow them.
        headings = [child for child in cards.children if not child.get("card")]  # type: ignore[attr-defined]
        lists[anchor].children = [child for child in cards.children if child not in headings] + headings
    return app.builder.render_partial(contents)["fragment"]  # type: ignore[attr-defined, no-any-return]


def _list_below(contents: nodes.Node, anchor: str) -> nodes.bullet_list:
    wanted = f"#{anchor}" if anchor else ""
    for reference in contents.findall(nodes.reference):
        if reference.get("anchorname", "") == wanted:
            item = reference.parent.parent
            below = next((child for child in item.children if isinstance(child, nodes.bullet_list)), None)
            if below is None:
                below = nodes.bullet_list()
                item.append(below)
            return below
    return nodes.bullet_list()


def _line(title: str, anchor: str, docname: str) -> nodes.list_item:
    reference = nodes.reference("", title, internal=True, refuri=docname, anchorname=f"#{anchor}")
    reference["refuri"] = f"#{anchor}"
    return nodes.list_item("", addnodes.compact_paragraph("", "", reference), card=True)
