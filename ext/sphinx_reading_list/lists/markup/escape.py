"""Text as Markdown source: backslashes where a parser would see markup, and only there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .markdown import plain_text, strict_markdown, title_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

_GROUPS = ("<", "$", "`", "*", "_", "[]", "{", "~", "&", "!", ":", ">#+-=.)(|%^@\"'")
"""Punctuation that may be markup, those together that are always needed together."""
_SPECIAL = re.compile(r"[\\" + re.escape("".join(_GROUPS)) + "]")
_PAIRED = ("$$", "\\begin{")
"""What begins a block only if the page has its end somewhere below: alone it looks like text."""
_UNMARKED = re.compile(r"(?:[^\W_]++|[ ,;'’“”()/?–—·….-]++|:(?= ))*+")
"""Text that holds no mark that may come in pairs."""
_PLAIN = re.compile(rf"[^\W\d_]{_UNMARKED.pattern}")
"""Text that no parser can take for anything else: it begins with a letter and holds no mark that may come in pairs."""
_INLINE = re.compile(r"[\\`*_\[\]<>${}~&!|]")
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9._~/?#=%+,;:@-]+")
"""An address that means itself between the parentheses of a link."""
_PLAIN_LINK = re.compile(rf"\[({_PLAIN.pattern})\]\(({_PLAIN_URL.pattern})\)")
_URL_UNSAFE = re.compile(r"[\s<>\\\x00-\x1f\x7f]")


def escape_text(text: str) -> str:
    """A line of text as a paragraph (or part of one) that every Markdown and MyST parser reads back as that text."""
    return _escape(text, _is_paragraph)


def escape_all(text: str) -> str:
    """A line of text with every character escaped that could be inline markup next to other markup."""
    return _INLINE.sub(r"\\\g<0>", text)


def escape_title(title: str) -> str:
    """A line of text for between the brackets of a link."""
    return _escape(title, _is_title)


def plain_link(source: str) -> tuple[str, str] | None:
    """The text and the address of a link that needs no parser to be read, as :func:`write_link` writes most of them."""
    match = _PLAIN_LINK.fullmatch(source)
    return (match[1].rstrip(" "), match[2]) if match else None


def write_link(text: str, url: str, *, titled: bool = False) -> str:
    """An inline link; one without a text, or with its address as text, is an autolink unless it has to be ``titled``."""
    if (
        not titled
        and text in ("", url)
        and "://" in url
        and not _URL_UNSAFE.search(url)
        and _reads_back(f"<{url}>", url, url)
    ):
        return f"<{url}>"
    if is_plain(text) and _PLAIN_URL.fullmatch(url):
        return f"[{text}]({url})"
    address = _URL_UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), url)
    title = escape_title(text)
    for form in (address, f"<{address}>", f"<{address.replace('&', '&amp;')}>"):
        written = f"[{title}]({form})"
        if _reads_back(written, text, address):
            return written
    return f"[{title}](<{address}>)"


def _escape(text: str, reads_back: Callable[[str, str], bool]) -> str:
    if not text or is_plain(text) or (not _SPECIAL.search(text) and reads_back(text, text)):
        return text
    needed = [group for group in _GROUPS if any(character in text for character in group)]
    # The last groups first: where either of two would do, the better known escape stays.
    for group in reversed(needed.copy()):
        rest = [other for other in needed if other != group]
        if reads_back(_backslashes(text, rest), text):
            needed = rest
    return _backslashes(text, needed)


def is_unmarked(text: str) -> bool:
    """Whether a text is no markup together with others of which the same holds."""
    return _UNMARKED.fullmatch(text) is not None


def is_plain(text: str) -> bool:
    """Whether no parser can take a text for anything else."""
    return bool(_PLAIN.fullmatch(text)) and text[-1] != " "


def _backslashes(text: str, groups: list[str]) -> str:
    characters = "".join(groups)
    escaped = []
    for position, character in enumerate(text):
        following = text[position + 1 : position + 2]
        # A backslash is text, unless what comes after it is (or is made) escapable.
        doubtful = character == "\\" and (not following or (following.isascii() and not following.isalnum()))
        escaped.append(f"\\{character}" if doubtful or character in characters else character)
    return "".join(escaped)


def _is_paragraph(source: str, text: str) -> bool:
    if source.startswith(_PAIRED):
        return False
    tokens = strict_markdown().parse(source)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    children = tokens[1].children or []
    return all(token.type == "text" for token in children) and plain_text(children) == text


def _is_title(source: str, text: str) -> bool:
    children = strict_markdown().parseInline(f"[{source}](x:y)")[0].children or []
    kinds = [token.type for token in children]
    return (
        kinds[:1] == ["link_open"]
        and kinds[-1:] == ["link_close"]
        and all(kind == "text" for kind in kinds[1:-1])
        and plain_text(children[1:-1]) == text
    )


def _reads_back(source: str, text: str, url: str) -> bool:
    parser = strict_markdown() if source.startswith("<") else title_markdown()
    children = parser.parseInline(source)[0].children or []
    return (
        bool(children)
        and children[0].type == "link_open"
        and children[0].attrGet("href") == url
        and children[-1].type == "link_close"
        and plain_text(children) == text
    )
