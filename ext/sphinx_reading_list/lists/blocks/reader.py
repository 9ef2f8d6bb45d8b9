"""The blocks of a list in their order: headings, items and groups of items; what is none of these is kept."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from ...core.problems import Code
from ..document import Kept, ListItem
from ..entries import read_entries
from ..items.lone_link import are_named, linked_entry, lone_link
from ..markup.inline import Piece, joined_text
from ..markup.nodes import LISTS, excerpt, inline_of, item_node, line_of, number_of, row_of
from ..markup.render import blocks_markdown, indented, inline_markdown, item_markdown, silent
from ..words.link_labels import role_of_label
from .contents import is_contents, is_contents_title, is_way_back
from .heading_text import heading_text
from .prose import PROSE
from .runs import Run, with_runs
from .sections import Open
from .tables import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Source
    from ..reports import Reports

_PLAIN = ("paragraph", "blockquote", "fence", "code_block", "details")


class Reader:
    """Reads block nodes into a section; what is understood is reported to ``reports`` through ``source``."""

    def __init__(self, source: Source, reports: Reports) -> None:
        self.source = source
        self.reports = reports

    def read(self, nodes: Sequence[SyntaxTreeNode], root: Open) -> None:
        """Read nodes into a section, and into the sections that their headings open below it."""
        path = [root]
        for node, following in pairwise([*with_runs(nodes), None]):
            if node is None or self._is_label_of_contents(node, following):
                continue
            if isinstance(node, Run):
                self._run(node, path)
            elif node.type == "heading":
                self._heading(node, path)
            else:
                path[-1].parts += self._block(node)

    def _is_label_of_contents(self, node: SyntaxTreeNode | Run | None, following: SyntaxTreeNode | Run | None) -> bool:
        """Whether a paragraph is no more than a title for the list of contents below it."""
        if (
            not isinstance(node, SyntaxTreeNode)
            or not isinstance(following, SyntaxTreeNode)
            or node.type != "paragraph"
            or not is_contents(following)
        ):
            return False
        token = inline_of(node)
        text = joined_text(row_of(token)) if token else ""
        if not is_contents_title(text):
            return False
        self.reports(Code.CONTENTS_LIST, f"the label {text!r} was left out", line_of(node))
        return True

    def _heading(self, node: SyntaxTreeNode, path: list[Open]) -> None:
        level, line = int(node.tag[1]), line_of(node)
        title, beside = heading_text(node, self.reports)
        kept = [Kept(markdown, line) for markdown in beside]
        if not title:
            # A heading that says nothing parts nothing.
            path[-1].parts += kept
            return
        section = Open(title, level, line, [*kept], label=inline_markdown([Piece("text", title, line, strong=True)]))
        while len(path) > 1 and path[-1].level >= level:
            path.pop()
        path[-1].sections.append(section)
        path.append(section)

    def _run(self, run: Run, path: list[Open]) -> None:
        """A paragraph or a heading with what belongs to it: entries where a dialect knows it, else what stands there."""
        mark = self.reports.mark
        if found := read_entries(run.item, self.source):
            path[-1].parts += found
            if (token := inline_of(run.nodes[0])) and (number := number_of(token).strip()):
                self.reports(Code.FACT, f"{number} is only the place in the list", line_of(run.nodes[0]))
            return
        self.reports.forget(mark)
        for node in run.nodes:
            if node.type == "heading":
                self._heading(node, path)
            elif node.type in LISTS and (markdown := blocks_markdown([node], self.reports)):
                # Fields of the entry that this seemed to be, and no entries themselves.
                path[-1].parts.append(Kept(markdown, line_of(node)))
            else:
                path[-1].parts += self._block(node)

    def _block(self, node: SyntaxTreeNode) -> list[ListItem | Kept | Open]:
        line = line_of(node)
        if node.type == PROSE:
            markdown = blocks_markdown(node.children, self.reports)
            return [Kept(markdown, line)] if markdown else []
        if is_contents(node):
            self.reports(Code.CONTENTS_LIST, "the list of contents was left out", line)
            return []
        if is_way_back(node):
            self.reports(Code.INTERNAL_LINK, f"{excerpt(blocks_markdown([node]))!r} leads back to the top", line)
            return []
        if node.type in LISTS:
            return self._list(node)
        if node.type == "table" and (rows := read_table(node, self.source, self.reports)):
            return rows
        if node.type == "details":
            return self._details(node)
        if node.type == "blockquote" and any(child.type in (*LISTS, "table", "details") for child in node.children):
            return self._quoted(node)
        markdown = blocks_markdown([node], self.reports)
        if not markdown:
            return []
        if node.type not in _PLAIN:
            self.reports(Code.NOT_UNDERSTOOD, f"{node.type.replace('_', ' ')}: {excerpt(markdown)}", line)
        return [Kept(markdown, line)]

    def _list(self, node: SyntaxTreeNode) -> list[ListItem | Kept | Open]:
        parts: list[ListItem | Kept | Open] = []
        named: bool | None = None
        for item in node.children:
            found = read_entries(item, self.source)
            if found is None and (link := lone_link(item)):
                named = are_named(node) if named is None else named
                found = [linked_entry(link, self.source)] if named else None
            parts += self._other_item(item) if found is None else found
        return parts

    def _other_item(self, item: SyntaxTreeNode) -> list[ListItem | Kept | Open]:
        if not item.children:
            return []
        if any(child.type != "paragraph" for child in item.children):
            return self._labelled(item)
        return self._not_understood(item)

    def _not_understood(self, item: SyntaxTreeNode) -> list[ListItem | Kept | Open]:
        markdown = item_markdown(item, report=self.reports)
        if markdown == "-":
            return []
        self.reports(Code.NOT_UNDERSTOOD, f"list item: {excerpt(markdown)}", line_of(item))
        return [Kept(markdown, line_of(item))]

    def _labelled(self, item: SyntaxTreeNode) -> list[ListItem | Kept | Open]:
        """A label with entries below it: a group. An item with anything else below it is kept as it is."""
        mark = self.reports.mark
        label = item.children[0] if item.children[0].type == "paragraph" else None
        group = self._group(label, item.children[1:] if label else item.children, line_of(item), "label")
        if _holds_entries(group):
            return [group]
        if group.holds_items or group.sections or any(isinstance(part, Open) for part in group.parts):
            self.reports.forget(mark)
            return self._not_understood(item)
        # All of it is Markdown by now, which is put under its bullet again.
        self.reports.forget(mark, Code.NOT_UNDERSTOOD)
        inside = [part.markdown for part in group.parts if isinstance(part, Kept)]
        if not group.label and not inside:
            return []
        markdown = indented(_stacked([group.label, *inside] if group.label else inside), "- ", "  ")
        self.reports(Code.NOT_UNDERSTOOD, f"list item: {excerpt(markdown)}", line_of(item))
        return [Kept(markdown, line_of(item))]

    def _group(self, label: SyntaxTreeNode | None, nodes: Sequence[SyntaxTreeNode], line: int, origin: str) -> Open:
        title, markdown = "", ""
        beside: list[str] = []
        if label is not None and (token := inline_of(label)):
            title, beside = heading_text(label, silent)
            title = title.rstrip(" :：")
            markdown = blocks_markdown([label], self.reports)
            if len(title) > 80 or len(title.split()) > 10 or title.endswith(".") or _is_checked(row_of(token)):
                title = ""
        group = Open(title, 0, line, origin=origin, label=markdown)
        group.beside = [Kept(text, line) for text in beside]
        self.read(nodes, group)
        return group

    def _details(self, node: SyntaxTreeNode) -> list[ListItem | Kept | Open]:
        """A block that folds: an entry with all about it, a group of entries, or text with a title."""
        summary = node.children[0] if node.children and node.children[0].type == "summary" else None
        body = node.children[1:] if summary is not None else node.children
        mark = self.reports.mark
        group = self._group(summary, body, line_of(node), "fold")
        if not group.parts and not group.sections and is_contents_title(group.title):
            self.reports(Code.CONTENTS_LIST, f"the label {group.title!r} was left out", line_of(node))
            return []
        group.label = _bold(group.label)
        token = inline_of(summary) if summary is not None else None
        if token and not group.holds_items and any(piece.kind == "link" for piece in row_of(token)):
            before = self.reports.problems[mark:]
            self.reports.forget(mark)
            if found := read_entries(item_node([token], body), self.source):
                return list(found)
            self.reports.problems[mark:] = before
        return [group]

    def _quoted(self, node: SyntaxTreeNode) -> list[ListItem | Kept | Open]:
        """A quotation that holds entries: these; any other as it is."""
        mark = self.reports.mark
        group = Open("", 0, line_of(node), origin="quote")
        self.read(node.children, group)
        if _holds_entries(group):
            return [group]
        self.reports.forget(mark)
        return [Kept(markdown, line_of(node))] if (markdown := blocks_markdown([node], self.reports)) else []


def _stacked(blocks: Sequence[str]) -> str:
    """Blocks of Markdown one below the other, the items of a list without blank lines between."""
    return "".join(
        block if not index else f"\n{block}" if block.startswith("- ") else f"\n\n{block}"
        for index, block in enumerate(blocks)
    )


def _bold(markdown: str) -> str:
    return markdown if not markdown or markdown.startswith("**") else f"**{markdown}**"


def _is_checked(row: Sequence[Piece]) -> bool:
    """Whether a label is a task rather than a title."""
    return bool(row) and row[0].text.startswith(("[ ]", "[x]", "[X]"))


def _holds_entries(group: Open) -> bool:
    """Whether entries make up a group: more of them than of text, and not only a work's links to its paper and code."""
    if any(isinstance(part, Open) and part.holds_items for part in group.parts) or any(
        section.holds_items for section in group.sections
    ):
        return True
    items = [part for part in group.parts if isinstance(part, ListItem)]
    named = [item for item in items if role_of_label(item.entry.title) is None]
    return bool(named) and 2 * len(items) >= len(group.parts)
