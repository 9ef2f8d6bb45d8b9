"""Formatted text while it is put together: what is italic, bold or a link in it, and sentences that end once."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

# Control characters, which no title can have (see clean): a text is cut and joined like any other until the end.
_ITALIC, _BOLD, _LINK, _END = "\x02", "\x03", "\x04", "\x05"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_MARKED = re.compile("([\x02\x03\x04])([^\x05]*)\x05")
_ADDRESS_LAST = re.compile("\x04[^\x05]*\x05\\Z")
_CLOSED = (".", "?", "!", "…", "。", "？", "！")


class Reference(NamedTuple):
    """A formatted reference, as plain text and as HTML (escaped; ``i``, ``b`` and ``a`` are its only tags)."""

    text: str
    html: str


def clean(text: str) -> str:
    """A value as it can be put into a reference."""
    return _CONTROL.sub("", text)


def italic(text: str) -> str:
    """The text in italics."""
    return f"{_ITALIC}{text}{_END}" if text else ""


def bold(text: str) -> str:
    """The text in bold."""
    return f"{_BOLD}{text}{_END}" if text else ""


def link(url: str) -> str:
    """An address that leads where it says."""
    return f"{_LINK}{url}{_END}" if url else ""


def ended(text: str, by: str = ".") -> str:
    """The text with a full stop (or another mark) behind it, unless its own last mark will do."""
    return text if not text or text.rstrip("\x05”’").endswith(_CLOSED) else text + by


def sentences(*parts: str) -> str:
    """The parts that say something, each as a sentence; behind an address at the end there is no full stop."""
    said = [part for part in parts if part]
    closed = [ended(part) for part in said[:-1]]
    return " ".join([*closed, *(part if _ADDRESS_LAST.search(part) else ended(part) for part in said[-1:])])


def finished(text: str) -> Reference:
    """The text and the HTML of what was put together."""
    plain = _MARKED.sub(r"\2", text)
    return Reference(plain, _MARKED.sub(_tagged, html.escape(text, quote=False)))


def _tagged(match: re.Match[str]) -> str:
    mark, text = match.groups()
    if mark == _LINK:
        return f'<a href="{text.replace(chr(34), "&quot;")}">{text}</a>'
    tag = "i" if mark == _ITALIC else "b"
    return f"<{tag}>{text}</{tag}>"
