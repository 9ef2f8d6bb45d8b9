"""``{entries}``: a plain Markdown list, in the body or in a file, as cards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ...core.entry import Location, PageEntry
from ...core.problems import Code, Problem
from ...lists.document import ListItem
from ...lists.reading import read_list
from ..nodes import rl_entry
from ..report import report
from .markup import content_line, parse_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...lists.document import Kept, ListDocument, ListSection

# The importer's other codes tell of clean-ups, which a page that is a plain list needs on every build.
_WARNED = frozenset({Code.NOT_UNDERSTOOD, Code.UNSAFE_LINK, Code.RELATIVE_LINK, Code.EMPTY_FILE})


class EntriesDirective(SphinxDirective):
    """A card of each item of a list. Its content is Markdown on pages of either markup; headings become sections.

    What is no entry stays in its place as Markdown.
    """

    has_content = True
    option_spec: ClassVar = {"file": directives.path}

    def run(self) -> list[nodes.Node]:
        """Read the list and make a card of each entry."""
        source = self._file() if "file" in self.options else ("\n".join(self.content), content_line(self))
        if source is None:
            return []
        text, self.first_line = source
        document, problems = read_list(text, self.env.docname)
        report(self.env, (self._placed(problem) for problem in problems if problem.code in _WARNED))
        return [*self._blocks(document.blocks), *self._sections(document)]

    def _file(self) -> tuple[str, int] | None:
        relative, path = self.env.relfn2path(self.options["file"])
        self.env.note_dependency(relative)
        try:
            return Path(path).read_text(encoding="utf-8-sig"), 1
        except (OSError, UnicodeDecodeError) as error:
            place = Location(self.env.docname, self.lineno)
            report(self.env, [Problem(Code.UNREADABLE_FILE, f"{self.options['file']} can't be read: {error}", place)])
            return None

    def _line(self, line: int) -> int:
        """The line of the page of a line of the list; a file's lines are all at the directive."""
        return self.lineno if "file" in self.options else self.first_line + line - 1

    def _placed(self, problem: Problem) -> Problem:
        return replace(problem, location=Location(self.env.docname, self._line(problem.location.line)))

    def _sections(self, document: ListDocument | ListSection) -> list[nodes.Node]:
        return [self._section(section) for section in document.sections]

    def _section(self, section: ListSection) -> nodes.section:
        node = nodes.section(
            "", nodes.title(section.title, section.title), names=[nodes.fully_normalize_name(section.title)]
        )
        node += self._blocks(section.blocks)
        node += self._sections(section)
        self.state.document.note_implicit_target(node, node)
        return node

    def _blocks(self, blocks: Iterable[ListItem | Kept]) -> list[nodes.Node]:
        made: list[nodes.Node] = []
        for block in blocks:
            if isinstance(block, ListItem):
                made.append(self._card(block))
            else:
                made += parse_markdown(self, block.markdown.split("\n"), self._line(block.line))
        return made

    def _card(self, item: ListItem) -> rl_entry:
        entry: PageEntry = item.entry
        line = self._line(entry.location.line)
        note = parse_markdown(self, entry.note.split("\n"), line) if entry.note else []
        url = entry.url or (f"https://arxiv.org/abs/{item.arxiv}" if item.arxiv else "")
        curated = entry._replace(url=url, location=Location(self.env.docname, line))
        card = rl_entry("", *note, curated=curated)
        self.set_source_info(card)
        return card
