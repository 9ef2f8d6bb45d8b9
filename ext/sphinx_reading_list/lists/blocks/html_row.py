"""The inline content of HTML as tokens: text, links, emphasis and images, a paragraph's worth at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.token import Token

from ..markup.nodes import inline, is_said

if TYPE_CHECKING:
    from collections.abc import Iterable

_EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em", "var": "em"}
_CODE = frozenset({"code", "kbd", "samp", "tt"})
SPANS = frozenset({"a", *_EMPHASIS, *_CODE})
"""The elements that mean something within a line."""


@dataclass
class _Open:
    """An element that is open. It stands in the row once something is said in it, and again in each row after."""

    tag: str
    token: Token
    in_row: bool = False
    used: bool = False


class Row:
    """What was said since the last break between blocks."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.open: list[_Open] = []
        self.line = 1
        self._code = 0

    def start(self, tag: str, href: str | None, line: int) -> None:
        """Open an element; a link ends the one before it, as links don't nest."""
        self._at(line)
        if tag == "a":
            self.end("a")
            if href is None:
                return
            self.open.append(_Open(tag, Token("link_open", "a", 1, attrs={"href": href.strip()})))
        elif tag in _CODE:
            self._code += 1
        else:
            kind = _EMPHASIS[tag]
            self.open.append(_Open(tag, Token(f"{kind}_open", kind, 1)))

    def end(self, tag: str) -> None:
        """Close the last element of that name, if one is open."""
        if tag in _CODE:
            self._code = max(0, self._code - 1)
            return
        index = next((i for i in range(len(self.open) - 1, -1, -1) if self.open[i].tag == tag), None)
        if index is None:
            return
        element = self.open[index]
        if tag == "a" and not element.used:
            self._enter()  # a link without a text leads somewhere, too
        if element.in_row:
            self._leave(index)
        del self.open[index]

    def text(self, data: str, line: int) -> None:
        """Add text; a line break in it is one of the row."""
        for number, part in enumerate(data.split("\n")):
            if number and self.tokens:
                self.tokens.append(Token("softbreak", "br", 0))
            words = " ".join(part.split())
            if not words:
                if part and self.tokens and not number:
                    self.tokens.append(Token("text", "", 0, content=" "))
                continue
            lead = " " if part[:1].isspace() and not number else ""
            tail = " " if part[-1:].isspace() else ""
            self._at(line + number)
            self._enter()
            kind, content = ("code_inline", words) if self._code else ("text", f"{lead}{words}{tail}")
            self.tokens.append(Token(kind, "code" if self._code else "", 0, content=content))

    def image(self, source: str, alt: str, line: int) -> None:
        """Add an image."""
        self._at(line)
        self._enter()
        text = [Token("text", "", 0, content=alt)] if alt else []
        self.tokens.append(Token("image", "img", 0, attrs={"src": source, "alt": ""}, children=text, content=alt))

    def markdown(self, tokens: Iterable[Token], line: int) -> None:
        """Add tokens that a Markdown parser made; a link among them ends one that is open."""
        tokens = list(tokens)
        if any(token.type == "link_open" for token in tokens):
            self.end("a")
        self._at(line)
        self._enter()
        self.tokens += tokens

    def line_break(self) -> None:
        """Break the line."""
        if self.tokens:
            self.tokens.append(Token("hardbreak", "br", 0))

    def take(self) -> Token | None:
        """The row as an ``inline`` token, if anything was said in it; the next one begins empty."""
        self._leave(0)
        tokens, self.tokens = self.tokens, []
        while tokens and tokens[-1].type in ("softbreak", "hardbreak"):
            tokens.pop()
        return inline(tokens, self.line) if any(map(is_said, tokens)) else None

    def end_all(self) -> None:
        """Close whatever is open, as no element within a line reaches beyond its block."""
        for element in reversed([*self.open]):
            self.end(element.tag)

    def _at(self, line: int) -> None:
        if not self.tokens:
            self.line = line

    def _enter(self) -> None:
        for element in self.open:
            if not element.in_row:
                self.tokens.append(element.token.copy() if element.used else element.token)
                element.in_row = element.used = True

    def _leave(self, index: int) -> None:
        """Close what stands in the row from the element at ``index`` on; those behind it open again by themselves."""
        for element in reversed(self.open[index:]):
            if element.in_row:
                kind = element.token.type.removesuffix("_open")
                self.tokens.append(Token(f"{kind}_close", element.token.tag, -1))
                element.in_row = False
