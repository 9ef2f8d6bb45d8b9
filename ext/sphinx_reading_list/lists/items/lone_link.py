"""Bullets that are one link and nothing else, and called like a kind of thing: ``[Keras](https://keras.io)``, ``[GitHub](…)``.

Alone, such a link is a part of something else. Among links that are called after what is there, it is one of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.identifiers import github_repository, host_of, is_safe_url, path_parts
from ..markup.markdown import one_line
from ..markup.nodes import inline_of, row_of
from ..words.units import is_label
from .finish import finished_item
from .parts import ItemParts

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from ..document import ListItem, Source
    from ..markup.inline import Piece


def lone_link(item: SyntaxTreeNode) -> Piece | None:
    """The link to a page that a bullet is, if that is all it says."""
    token = inline_of(item.children[0]) if len(item.children) == 1 and item.children[0].type == "paragraph" else None
    row = [piece for piece in row_of(token) if piece.text.strip() or piece.url] if token else []
    link = row[0] if len(row) == 1 and row[0].kind == "link" and row[0].text.strip() else None
    return link if link and host_of(link.url) and is_safe_url(link.url) else None


def are_named(node: SyntaxTreeNode) -> bool:
    """Whether most bullets of a list are links called after what is there, and not after what kind of thing it is."""
    links = [link for item in node.children if (link := lone_link(item))]
    named = sum(not is_label(link) or _names_place(link) for link in links)
    return 2 * named > len(links) and 2 * named >= len(node.children)


def _names_place(link: Piece) -> bool:
    """Whether a link is called like the site or the repository that it leads to."""
    name = _letters(link.text)
    if repository := github_repository(link.url):
        return _letters(repository.partition("/")[2]) == name
    host = host_of(link.url)
    return not path_parts(link.url) and (name in map(_letters, host.split(".")) or name == _letters(host))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def linked_entry(link: Piece, source: Source) -> ListItem:
    """The entry that a link alone is."""
    parts = ItemParts(source, link.line, title=one_line(link.text))
    parts.url = parts.address(link.url, link.line, parts.title)
    return finished_item(parts)
