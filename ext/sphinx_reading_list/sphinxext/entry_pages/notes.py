"""The curators' notes of a page, as HTML for the pages of its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from docutils import nodes
from sphinx.util.logging import suppress_logging
from sphinx.util.osutil import relative_uri

from ...core.identifiers import split_url
from ..nodes import rl_entry, rl_search_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.builders.html import StandaloneHTMLBuilder


def page_notes(builder: StandaloneHTMLBuilder, page: str, seen_from: str) -> Mapping[int, str]:
    """The notes of a page, each by the number of its card there, with addresses as seen from another page."""
    env = builder.env
    doctree = env.get_doctree(page)
    cards = [card for card in doctree.findall(rl_entry) if card.children]
    if not cards:
        return {}
    doctree.children.clear()
    doctree.extend(cards)
    # Whatever is wrong with a note was said when its own page was written.
    with suppress_logging():
        env.apply_post_transforms(doctree, page)
        builder.post_process_images(doctree)
    here = builder.get_target_uri(seen_from)
    _turn_addresses(doctree, builder.get_target_uri(page), here)
    builder.imgpath = relative_uri(here, builder.imagedir)
    builder.dlpath = relative_uri(here, "_downloads")
    return {card["index"]: "".join(map(_html(builder), _blocks(card))) for card in cards}


def _blocks(card: rl_entry) -> list[nodes.Node]:
    return [child for child in card.children if not isinstance(child, rl_search_text)]


def _html(builder: StandaloneHTMLBuilder) -> Callable[[nodes.Node], str]:
    return lambda block: builder.render_partial(block)["fragment"]


def _turn_addresses(doctree: nodes.document, there: str, here: str) -> None:
    """Addresses within the site, which are relative to the page that the notes stand on, as seen from another."""
    for note in list(doctree.findall(nodes.footnote_reference)):
        link = nodes.reference("", note.astext(), refid=note["refid"])
        note.replace_self(nodes.superscript("", "", link))
    for link in doctree.findall(nodes.reference):
        address = f"#{link['refid']}" if "refid" in link else link.get("refuri", "")
        parts = split_url(address)
        if address and parts and not parts.scheme and not parts.netloc and not address.startswith("/"):
            link.attributes.pop("refid", None)
            target, mark, anchor = urljoin(f"/{there}", address)[1:].partition("#")
            link["refuri"] = relative_uri(here, target) + mark + anchor
