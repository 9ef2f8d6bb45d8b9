"""Raw HTML among the tokens of a list → the tokens that Markdown would have given for it.

A table, a list or a ``<details>`` may begin in one block of HTML and end in another, with Markdown between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from ..markup.markdown import one_line
from ..markup.nodes import first_line, inline
from .html_events import FRAMES, HtmlEvents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Report
    from .parts import References


def without_html(tokens: Sequence[Token], report: Report, references: References) -> list[Token]:
    """The tokens with those of raw HTML replaced by what it says."""
    if not any(token.type == "html_block" for token in tokens):
        return list(tokens)
    reader = _Reader(report, tokens, references)
    reader.read(tokens)
    return reader.finished()


class _Reader(HtmlEvents):
    """Takes in Markdown and the HTML in it."""

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in tokens of Markdown."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            kind = token.type
            if kind == "html_block":
                self.feed_html(token.content, first_line(token))
            elif kind in ("paragraph_open", "heading_open") and self.stack.top_kind() not in ("cell", "summary"):
                self._pair(tokens[index : index + 3])
                index += 2
            elif kind == "inline" and self.stack.holds_lines():
                self._inline(token)
                self.stack.flush()
            elif token.nesting > 0:
                self.stack.open_markdown(token)
            elif token.nesting < 0:
                self.stack.close_markdown()
            elif kind == "code_block" and not self.stack.is_outside and token.content.lstrip().startswith("<"):
                # An element that is indented below a blank line.
                self.feed_html(token.content, first_line(token))
            else:
                self._leaf(token)
            index += 1

    def finished(self) -> list[Token]:
        """All tokens, with whatever is open ended."""
        self.stack.pop(1)
        self.stack.flush()
        return self.stack.frames[0].tokens

    def _pair(self, tokens: Sequence[Token]) -> None:
        """A paragraph or a heading of Markdown."""
        self.stack.end_titles("heading", filled=tokens[0].type != "heading_open")
        if tokens[0].type == "heading_open":
            self._end_forgotten(int(tokens[0].tag[1]))
        children = tokens[1].children or ()
        if not self.stack.is_outside and any(
            child.type == "html_inline" and self._is_block(child) for child in children
        ):
            self._inline(tokens[1])
            self.stack.flush()
            return
        self.stack.flush()
        self.stack.enter_container()
        if self.stack.holds_lines():
            self._inline(tokens[1])
            self.stack.flush()
        else:
            self.stack.add(tokens)

    def _is_block(self, token: Token) -> bool:
        name = token.content.lstrip("</").partition(">")[0].split()
        return bool(name) and name[0].lower() in FRAMES

    def _inline(self, token: Token) -> None:
        line = first_line(token)
        for child in token.children or ():
            if child.type == "html_inline":
                self.feed_html(child.content, line, inline=True)
            elif child.type == "hardbreak" and self.stack.holds_lines():
                self.stack.flush()
            else:
                self.stack.row.markdown([child], line)
            line += child.type in ("softbreak", "hardbreak")

    def _leaf(self, token: Token) -> None:
        """A token without others in it: code, a rule, the text of a cell."""
        self.stack.flush()
        self.stack.enter_container()
        if self.stack.holds_lines():
            code = Token("code_inline", "code", 0, content=one_line(token.content))
            self.stack.line_holder().add(inline([code], first_line(token)))
        else:
            self.stack.add([token])

    def _end_forgotten(self, level: int) -> None:
        """End a ``<details>`` that nothing ends below, where a section begins that can't be inside it."""
        frames = self.stack.frames
        for index, frame in enumerate(frames):
            if frame.kind == "markdown":
                break
            open_details = sum(other.kind == "details" for other in frames)
            if frame.kind == "details" and self.awaited["details"] < open_details and 0 < level <= frame.level:
                self.stack.pop(index)
                break
        self.heading_level = level
