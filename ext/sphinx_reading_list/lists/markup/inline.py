"""A paragraph of a list as a flat row of pieces: what dialects match against."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markdown_it.token import Token

from .addresses import is_badge
from .bare_urls import split_urls
from .bold import mend_bold
from .html_tag import html_tag, is_markup, picture_of
from .markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ONE_TEXT = ["link_open", "text", "link_close"]
BREAK = "\n"
"""The text of a piece that breaks the line where its author wanted it; any other break is a blank."""


class Piece(NamedTuple):
    """A run of inline content: ``text``, ``code``, ``link``, ``image`` or ``html``.

    ``text`` is plain (of a link or an image: what stands for it), ``url`` where it leads; ``line`` counts from 1.
    A line break is a piece of its own, a blank or :data:`BREAK`.
    """

    kind: str
    text: str
    line: int
    url: str = ""
    strong: bool = False
    em: bool = False
    badge: bool = False
    """Whether it is a link that only a badge shows."""

    def saying(self, text: str) -> Piece:
        """The same with another text."""
        return Piece(self.kind, text, *self[2:])


def pieces(token: Token, first_line: int = 0) -> list[Piece]:
    """The pieces of an ``inline`` token, whose first line counts as ``first_line`` where it knows none itself."""
    line = token.map[0] + 1 if token.map else first_line
    found: list[Piece] = []
    strong = em = 0
    children = mend_bold(token.children or ()) or token.children or []
    index = 0
    while index < len(children):
        child = children[index]
        kind = child.type
        if kind == "link_open":
            end = _link_end(children, index)
            inside = children[index:end]
            found += _link(inside, line, bool(strong), bool(em))
            line += sum([part.type in ("softbreak", "hardbreak") for part in inside])
            index = end
            continue
        if kind in ("strong_open", "strong_close"):
            strong += child.nesting
        elif kind in ("em_open", "em_close"):
            em += child.nesting
        elif kind in ("softbreak", "hardbreak"):
            text = BREAK if kind == "hardbreak" else " "
            found.append(Piece("text", text, line, strong=bool(strong), em=bool(em)))
            line += 1
        elif kind == "code_inline":
            found.append(Piece("code", child.content, line, strong=bool(strong), em=bool(em)))
        elif kind == "image":
            found.append(Piece("image", plain_text(child.children or ()), line, str(child.attrGet("src") or "")))
        elif kind == "html_inline":
            found.append(Piece("html", child.content, line, strong=bool(strong), em=bool(em)))
        elif kind == "text" and child.content:
            found += _text(child.content, line, bool(strong), bool(em))
        index += 1
    return _with_html_links(found)


def _text(text: str, line: int, strong: bool, em: bool) -> list[Piece]:
    if "://" not in text and "www." not in text:
        return [Piece("text", text, line, strong=strong, em=em)]
    return [
        Piece("link" if part.is_url else "text", part.text, line, part.url, strong, em) for part in split_urls(text)
    ]


def _link_end(children: Sequence[Token], start: int) -> int:
    for index in range(start, len(children)):
        if children[index].type == "link_close":
            return index + 1
    return len(children)


def _link(tokens: Sequence[Token], line: int, strong: bool, em: bool) -> list[Piece]:
    """A link, and behind it the pictures that it shows, but for badges. It says what stands for these."""
    if [token.type for token in tokens] == _ONE_TEXT:
        # Most links are one text, which needs no closer look.
        return [Piece("link", tokens[1].content, line, str(tokens[0].attrGet("href") or ""), strong, em)]
    strong = strong or any(token.type == "strong_open" for token in tokens)
    em = em or any(token.type == "em_open" for token in tokens)
    tokens = [part for token in tokens if (part := _as_picture(token)) is not None]
    shown = [token for token in tokens[1:-1] if token.type == "image" or token.content.strip()]
    pictures = [(plain_text([token]), str(token.attrGet("src") or "")) for token in shown if token.type == "image"]
    badge = bool(shown) and len(pictures) == len(shown) and all(is_badge(url) for _, url in pictures)
    link = Piece("link", plain_text(tokens), line, str(tokens[0].attrGet("href") or ""), strong, em, badge)
    return [link, *(Piece("image", "", line, url) for _, url in pictures if url and not is_badge(url))]


def _as_picture(token: Token) -> Token | None:
    """An inline token within a link: ``<img>`` as the picture it is, other markup left out."""
    if token.type != "html_inline" or not is_markup(token.content):
        return token
    picture = picture_of(token.content)
    if picture is None:
        return None
    text = Token("text", "", 0, content=picture.text)
    return Token("image", "img", 0, attrs={"src": picture.url}, children=[text])


def _with_html_links(row: list[Piece]) -> list[Piece]:
    """``<a href>…</a>`` and ``<img>`` as the links and images they are, and ``<br>`` as a blank."""
    if "html" not in [piece.kind for piece in row]:
        return row
    done: list[Piece] = []
    index = 0
    while index < len(row):
        piece = row[index]
        tag = html_tag(piece.text) if piece.kind == "html" else None
        if tag and tag.name == "a" and "href" in tag.attributes:
            end = next((i for i in range(index, len(row)) if row[i].text.lower().startswith("</a")), len(row))
            inside = [part for each in row[index + 1 : end] if (part := _as_shown(each))]
            pictures = [part for part in inside if part.kind == "image"]
            badge = bool(pictures) and all(is_badge(part.url) or not part.text.strip() for part in inside)
            strong = any(part.strong for part in inside)
            done.append(Piece("link", joined_text(inside), piece.line, tag.attributes["href"], strong, badge=badge))
            done += [part for part in inside if part.kind == "link"]
            done += [part.saying("") for part in pictures if part.url and not is_badge(part.url)]
            index = end
        elif tag and tag.name == "img":
            done.append(Piece("image", tag.attributes.get("alt", ""), piece.line, tag.attributes.get("src", "")))
        elif tag and tag.name == "br":
            done.append(Piece("text", BREAK, piece.line))
        elif tag is None or not is_markup(piece.text):
            done.append(piece)
        index += 1
    return done


def _as_shown(piece: Piece) -> Piece | None:
    """A piece within a link: ``<img>`` as the picture it is, other markup left out."""
    if piece.kind != "html":
        return piece
    if picture := picture_of(piece.text):
        return Piece("image", picture.text, piece.line, picture.url)
    return None if is_markup(piece.text) else piece


def joined_text(row: Iterable[Piece]) -> str:
    """What the pieces say, markers off."""
    return "".join([piece.text for piece in row])
