"""The note of a README's entry: to the letter, where it says the same on a page; else as Markdown that is safe there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.identifiers import is_safe_url
from ..markup.markdown import list_markdown, strict_markdown
from ..markup.render import blocks_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from ..document import Source

_INDENT = "  "
"""What stands before a note's lines: the width of an item's bullet."""
_PLAIN = frozenset(
    "paragraph_open paragraph_close bullet_list_open bullet_list_close ordered_list_open ordered_list_close"
    " list_item_open list_item_close blockquote_open blockquote_close fence code_block hr table_open table_close"
    " thead_open thead_close tbody_open tbody_close tr_open tr_close th_open th_close td_open td_close inline text"
    " softbreak hardbreak code_inline em_open em_close strong_open strong_close link_open link_close text_special".split()
)
"""What a page and a README read alike: no directive, role, HTML, image, target or mathematics."""


def read_note(nodes: Sequence[SyntaxTreeNode], source: Source) -> str:
    """The note that these blocks of an item are."""
    text = _to_the_letter(nodes, source.lines)
    return text if text and _is_plain(text) else blocks_markdown(nodes, source.report)


def _to_the_letter(nodes: Sequence[SyntaxTreeNode], lines: Sequence[str]) -> str:
    """The lines of the blocks without their indent; empty where there are none, or one isn't indented."""
    if not nodes or not nodes[0].map or not nodes[-1].map:
        return ""
    own = lines[nodes[0].map[0] : nodes[-1].map[1]]
    if not all(line.startswith(_INDENT) or not line.strip() for line in own):
        return ""
    return "\n".join(line.removeprefix(_INDENT) for line in own).rstrip()


def _is_plain(text: str) -> bool:
    here, there = list(_flat(list_markdown().parse(text))), list(_flat(strict_markdown().parse(text)))
    return [token.type for token in here] == [token.type for token in there] and all(map(_says_the_same, here))


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _says_the_same(token: Token) -> bool:
    if token.type == "link_open":
        return is_safe_url(str(token.attrs.get("href", "")))
    if token.type == "fence":
        return token.info.replace("-", "").replace("+", "").strip().isalnum() or not token.info.strip()
    return token.type in _PLAIN
