"""Cards and views for the builders that aren't HTML: ordinary docutils nodes, which every writer knows.

So LaTeX, text, man and texinfo escape, wrap and link in their own way, and linkcheck sees every address. In HTML, where
it would cost most, this doesn't run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from ..cards.card import CardAddresses, card_of, highlight_of, section_of
from ..cards.views import HighlightsView, SectionsView, SuggestView, view_of
from ..domain import the_domain
from ..nodes import rl_entry, rl_view

if TYPE_CHECKING:
    from ...core.entry import Appearance, Entry
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
        title = nodes.strong("", "", _link(view.title, view.url))
        head = nodes.paragraph("", "", nodes.target("", "", ids=[view.anchor]), title)
        details = [nodes.paragraph("", "", *line) for line in _lines(view)]
        return [head, nodes.block_quote("", *details, *node.children)]

    def _view(self, node: rl_view) -> list[nodes.Node]:
        page: str = node["docname"]
        view = view_of(node["view"], the_domain(self.env).catalogue, page)
        if isinstance(view, HighlightsView):
            return [_bullets([self._highlight(page, entry, at) for entry, at in view.items])]
        if isinstance(view, SectionsView):
            rows = [(section, section_of(section.title, "", count)) for section, count in view.items]
            return [_bullets([[self._to(page, section.page, section.anchor, row.title), nodes.Text(f" ({row.entries})")]
                              for section, row in rows])]  # fmt: skip
        assert isinstance(view, SuggestView)
        return [nodes.paragraph("", "No entries yet.")] if view.empty else []

    def _highlight(self, page: str, entry: Entry, at: Appearance) -> list[nodes.Node]:
        row = highlight_of(entry, "")
        after = ", ".join(part for part in (row.who, row.date) if part)
        link = self._to(page, at.section.page, at.anchor, row.title)
        return [link, nodes.Text(f" ({after})")] if after else [link]

    def _to(self, from_page: str, page: str, anchor: str, text: str) -> nodes.Node:
        return make_refnode(the_domain(self.env).builder, from_page, page, anchor or None, nodes.inline(text, text))


def _bullets(items: list[list[nodes.Node]]) -> nodes.bullet_list:
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", "", *item)) for item in items))


def _link(text: str, url: str) -> nodes.Node:
    return nodes.reference("", text, refuri=url) if url else nodes.Text(text)


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
        row += [_link(text, url)] + ([nodes.Text(f" {detail}")] if detail else [])
    return [*lines, row] if row else lines
