"""``{entry}``: one card, of a record by its key or of a work that is written on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ...core.entry import Link, Location, PageEntry
from ...core.identifiers import is_safe_url
from ...lists.markup.escape import write_link
from ...lists.pages.entry_block import note_span, page_entry
from ...lists.pages.options import OPTIONS
from ..nodes import rl_entry
from ..report import report
from .markup import content_line, is_myst, parse_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.problems import Problem


class EntryDirective(SphinxDirective):
    """A card. The argument is a citation key or a link; the body is a note, with the entry's links as a list at its end."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {option.name: directives.unchanged for option in OPTIONS}

    def run(self) -> list[nodes.Node]:
        """Make the card's node, with the note as its children."""
        curated, problems, note = self._from_markdown() if is_myst(self) else self._from_restructuredtext()
        report(self.env, problems)
        card = rl_entry("", *note, curated=curated)
        self.set_source_info(card)
        return [card]

    def _place(self) -> Location:
        return Location(self.env.docname, self.lineno)

    def _from_markdown(self) -> tuple[PageEntry, Sequence[Problem], list[nodes.Node]]:
        argument = self.arguments[0] if self.arguments else ""
        body = list(self.content)
        curated, problems = page_entry(argument, self.options, body, self._place(), content_line(self))
        return curated, problems, parse_content(self, *note_span(body, curated.note))

    def _from_restructuredtext(self) -> tuple[PageEntry, Sequence[Problem], list[nodes.Node]]:
        """Read the argument and the links as reStructuredText does, off their nodes."""
        argument = self.arguments[0] if self.arguments else ""
        children, messages = self.parse_inline(argument)
        references = [child for child in children if isinstance(child, nodes.reference)]
        if len(references) == 1 == len([child for child in children if not isinstance(child, nodes.target)]):
            argument = write_link(references[0].astext(), references[0].get("refuri", ""))
        curated, problems = page_entry(argument, self.options, [], self._place(), content_line(self))
        note = parse_content(self, 0, len(self.content))
        links = take_links(note)
        safe = tuple(link for link in links if is_safe_url(link.url))
        return curated._replace(links=safe, note="\n".join(self.content) if note else ""), problems, [*messages, *note]


def take_links(note: list[nodes.Node]) -> tuple[Link, ...]:
    """Take a list at the end of a note, whose items are single links, off it."""
    if not note or not isinstance(note[-1], nodes.bullet_list):
        return ()
    links = [_only_link(item) for item in note[-1].children]
    if not all(links):
        return ()
    note.pop()
    return tuple(link for link in links if link)


def _only_link(item: nodes.Node) -> Link | None:
    if len(item.children) != 1 or not isinstance(item.children[0], nodes.paragraph):
        return None
    parts = [part for part in item.children[0].children if not isinstance(part, nodes.target)]
    if (
        not parts
        or not isinstance(parts[0], nodes.reference)
        or any(isinstance(part, nodes.reference) for part in parts[1:])
    ):
        return None
    url = parts[0].get("refuri", "")
    label = parts[0].astext()
    detail = "".join(part.astext() for part in parts[1:]).strip(" –—-:,")
    return Link(url, "" if label == url else label, detail) if url else None
