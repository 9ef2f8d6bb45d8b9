"""The two markups of pages, MyST and reStructuredText, where a directive has to tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.utils import new_document
from myst_parser.mocking import MockState
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.util.parsing import nested_parse_to_nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.util.docutils import SphinxDirective


def is_myst(directive: SphinxDirective) -> bool:
    """Whether the directive stands on a MyST page."""
    return isinstance(directive.state, MockState)


def content_line(directive: SphinxDirective, index: int = 0) -> int:
    """The line of the page, counted from 1, on which a line of the directive's content stands.

    MyST counts the content's offset from the directive, docutils from the top of the page.
    """
    start = directive.lineno if is_myst(directive) else 0
    return start + directive.content_offset + 1 + index


def parse_content(directive: SphinxDirective, start: int, length: int) -> list[nodes.Node]:
    """Some lines of the directive's content as nodes, in the page's own markup."""
    if not length:
        return []
    lines = directive.content[start : start + length]
    return nested_parse_to_nodes(
        directive.state, lines, offset=directive.content_offset + start, allow_section_headings=False
    )


def parse_markdown(directive: SphinxDirective, lines: Sequence[str], line: int) -> list[nodes.Node]:
    """Markdown as nodes on a page of either markup; ``line`` is where it starts, for warnings."""
    text = "\n".join(lines)
    if is_myst(directive):
        return nested_parse_to_nodes(
            directive.state, text, offset=line - directive.lineno, allow_section_headings=False
        )
    document = new_document(directive.get_source_info()[0], directive.state.document.settings)
    MystParser().parse("\n" * (line - 1) + text, document)
    return document.children
