"""Cards and views for the builders that aren't HTML: ordinary docutils nodes, which every writer knows.

So LaTeX, text, man and texinfo escape, wrap and link in their own way, and linkcheck sees every address. In HTML, where
it would cost most, this doesn't run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..cards.card import CardAddresses, card_of
from ..domain import the_domain
from ..nodes import rl_entry, rl_view
from ..plain_nodes import link
from ..views._view import ViewPlace, value_of, views

if TYPE_CHECKING:
    from ..cards.card import CardView


class ExpandCards(SphinxPostTransform):
    """Replace cards and views by paragraphs, lists and links."""

    # Before the resolver of references (10), so that notes, which stay as they are, are resolved in their new place.
    default_priority = 8

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002
        """Expand the cards of a document, except for HTML (opaque nodes) and gettext (which takes only prose)."""
        builder = the_domain(self.env).builder
        if builder.format == "html" or builder.name == "gettext":
            return
        for card in list(self.document.findall(rl_entry)):
            card.replace_self(self._card(card))
        for view in list(self.document.findall(rl_view)):
            view.replace_self(self._view(view))

    def _card(self, node: rl_entry) -> list[nodes.Node]:
        domain = the_domain(self.env)
        appearance = domain.card(node)
        view = card_of(
            domain.catalogue.entries[appearance.key],
            appearance,
            authors_shown=self.config.reading_list_authors_shown,
            bibtex="",
            addresses=CardAddresses(),
        )
        title = nodes.strong("", "", link(view.title, view.url))
        head = nodes.paragraph("", "", nodes.target("", "", ids=[view.anchor]), title)
        details = [nodes.paragraph("", "", *line) for line in _lines(view)]
        return [head, nodes.block_quote("", *details, *node.children)]

    def _view(self, node: rl_view) -> list[nodes.Node]:
        domain = the_domain(self.env)
        place = ViewPlace(domain.builder, node["docname"])
        value = value_of(domain.catalogue, place.page, node["wanted"])
        return views()[node["wanted"].view].plain(value, place)


def _lines(view: CardView) -> list[list[nodes.Node]]:
    """The lines below the title, each as inline nodes: what it is, who made it, where it leads."""
    what = [view.status, view.kind_label, view.date, view.venue, "Highlight" if view.highlight else ""]
    who = ", ".join((*view.authors, *view.authors_rest)) + (" and others" if view.authors_elided else "")
    known = f"Also known as: {'; '.join(view.aka)}" if view.aka else ""
    tags = f"Tags: {', '.join(view.tags)}" if view.tags else ""
    lines: list[list[nodes.Node]] = [[nodes.Text(" · ".join(part for part in what if part))]]
    lines += [[nodes.Text(text)] for text in (known, who, tags) if text]
    links = [(link.name, link.url, link.detail) for link in view.links] + [(b.text, b.url, "") for b in view.badges]
    row: list[nodes.Node] = []
    for text, url, detail in links:
        row += [nodes.Text(" · ")] if row else []
        row += [link(text, url)] + ([nodes.Text(f" {detail}")] if detail else [])
    return [*lines, row] if row else lines
