"""Raw HTML of a list as pieces: its text and links, without its markup."""

from __future__ import annotations

from html.parser import HTMLParser

from .inline import Piece
from .unclosed import without_unclosed

_SILENT = frozenset({"script", "style"})
_BREAKS = frozenset("p div br li ul ol tr td th table h1 h2 h3 h4 h5 h6 details summary section center hr".split())


class _Reader(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__()
        self.first_line = line
        self.row: list[Piece] = []
        self.href = ""
        self.silent = 0

    def _add(self, kind: str, text: str, url: str = "") -> None:
        self.row.append(Piece(kind, text, self.first_line + self.getpos()[0] - 1, url))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.href = values.get("href", "")
            self._add("link", "", self.href)
        elif tag == "img":
            self._add("image", values.get("alt", ""), values.get("src", ""))
        elif tag in _BREAKS:
            self._add("text", " ")
        self.silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.href = ""
        elif tag in _BREAKS:
            self._add("text", " ")
        if tag in _SILENT and self.silent:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if self.href and self.row and self.row[-1].kind == "link":
            last = self.row[-1]
            self.row[-1] = Piece("link", last.text + data, last.line, last.url)
        else:
            self._add("text", data)


def html_pieces(source: str, line: int) -> list[Piece]:
    """The text, links and images of a piece of HTML; scripts, styles and comments are left out."""
    reader = _Reader(line)
    try:
        reader.feed(without_unclosed(source))
        reader.close()
    except (AssertionError, ValueError):
        # The parser gives up on some broken declarations: then all of it is text.
        return [Piece("text", source, line)]
    return [piece for piece in reader.row if piece.kind != "link" or piece.url or piece.text]
