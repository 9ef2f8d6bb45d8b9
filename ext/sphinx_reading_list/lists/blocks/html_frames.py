"""The elements of HTML that are open, each with the block tokens inside it, and what becomes of them at their end."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it.token import Token

from ..markup.nodes import enclosed, inline


@dataclass
class Frame:
    """An open element, or a container of Markdown (``markdown``), which no element of HTML inside it can end.

    ``lines`` are those of a cell, a summary or a heading, which hold no blocks. ``ending`` is set where the element
    was ended inside a container of Markdown: it ends with that; ``implied`` where the source has no tag for it.
    ``parts`` of a table say at which of its tokens a head, a body or a foot begins.
    """

    kind: str
    line: int
    tokens: list[Token] = field(default_factory=list)
    lines: list[Token] = field(default_factory=list)
    opening: Token | None = None
    tag: str = ""
    level: int = 0
    spans: tuple[int, int] = (1, 1)
    ending: bool = False
    implied: bool = False
    parts: list[int] = field(default_factory=list)

    @property
    def holds_lines(self) -> bool:
        """Whether only lines fit into it."""
        return self.kind in ("cell", "summary", "heading")

    def add(self, token: Token) -> None:
        """Add a line of text."""
        if self.holds_lines:
            self.lines.append(token)
        else:
            self.tokens += enclosed("paragraph", "p", [token], self.line if token.map is None else token.map[0] + 1)

    def closed(self) -> list[Token]:
        """The tokens that the element comes to."""
        return _CLOSED[self.kind](self) if self.kind in _CLOSED else self.tokens


def _heading(frame: Frame) -> list[Token]:
    row = _joined(frame.lines)
    if not any(token.content.strip() for token in row if token.type != "image"):
        # A picture alone is no title.
        return [part for line in frame.lines for part in enclosed("paragraph", "p", [line], frame.line)]
    return enclosed("heading", f"h{frame.level}", [inline(row, frame.line)], frame.line)


def _summary(frame: Frame) -> list[Token]:
    return enclosed("summary", "summary", [inline(_joined(frame.lines), frame.line)], frame.line)


def _joined(lines: list[Token]) -> list[Token]:
    row: list[Token] = []
    for line in lines:
        if row:
            row.append(Token("softbreak", "br", 0))
        row += line.children or ()
    return row


def _cell(frame: Frame) -> list[Token]:
    tokens = enclosed(frame.tag, frame.tag, frame.lines or [inline([], frame.line)], frame.line)
    tokens[0].meta = {"columns": frame.spans[0], "rows": frame.spans[1]}
    return tokens


def _row(frame: Frame) -> list[Token]:
    return enclosed("tr", "tr", frame.tokens, frame.line) if frame.tokens else []


def _table(frame: Frame) -> list[Token]:
    if not frame.tokens:
        return []
    edges = [0, *frame.parts, len(frame.tokens)]
    rows = [frame.tokens[start:end] for start, end in pairwise(edges) if end > start]
    return enclosed("table", "table", [token for part in rows for token in _part(part, frame.line)], frame.line)


def _part(rows: list[Token], line: int) -> list[Token]:
    return enclosed("tbody", "tbody", rows, line)


def _item(frame: Frame) -> list[Token]:
    return enclosed("list_item", "li", frame.tokens, frame.line)


def _list(frame: Frame) -> list[Token]:
    kind = "ordered_list" if frame.tag == "ol" else "bullet_list"
    return enclosed(kind, frame.tag, frame.tokens, frame.line) if frame.tokens else []


def _quote(frame: Frame) -> list[Token]:
    return enclosed("blockquote", "blockquote", frame.tokens, frame.line) if frame.tokens else []


def _details(frame: Frame) -> list[Token]:
    return enclosed("details", "details", frame.tokens, frame.line) if frame.tokens else []


def _markdown(frame: Frame) -> list[Token]:
    assert frame.opening is not None
    closing = Token(frame.opening.type.removesuffix("_open") + "_close", frame.opening.tag, -1)
    return [frame.opening, *frame.tokens, closing]


_CLOSED = {
    "heading": _heading,
    "summary": _summary,
    "cell": _cell,
    "row": _row,
    "table": _table,
    "item": _item,
    "list": _list,
    "quote": _quote,
    "details": _details,
    "markdown": _markdown,
}
