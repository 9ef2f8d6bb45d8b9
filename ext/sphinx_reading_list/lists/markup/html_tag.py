"""One tag of HTML that stands in a line: what it is called, where it leads, whether it is markup at all."""

from __future__ import annotations

from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMATTING = frozenset(
    "a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p"
    " picture pre q samp small source span strike strong sub summary sup table tbody td th thead tr tt u ul var".split()
)
"""Elements of HTML that say how a text looks. Another word between angle brackets (``<think>``, ``<s>``) is text."""


class HtmlTag(NamedTuple):
    """A tag: its name (empty where it is none), whether it closes, and its attributes."""

    name: str
    closes: bool
    attributes: Mapping[str, str]


class Picture(NamedTuple):
    """What ``<img>`` shows: the text that stands for it, and its address."""

    text: str
    url: str


@lru_cache(1024)  # most are the same few, a thousand times
def html_tag(source: str) -> HtmlTag:
    """The tag that a piece of inline HTML is."""
    reader = _Reader()
    try:
        reader.feed(source)
    except (AssertionError, ValueError):
        # The parser gives up on some broken declarations.
        return HtmlTag("", False, {})
    return reader.found


def is_markup(source: str) -> bool:
    """Whether a piece of inline HTML is a comment or a tag that only says how text looks."""
    return source.startswith(("<!--", "<?")) or html_tag(source).name in _FORMATTING


def picture_of(source: str) -> Picture | None:
    """The picture that a piece of inline HTML shows."""
    name, _, attributes = html_tag(source)
    return Picture(attributes.get("alt", ""), attributes.get("src", "")) if name == "img" else None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = HtmlTag("", False, {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = HtmlTag(tag, self.found.closes, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self.found = HtmlTag(tag, True, self.found.attributes)
