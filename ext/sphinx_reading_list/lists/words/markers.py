"""Emoji and shortcodes with which lists mark their entries: one table, a line a meaning."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Marker(NamedTuple):
    """What a marker says of its entry: a highlight, a kind (empty: none), and the ways to write it."""

    highlight: bool
    kind: str
    signs: tuple[str, ...]


MARKERS = (
    Marker(True, "", ("🌟", "⭐️", "⭐", ":star2:", ":star:", "🔥", ":fire:", ":sparkles:", "✨")),
    Marker(False, "video", ("🎬", "🎥", "📺", ":clapper:", ":movie_camera:", ":tv:", ":video_camera:")),
    Marker(False, "post", ("𝕏", "🐦", ":bird:")),
    Marker(False, "article", ("📰", "📝", ":newspaper:", ":memo:")),
    Marker(False, "model", ("🤗", ":hugs:")),
    Marker(False, "book", ("📖", "📚", ":book:", ":books:")),
)
_BY_SIGN = {sign: marker for marker in MARKERS for sign in marker.signs}
SIGNS = tuple(_BY_SIGN)
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]*:")
_CHECKBOX = re.compile(r"^\s*\[[ xX]\](?=\s)")
_AT_START = re.compile(r":[a-z][a-z0-9_+-]*:(?![\w/])|\[[ xX]\](?=\s)")
_EMOJI = r"\u200d\u20e3\u2300-\ud7ff\uf900-\U0010ffff"
"""Where emoji are, as a part of a class. What stands for a link in a line is of private use, and none of them."""
_MAY_BE = tuple(map(re.compile, (":[a-z]", r"\[[ xX]\]", f"[{_EMOJI}]")))
"""What every marker has in it: a shortcode, a check box, an emoji."""
_MAY_BEGIN = re.compile(rf"[:\[{_EMOJI}]")
"""What every marker begins with."""
_JOINERS = frozenset("\u200d\ufe0e\ufe0f\u20e3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Characters that shape an emoji before them, and say nothing alone."""


def take_markers(text: str) -> tuple[str, list[str]]:
    """The text without the emoji, shortcodes and check boxes in it, and those that were in it, in the table or not."""
    if not may_have_marker(text):
        return text, []
    signs = [sign for sign in _BY_SIGN if sign in text]
    for sign in signs:
        text = text.replace(sign, " ")
    for pattern in (_CHECKBOX, _SHORTCODE):
        signs += [match.strip() for match in pattern.findall(text)]
        text = pattern.sub(" ", text)
    signs += [character for character in text if _is_emoji(character)]
    return "".join(character for character in text if not _is_emoji(character) and character not in _JOINERS), signs


def may_have_marker(text: str) -> bool:
    """Whether there may be a marker anywhere in a text; in most there is none, and looking for one is quick."""
    shortcode, box, emoji = _MAY_BE
    return bool(
        (":" in text and shortcode.search(text))
        or ("[" in text and box.search(text))
        or (not text.isascii() and emoji.search(text))
    )


def _is_emoji(character: str) -> bool:
    # The signs below (©, ™, °, arrows) belong to words.
    return character >= "\u2300" and unicodedata.category(character) == "So"


def marker_end(text: str, start: int) -> int:
    """The offset behind the marker that begins at an offset; the same offset where none does."""
    if not _MAY_BEGIN.match(text, start):
        return start
    # A bracket begins a check box at most, which isn't in the table.
    sign = next((sign for sign in _BY_SIGN if text.startswith(sign, start)), "") if text[start] != "[" else ""
    end = start + len(sign)
    if not sign and (match := _AT_START.match(text, start)):
        end = match.end()
    elif not sign and start < len(text) and (_is_emoji(text[start]) or text[start] in _JOINERS):
        end = start + 1
    while start < end < len(text) and text[end] in _JOINERS:
        end += 1
    return end


def take_edge_markers(text: str, *, start: bool, end: bool) -> tuple[str, list[str]]:
    """The text without the markers of the table at its start or its end, and those."""
    signs: list[str] = []
    while True:
        text = text.lstrip() if start else text
        text = text.rstrip() if end else text
        sign = next((s for s in _BY_SIGN if (start and text.startswith(s)) or (end and text.endswith(s))), None)
        if sign is None:
            return text, signs
        signs.append(sign)
        text = text.removeprefix(sign) if start and text.startswith(sign) else text.removesuffix(sign)


def marker(sign: str) -> Marker:
    """What a marker says; one that isn't in the table says nothing."""
    return _BY_SIGN.get(sign, Marker(False, "", (sign,)))
