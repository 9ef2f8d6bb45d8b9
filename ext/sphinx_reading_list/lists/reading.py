"""A Markdown list → a :class:`ListDocument`: headings as a tree, items handed to the dialects, the rest kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it.tree import SyntaxTreeNode

from ..core.entry import Location
from ..core.problems import Code, Problem
from ..core.registry import discover
from .bold import mend_bold
from .document import Kept, ListDocument, ListItem, ListSection, Source
from .inline import Piece, is_markup, joined_text, pieces
from .markdown import list_markdown, one_line
from .render import blocks_markdown, inline_markdown, item_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from .document import Dialect, Report


_LISTS = ("bullet_list", "ordered_list")


def dialects() -> tuple[Dialect, ...]:
    """All dialects, the most particular first."""
    found = discover("sphinx_reading_list.lists.dialects", "DIALECT", "sphinx_reading_list.dialects")
    return tuple(sorted(found.values(), key=lambda dialect: (dialect.order, dialect.name)))


def read_list(text: str, path: str, *, base_url: str = "") -> tuple[ListDocument, list[Problem]]:
    """Read a list. ``path`` is how it is called in problems; relative addresses are resolved against ``base_url``.

    Nothing is raised for any text; what no dialect understands is in its place as Markdown, and reported.
    """
    problems: list[Problem] = []

    def report(code: Code, message: str, line: int) -> None:
        problems.append(Problem(code, message, Location(path, line)))

    reader = _Reader(Source(path, report, base_url))
    references: dict[str, Any] = {}
    tokens = list_markdown().parse(text, references)
    _report_mended(tokens, report)
    unused = _unused_links(tokens, references.get("references", {}))
    document = reader.read(SyntaxTreeNode(tokens).children, unused)
    return document, sorted(problems, key=lambda problem: problem.location.line)


class _Open:
    """A section that is still being read."""

    def __init__(self, title: str, level: int, line: int) -> None:
        self.title, self.level, self.line = title, level, line
        self.blocks: list[ListItem | Kept] = []
        self.sections: list[_Open] = []

    def closed(self) -> ListSection:
        sections = tuple(section.closed() for section in self.sections)
        return ListSection(self.title, self.level, self.line, tuple(self.blocks), sections)


class _Reader:
    def __init__(self, source: Source, *, trying: bool = False) -> None:
        self.source = source
        self.trying = trying
        self.dialects = dialects()

    def read(self, nodes: Sequence[SyntaxTreeNode], unused: Iterable[Kept] = ()) -> ListDocument:
        root = _Open("", 0, 0)
        path = [root]
        for node in nodes:
            if node.type == "heading":
                self._heading(node, path)
            else:
                path[-1].blocks += self._block(node)
        for kept in unused:
            self.source.report(Code.NOT_UNDERSTOOD, f"a link that nothing refers to: {kept.markdown}", kept.line)
            path[-1].blocks.append(kept)
        title, blocks, sections = _title(root)
        return ListDocument(
            title,
            self.source.path,
            tuple(blocks),
            tuple(section.closed() for section in sections if not _was_contents(section)),
        )

    def _heading(self, node: SyntaxTreeNode, path: list[_Open]) -> None:
        level = int(node.tag[1])
        section = _Open(_heading_text(node), level, _line(node))
        while path[-1].level >= level:
            path.pop()
        path[-1].sections.append(section)
        path.append(section)
        # A section's title is text; where it leads is kept below it.
        links = [piece for piece in _heading_pieces(node) if piece.kind == "link" and not piece.url.startswith("#")]
        section.blocks += [Kept(inline_markdown([piece]), section.line) for piece in links]

    def _block(self, node: SyntaxTreeNode) -> list[ListItem | Kept]:
        if node.type in _LISTS:
            if _is_contents(node):
                self.source.report(Code.CONTENTS_LIST, "the list of contents was left out", _line(node))
                return []
            return [block for item in node.children for block in self._item(item)]
        markdown = blocks_markdown([node], self.source.report)
        if not markdown:
            return []
        if node.type not in ("paragraph", "blockquote", "fence", "code_block", "front_matter"):
            self.source.report(Code.NOT_UNDERSTOOD, f"{node.type.replace('_', ' ')}: {_excerpt(markdown)}", _line(node))
        return [Kept(markdown, _line(node))]

    def _item(self, item: SyntaxTreeNode) -> list[ListItem | Kept]:
        for dialect in self.dialects:
            if (found := dialect.read(item, self.source)) is not None:
                return list(found)
        if not item.children:
            return []
        if labelled := self._labelled(item):
            return labelled
        markdown = item_markdown(item, report=self.source.report)
        self.source.report(Code.NOT_UNDERSTOOD, f"list item: {_excerpt(markdown)}", _line(item))
        return [Kept(markdown, _line(item))]

    def _labelled(self, item: SyntaxTreeNode) -> list[ListItem | Kept]:
        """A label with bullets below it that are all entries: these, and the label before them as text."""
        label, *below = item.children
        bullets = [bullet for child in below for bullet in child.children if child.type in _LISTS and bullet.children]
        if label.type != "paragraph" or not bullets or any(child.type not in _LISTS for child in below):
            return []
        # What is tried mustn't report anything before it is known to be taken; a trial itself tries nothing twice.
        silent = Source(self.source.path, lambda code, message, line: None, self.source.base_url)
        trial = self if self.trying else _Reader(silent, trying=True)
        found = [block for bullet in bullets for block in trial._item(bullet)]
        if not any(isinstance(block, ListItem) for block in found) or any(map(_is_item, found)):
            return []
        if not self.trying:
            found = [block for bullet in bullets for block in self._item(bullet)]
        return [Kept(blocks_markdown([label], self.source.report), _line(item)), *found]


def _is_item(block: ListItem | Kept) -> bool:
    """Whether a block is a list item that no dialect understood."""
    return isinstance(block, Kept) and block.markdown.startswith("-")


def _title(root: _Open) -> tuple[str, list[ListItem | Kept], list[_Open]]:
    """The list's title, if one heading stands above all others: then what is under it belongs to the list."""
    if len(root.sections) == 1 and (only := root.sections[0]).sections:
        return only.title, root.blocks + only.blocks, only.sections
    return "", root.blocks, root.sections


def _heading_pieces(node: SyntaxTreeNode) -> list[Piece]:
    token = node.children[0].token if node.children else None
    return pieces(token) if token else []


def _heading_text(node: SyntaxTreeNode) -> str:
    return one_line(joined_text(piece for piece in _heading_pieces(node) if piece.kind != "image"))


def _unused_links(tokens: Sequence[Token], references: Mapping[str, Any]) -> list[Kept]:
    """The definitions of links (``[label]: address``) that no text refers to; a page would lose their addresses."""
    if not references:
        return []
    used = {child.attrGet("href") or child.attrGet("src") for token in tokens for child in _flat(token.children or ())}
    return [
        Kept(inline_markdown([Piece("link", label.lower(), 0, found["href"])]), found["map"][0] + 1)
        for label, found in references.items()
        if found["href"] not in used
    ]


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _report_mended(tokens: Sequence[Token], report: Report) -> None:
    for token in tokens:
        if token.type == "html_block" or any(
            child.type == "html_inline" and is_markup(child.content) for child in token.children or ()
        ):
            report(Code.HTML_MARKUP, _excerpt(token.content), (token.map or (0,))[0] + 1)
        if token.children and mend_bold(token.children):
            report(Code.MENDED_BOLD, _excerpt(token.content), (token.map or (0,))[0] + 1)


def _is_contents(node: SyntaxTreeNode) -> bool:
    """Whether every item of a list, nested ones too, is a link to a heading of the same file."""
    return bool(node.children) and all(map(_is_contents_item, node.children))


def _is_contents_item(item: SyntaxTreeNode) -> bool:
    linked = False
    for child in item.children:
        if child.type in _LISTS:
            if not _is_contents(child):
                return False
            linked = True
        elif child.type == "paragraph" and child.children[0].token:
            row = [
                piece for piece in pieces(child.children[0].token) if piece.kind != "text" or piece.text.strip(" -–—·:")
            ]
            if len(row) != 1 or row[0].kind != "link" or not row[0].url.startswith("#"):
                return False
            linked = True
        else:
            return False
    return linked


_CONTENTS_TITLES = frozenset({"contents", "table of contents", "toc", "目录"})


def _was_contents(section: _Open) -> bool:
    """Whether only the heading is left of a table of contents."""
    return not section.blocks and not section.sections and section.title.casefold().strip(" :") in _CONTENTS_TITLES


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 0


def _excerpt(markdown: str) -> str:
    text = one_line(markdown)
    return text if len(text) <= 80 else text[:79] + "…"
