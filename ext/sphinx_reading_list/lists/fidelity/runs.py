"""Parsed Markdown as a row of runs: each a text or a link, with the line that it stands on."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from ..markup.bare_urls import split_urls
from ..markup.code_language import is_language
from ..markup.html_tag import html_tag, is_markup
from ..markup.unclosed import without_unclosed
from .words import same_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from markdown_it.token import Token

_LITERAL = frozenset({"fence", "colon_fence", "code_block", "front_matter"})


class Run(NamedTuple):
    """A text, or a link with its text: what it says, where it leads, and its line (from 1)."""

    text: str
    url: str
    line: int


def runs_of(tokens: Iterable[Token], environment: Mapping[str, Any] | None = None) -> list[Run]:
    """All that the tokens of a file say, in their order; then the definitions of links that nothing refers to.

    Markup says nothing: neither tags of HTML, of which the text and the addresses count, nor comments and scripts.
    """
    runs: list[Run] = []
    for token in tokens:
        line = token.map[0] + 1 if token.map else (runs[-1].line if runs else 1)
        if token.type == "inline":
            inside = token.children or []
            is_text = len(inside) == 1 and inside[0].type == "text"
            runs += _split(inside[0].content, line) if is_text else _Inline(line).read(inside)
        elif token.type == "html_block":
            runs += _Html(line).read(token.content)
        elif token.type in _LITERAL:
            first = line + (token.type != "code_block")
            # The name of a language tells how code is shown, and says nothing.
            runs += [Run(token.info, "", line)] if token.info.strip() and not is_language(token.info) else []
            # What one side reads as code may be Markdown for the other: an address is a link in either.
            for number, text in enumerate(token.content.split("\n")):
                runs += _split(text, first + number)
    environment = environment or {}
    # A definition that is in use says nothing of its own: its address and its title are where the link is.
    used = {run.url for run in runs if run.url}
    for found in (*environment.get("references", {}).values(), *environment.get("duplicate_refs", ())):
        if found["href"] not in used:
            runs.append(Run(found.get("title", ""), found["href"], found["map"][0] + 1))
    return runs


class _Inline:
    """The runs of one paragraph: texts on either side of emphasis are one, those around a link are several."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.runs: list[Run] = []
        self.text = ""
        self.links: list[tuple[str, int]] = []

    def read(self, tokens: Iterable[Token]) -> list[Run]:
        for token in tokens:
            kind = token.type
            if kind in ("text", "code_inline"):
                self.text += token.content
            elif kind in ("softbreak", "hardbreak"):
                self._break()
            elif kind == "link_open":
                self._open(str(token.attrGet("href") or ""), str(token.attrGet("title") or ""))
            elif kind == "link_close" and self.links:
                # A tag may have closed it already.
                self._close()
            elif kind == "image":
                self._image(token)
            elif kind == "html_inline":
                self._html(token.content)
            elif token.content:
                self.text += f" {token.content} "
        while self.links:
            self._close()
        self._flush()
        return self.runs

    def _break(self) -> None:
        if self.links:
            self.text += " "
        else:
            self._flush()
        self.line += 1

    def _open(self, url: str, title: str = "") -> None:
        self._flush()
        if title:
            self.runs.append(Run(title, "", self.line))
        self.links.append((url, self.line))

    def _close(self) -> None:
        url, line = self.links.pop()
        self.runs.append(Run("" if same_text(self.text, url) else self.text, url, line))
        self.text = ""

    def _image(self, token: Token) -> None:
        inside, self.text = self.text, ""
        alternative = "".join(child.content for child in token.children or ())
        self.runs.append(Run(alternative, str(token.attrGet("src") or ""), self.line))
        if title := token.attrGet("title"):
            self.runs.append(Run(str(title), "", self.line))
        self.text = inside

    def _html(self, source: str) -> None:
        if not is_markup(source):
            self.text += source
            return
        tag = html_tag(source)
        if tag.name == "a" and tag.closes and self.links:
            self._close()
        elif tag.name == "a" and tag.attributes.get("href"):
            self._open(tag.attributes["href"])
        elif tag.name == "img":
            self._flush()
            self.runs.append(Run(tag.attributes.get("alt", ""), tag.attributes.get("src", ""), self.line))
        elif tag.name in ("br", "p", "div", "li", "td", "tr", "summary", "details"):
            self.text += " "
        self.line += source.count("\n")

    def _flush(self) -> None:
        text, self.text = self.text, ""
        self.runs += [Run(text, "", self.line)] if self.links and text.strip() else _split(text, self.line)


def _split(text: str, line: int) -> list[Run]:
    """A text as it is, or in parts where addresses stand in it."""
    if "://" not in text and "www." not in text:
        return [Run(text, "", line)] if text.strip() else []
    return [Run("", part.url, line) if part.is_url else Run(part.text, "", line) for part in split_urls(text)]


class _Html(HTMLParser):
    """The runs of a block of HTML."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.first, self.silent = line, 0
        self.runs: list[Run] = []

    def read(self, source: str) -> list[Run]:
        try:
            self.feed(without_unclosed(source))
            self.close()
        except (AssertionError, ValueError):
            # The parser gives up on some broken declarations: then all of it is text.
            return [Run(source, "", self.first)]
        return self.runs

    def _add(self, text: str, url: str = "") -> None:
        self.runs.append(Run(text, url, self.first + self.getpos()[0] - 1))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and values.get("href"):
            self._add("", values["href"])
        elif tag == "img":
            self._add(values.get("alt", ""), values.get("src", ""))
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style") and self.silent > 0

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        for number, text in enumerate(data.split("\n")):
            self.runs += _split(text, self.first + self.getpos()[0] - 1 + number)
