"""A list's text as the tokens that the rest of this room reads: no raw HTML in them, groups alike however written."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from markdown_it.token import Token

from ...core.problems import Code
from ..markup.addresses import is_badge, is_placeholder
from ..markup.bold import mend_bold
from ..markup.html_tag import Picture, html_tag, is_markup, picture_of
from ..markup.markdown import one_line
from ..markup.nodes import excerpt, first_line, is_said
from .admonitions import without_admonitions
from .cut_rows import with_whole_rows
from .html_reader import without_html
from .own_marks import without_comments, without_underlines
from .parts import parse_blocks
from .prose import OPENING, with_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Report, Source
    from ..markup.markdown import Parsed
    from .parts import References

_BULLETS = ("- ", "* ", "+ ", "1. ", "1) ")
_ALERTS = ("note", "tip", "important", "warning", "caution")


def list_tokens(parsed: Parsed, text: str, source: Source) -> list[Token]:
    """The block tokens of a list. Its ``references`` take up the definitions of links inside other blocks."""
    tokens, references = without_admonitions(parsed.tokens, source.report), parsed.references
    tokens = without_comments(without_underlines(tokens, text), source.report)
    rows = with_whole_rows(_indented_lists(tokens, references, source.report), text, references)
    tokens = without_html(with_prose(rows) if OPENING in text else rows, source.report, references)
    _name_alerts(tokens)
    for token in tokens:
        token.children = _free_pictures(token.children) if token.children else token.children
    _report_markup(tokens, source.report)
    if source.base_url:
        for token in tokens:
            _resolve(token.children or (), source.base_url)
    return tokens


def _indented_lists(tokens: Sequence[Token], references: References, report: Report) -> list[Token]:
    """The tokens, with lists that are code only because they are indented too far as the lists they are."""
    found: list[Token] = []
    for token in tokens:
        if token.type == "code_block" and token.content.lstrip().startswith(_BULLETS) and _is_list(token.content):
            found += parse_blocks(dedent(token.content), first_line(token), references, report)
        else:
            found.append(token)
    return found


def _is_list(content: str) -> bool:
    lines = [line.strip() for line in content.split("\n") if line.strip()]
    return "](" in content and 2 * sum(line.startswith(_BULLETS) for line in lines) >= len(lines)


def _name_alerts(tokens: Sequence[Token]) -> None:
    """Give GitHub's alerts (``> [!NOTE]``) the title that GitHub shows."""
    for index, token in enumerate(tokens):
        children = token.children or []
        if children and token.content.startswith("[!") and tokens[max(index - 2, 0)].type == "blockquote_open":
            name = children[0].content.strip()[2:-1].lower()
            if name in _ALERTS and children[0].content.strip().endswith("]"):
                text = Token("text", "", 0, content=name.capitalize())
                marks = Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)
                token.children = [marks[0], text, marks[1], *children[1:]]


def _free_pictures(children: list[Token]) -> list[Token]:
    """The inline tokens, without links around pictures that lead nowhere: ``[![ICLR](badge)]()`` is only a picture."""
    if not any(_leads_nowhere(child) for child in children if child.type == "link_open"):
        return children
    found: list[Token] = []
    opening = -1
    for child in children:
        found.append(child)
        if child.type == "link_open":
            opening = len(found) - 1 if _leads_nowhere(child) else -1
        elif child.type == "link_close" and opening >= 0:
            inside = found[opening + 1 : -1]
            if inside and all(token.type == "image" or not is_said(token) for token in inside):
                found[opening:] = inside
            opening = -1
    return found


def _leads_nowhere(opening: Token) -> bool:
    """Whether the token that opens a link leads nowhere."""
    return is_placeholder(str(opening.attrs.get("href", "")))


def _report_markup(tokens: Sequence[Token], report: Report) -> None:
    for token in tokens:
        children = token.children
        if not children:
            continue
        kinds = {child.type for child in children}
        if "html_inline" in kinds:
            _report_html(token, report)
        if not kinds.isdisjoint(("image", "html_inline")):
            _report_badges(children, report, first_line(token))
        if not kinds.isdisjoint(("image", "link_open")):
            _report_titles(children, report, first_line(token))
        if "em_open" in kinds and mend_bold(children):
            report(Code.MENDED_BOLD, excerpt(token.content), first_line(token))


def _report_html(token: Token, report: Report) -> None:
    for child in token.children or ():
        if child.type == "html_inline" and is_markup(child.content):
            code = Code.HTML_COMMENT if child.content.startswith("<!--") else Code.HTML_MARKUP
            report(code, excerpt(token.content), first_line(token))
            break


def _report_badges(children: Sequence[Token], report: Report, line: int) -> None:
    """Tell of badges inside links, of which only the link is left."""
    linked = False
    for child in children:
        picture = None
        if child.type.startswith("link_"):
            linked = child.nesting > 0
        elif child.type == "image":
            picture = Picture(child.content, str(child.attrs.get("src", "")))
        elif child.type == "html_inline" and (tag := html_tag(child.content)).name == "a":
            linked = "href" in tag.attributes
        elif child.type == "html_inline":
            picture = picture_of(child.content)
        if linked and picture and is_badge(picture.url):
            report(Code.BADGE, f"{picture.text or 'image'}: {picture.url}", line)


def _report_titles(children: Sequence[Token], report: Report, line: int) -> None:
    """Tell of the titles of links and pictures (``[text](address "title")``), which no page shows."""
    for child in children:
        if child.attrs and (title := child.attrs.get("title")):
            report(Code.LINK_TITLE, repr(one_line(str(title))), line)
        line += child.type in ("softbreak", "hardbreak")


def _resolve(tokens: Sequence[Token], base: str) -> None:
    """Make relative addresses absolute, but for those of places in the same file."""
    for token in flat(tokens):
        for name in ("href", "src"):
            url = token.attrs.get(name)
            if isinstance(url, str) and _is_relative(url):
                token.attrs[name] = urljoin(base, url)
        if token.type == "html_inline" and (url := _address_in(token.content)) and _is_relative(url):
            token.content = token.content.replace(url, urljoin(base, url), 1)


def _address_in(html: str) -> str:
    """The address of a link or a picture that is written as HTML, as it stands there."""
    for quote in "\"'":
        for name in (f"href={quote}", f"src={quote}"):
            _, found, rest = html.partition(name)
            if found:
                return rest.partition(quote)[0]
    return ""


def _is_relative(url: str) -> bool:
    if not url or url[0] == "#":
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    # "www.x.org/y" and "x.org/y" are addresses that lack their scheme.
    host = parts.path.partition("/")[0].lower()
    is_host = host.startswith("www.") or host.endswith((".com", ".org", ".net", ".io", ".ai", ".dev", ".edu"))
    return (
        not parts.scheme
        and not parts.netloc
        and not is_host
        and url.lower() not in ("none", "null", "nan", "todo", "n/a")
    )


def flat(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens and those inside them."""
    for token in tokens:
        yield token
        if token.children:
            yield from flat(token.children)
