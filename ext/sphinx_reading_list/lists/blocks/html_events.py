"""What the tags and texts of HTML do to what is open: the events of a parser, a block or a tag at a time."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from textwrap import dedent
from typing import TYPE_CHECKING

from ...core.problems import Code
from ..markup.nodes import excerpt
from ..markup.unclosed import without_unclosed
from .html_row import SPANS
from .html_stack import Stack
from .parts import References, parse_blocks, parse_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from ..document import Report

_SILENT = frozenset({"script", "style"})
_BLOCKS = frozenset(
    "address article aside caption center colgroup dd div dl dt figcaption figure footer form header hgroup hr main nav"
    " p picture pre section tbody tfoot thead video".split()
)
_WITHOUT_MEANING = frozenset(
    "abbr acronym bdi bdo big br button col del font iframe img input ins label mark nobr option q rp rt ruby s select"
    " small source span strike sub sup svg path time track u wbr object param audio picture map area html body head meta"
    " link title base template canvas noscript textarea fieldset legend".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FRAMES = {
    "details": "details",
    "summary": "summary",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "ul": "list",
    "ol": "list",
    "menu": "list",
    "li": "item",
    "blockquote": "quote",
} | dict.fromkeys(_HEADINGS, "heading")
_TABLE_PARTS = ("thead", "tbody", "tfoot")
_PAIRED = ("details", "table", "ul", "ol", "blockquote")
_DEEPEST = 60
"""How many elements are open at once; what is deeper is read without its own element."""
_BULLETS = ("- ", "* ", "+ ", "1. ")
_HEADING = re.compile(r"\n {0,3}#{1,6}[ \t]+\S")
"""A heading right below a tag (an anchor, mostly), which CommonMark takes for a part of the HTML."""


class HtmlEvents(HTMLParser):
    """Feeds HTML to a :class:`Stack`; ``read`` takes in the Markdown that stands in it."""

    def __init__(self, report: Report, tokens: Sequence[Token], references: References) -> None:
        super().__init__()
        self.references = references
        self.report = report
        sources = [token.content.lower() for token in tokens if token.type in ("html_block", "inline")]
        self.awaited = {
            tag: sum(source.count(f"</{tag}") - source.count(f"<{tag}") for source in sources) for tag in _PAIRED
        }
        """How many ends are still to come that belong to what is open."""
        self.stack = Stack()
        self.first_line = 1
        self.heading_level = 0
        self.silent = 0
        self.verbatim = 0
        self.inner_tables = 0
        self.has_markup = False

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in tokens of Markdown."""
        raise NotImplementedError

    def feed_html(self, source: str, line: int, *, inline: bool = False) -> None:
        """Take in HTML that begins on a line; ``inline`` where it is a tag within a paragraph."""
        self.first_line, self.has_markup = line, False
        self.reset()
        try:
            self.feed(without_unclosed(source))
            self.close()
        except (AssertionError, ValueError):
            # The parser gives up on some broken declarations: then all of it is text.
            self.stack.row.text(source, line)
        if not inline:
            self.stack.row.end_all()
            self.stack.flush()
            self.stack.end_forgotten(self.awaited)
            self.silent = self.verbatim = 0
            if self.has_markup:
                self.report(Code.HTML_MARKUP, excerpt(source), line)

    @property
    def _line(self) -> int:
        return self.first_line + self.getpos()[0] - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, or say what it stands for."""
        self.has_markup = True
        self.awaited[tag] = self.awaited.get(tag, 0) + 1
        values = {name: value or "" for name, value in attrs}
        self.verbatim += tag == "pre"
        if tag in _SILENT:
            self.silent += 1
        elif tag in SPANS:
            self.stack.row.start(tag, values.get("href"), self._line)
        elif tag == "img":
            self.stack.row.image(values.get("src", ""), values.get("alt", ""), self._line)
        elif tag in FRAMES:
            self._start_frame(tag, values)
        elif tag == "br":
            self.stack.flush() if self.stack.top_kind() in ("cell", "item") else self.stack.row.line_break()
        elif tag in _BLOCKS:
            self.stack.flush()
            if tag in _TABLE_PARTS and not self.inner_tables:
                self.stack.begin_part()
        elif tag not in _WITHOUT_MEANING:
            # "<think>" is a word between brackets.
            self.stack.row.text(self.get_starttag_text() or "", self._line)
        if tag in ("iframe", "video", "source", "embed") and values.get("src"):
            self.stack.row.image(values["src"], values.get("title", tag), self._line)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        self.has_markup = True
        self.awaited[tag] = self.awaited.get(tag, 0) - 1
        self.verbatim -= tag == "pre" and self.verbatim > 0
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in SPANS:
            self.stack.row.end(tag)
        elif tag in FRAMES:
            self._end_frame(FRAMES[tag], tag)
        elif tag in _BLOCKS:
            self.stack.flush()
        elif tag not in _WITHOUT_MEANING:
            self.stack.row.text(f"</{tag}>", self._line)

    def handle_data(self, data: str) -> None:
        """Take in text; what is Markdown in it is read as that."""
        if self.silent:
            return
        if not self.verbatim and _HEADING.search(data):
            self._read_markdown(data)
        elif "](" not in data:
            self.stack.row.text(data, self._line)
        elif any(line.lstrip().startswith(_BULLETS) for line in data.split("\n")):
            self._read_markdown(data)
        else:
            # What looks like HTML in it was text there.
            self.stack.row.markdown(parse_line(dedent(data).strip("\n"), self.references), self._line)

    def handle_comment(self, data: str) -> None:
        """Leave a comment out."""
        if data.strip():
            self.report(Code.HTML_COMMENT, excerpt(data), self._line)

    def _read_markdown(self, data: str) -> None:
        """Blocks of Markdown that stand within HTML, where the parser didn't see them."""
        lead = len(data) - len(data.lstrip("\n"))
        line = self._line + lead
        blocks = parse_blocks(dedent(data[lead:]), line, self.references, self.report)
        tokens = [token for token in blocks if token.type != "html_block"]
        first, self.first_line = self.first_line, line
        self.stack.flush()
        self.read(tokens)
        self.first_line = first

    # Frames

    def _start_frame(self, tag: str, values: dict[str, str]) -> None:
        kind = FRAMES[tag]
        self.stack.flush()
        # A table within a cell is some more lines of it.
        self.inner_tables += tag == "table" and self.stack.holds_lines()
        if kind in ("cell", "row") and not self.inner_tables:
            self.stack.end_within(kind)
        if self.stack.holds_lines() or (kind == "heading" and self.stack.find("item") is not None):
            return
        if len(self.stack.frames) > _DEEPEST:
            return
        if kind == "item":
            self.stack.end_within(kind)
        is_part = (kind, self.stack.top_kind()) in (
            ("item", "list"),
            ("row", "table"),
            ("cell", "table"),
            ("cell", "row"),
        )
        if not is_part:
            self.stack.enter_container()
            if self.stack.holds_lines():
                return
        frame = self.stack.push(kind, tag, self._line)
        frame.level = int(tag[1]) if kind == "heading" else self.heading_level
        frame.spans = (_number(values.get("colspan")), _number(values.get("rowspan")))
        if kind == "details":
            self.report(Code.FOLDED_BLOCK, "<details>", self._line)

    def _end_frame(self, kind: str, tag: str) -> None:
        if tag == "table" and self.inner_tables:
            self.inner_tables -= 1
            self.stack.flush()
        elif not (self.inner_tables and kind in ("cell", "row")):
            self.stack.end(kind)


def _number(value: str | None) -> int:
    return min(int(value), 50) if value and value.isascii() and value.isdigit() and value != "0" else 1
