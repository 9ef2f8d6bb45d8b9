"""Which elements of HTML and containers of Markdown are open, one in the other, while a list is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..markup.nodes import first_line
from .html_frames import Frame
from .html_row import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

_WITHIN = {"row": ("table", "table"), "cell": ("row", "tr"), "item": ("list", "ul")}
"""Of what is always part of another: of what, and that one's tag."""


class Stack:
    """The open elements from the outermost in, and the row of text in the innermost."""

    def __init__(self) -> None:
        self.frames = [Frame("root", 1)]
        self.row = Row()
        self.line = 1
        """Where an element is opened that the source leaves out."""

    @property
    def is_outside(self) -> bool:
        """Whether nothing is open."""
        return len(self.frames) == 1

    def add(self, tokens: Sequence[Token]) -> None:
        """Add finished blocks to what is open."""
        self.frames[-1].tokens += tokens

    def push(self, kind: str, tag: str, line: int) -> Frame:
        """Open an element, and before it the one that it is always part of."""
        if kind in _WITHIN and self.frames[-1].kind != _WITHIN[kind][0]:
            self.push(*_WITHIN[kind], line).implied = True
        self.frames.append(Frame(kind, line, tag=tag))
        return self.frames[-1]

    def pop(self, index: int) -> None:
        """End all elements from that one on."""
        self.flush()
        while len(self.frames) > index:
            frame = self.frames.pop()
            if frame.kind != "swallowed":
                self.add(frame.closed())

    def flush(self) -> None:
        """End the row of text."""
        token = self.row.take()
        if token is None:
            return
        if not self.holds_lines():
            self.enter_container()
        self.line_holder().add(token)

    def line_holder(self) -> Frame:
        """What takes up lines: the cell, summary or heading that is open, or else the innermost element."""
        return next((frame for frame in self._above_markdown() if frame.holds_lines), self.frames[-1])

    def open_markdown(self, token: Token) -> None:
        """Open a container of Markdown."""
        self.flush()
        if token.type.endswith(("list_open", "table_open")):
            self.end_titles("heading", "summary")
        if not self.holds_lines():
            self.enter_container()
        # Within a cell only the lines of a list are of use, and not that it is one.
        kind = "swallowed" if self.holds_lines() else "markdown"
        self.frames.append(Frame(kind, first_line(token), opening=token))

    def close_markdown(self) -> None:
        """End the innermost container of Markdown, and with it what was ended inside it."""
        open_here = [i for i, frame in enumerate(self.frames) if frame.kind in ("markdown", "swallowed")]
        # A cell that nothing ended may have ended it already.
        if open_here:
            self.pop(open_here[-1])
        while self.frames[-1].ending:
            self.pop(len(self.frames) - 1)

    def end_titles(self, *kinds: str, filled: bool = False) -> None:
        """End a heading or a summary that no tag ended, where something begins that can't be in it.

        Only one that has its text already, if ``filled``.
        """
        for kind in kinds:
            index = self.find(kind)
            if index is not None and self.find("cell") is None and (self.frames[index].lines or not filled):
                self.pop(index)

    def enter_container(self) -> None:
        """Make room for a block where only items or cells may stand."""
        top = self.frames[-1].kind
        if top == "list":
            self.push("item", "li", self.line)
        elif top in ("table", "row"):
            self.push("cell", "td", self.line)

    def end_within(self, kind: str) -> None:
        """End whatever is open inside the table, row or list that a new part belongs to."""
        while kind:
            container = _WITHIN.get(kind, ("", ""))[0]
            index = self.find(container) if container else None
            if index is not None:
                self.pop(index + 1)
                return
            kind = container

    def begin_part(self) -> None:
        """Begin another part of the table that is open: its head, its body or its foot."""
        self.end_within("row")
        index = self.find("table")
        if index is not None:
            self.frames[index].parts.append(len(self.frames[index].tokens))

    def end(self, kind: str) -> None:
        """End the innermost element of a kind; where a container of Markdown is open inside it, together with that."""
        self.flush()
        index = self.find(kind)
        if index is not None:
            self.pop(index)
            return
        below = next((frame for frame in reversed(self.frames) if frame.kind == kind and not frame.ending), None)
        if below:
            below.ending = True

    def end_forgotten(self, awaited: Mapping[str, int]) -> None:
        """End tables, lists and quotations that no tag ends below: ``awaited`` has how many of each name will be."""
        index = len(self.frames) - 1
        while index > 0 and self.frames[index].kind != "markdown":
            frame = self.frames[index]
            is_open = sum(other.tag == frame.tag and not other.implied for other in self.frames)
            if frame.kind in ("table", "list", "quote") and (frame.implied or is_open > awaited.get(frame.tag, 0)):
                self.pop(index)
            index -= 1

    def find(self, kind: str) -> int | None:
        """The innermost open element of a kind, unless a container of Markdown is open inside it."""
        for index in range(len(self.frames) - 1, 0, -1):
            if self.frames[index].kind == kind:
                return index
            if self.frames[index].kind == "markdown":
                return None
        return None

    def holds_lines(self) -> bool:
        """Whether only lines fit in where we are."""
        return any(frame.holds_lines for frame in self._above_markdown())

    def top_kind(self) -> str:
        """The kind of the innermost element."""
        return next((frame.kind for frame in self._above_markdown() if frame.kind != "swallowed"), "")

    def _above_markdown(self) -> list[Frame]:
        found = []
        for frame in reversed(self.frames):
            if frame.kind == "markdown":
                break
            found.append(frame)
        return found
