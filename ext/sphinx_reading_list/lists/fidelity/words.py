"""What counts as the same word and the same link, however it is written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from ..markup.word_runs import word_runs

_ZEROS = re.compile(r"0(?<![^\W_]0)0*(?=\d+(?![^\W_]))")
"""The zeros that a number begins with, but for the last one of nothing but zeros."""
_DATE_SIGNS = "年月日"
"""What a date has behind its numbers in Chinese and Japanese."""
_DATE_SIGN = re.compile(r"(?<=\d)[年月日]")
_ARXIV = re.compile(r"(?:\w+\.)?arxiv\.org/(abs|pdf)/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The words of a text: runs of letters and digits of any script, whatever their case, form or punctuation.

    A number has no zeros before it, so that ``2025-02`` and ``2025/2`` say the same.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        if any(sign in text for sign in _DATE_SIGNS):
            text = _DATE_SIGN.sub(" ", text)
    return word_runs(_ZEROS.sub("", text))


@lru_cache(65536)
def link_name(url: str) -> str:
    """What two ways to write one address have in common: no scheme, nothing escaped, no slash at the end.

    An address on arXiv has no version either.
    """
    url = url.strip()
    head, colon, tail = url.partition("://")
    name = tail if colon and head.casefold() in ("http", "https") else url
    if match := _ARXIV.fullmatch(name):
        return f"arxiv {match.group(1).lower()} {match.group(2)}"
    return (unquote(name) if "%" in name else name).replace("&amp;", "&").rstrip("/")


def same_text(text: str, url: str) -> bool:
    """Whether the text of a link is only its address again."""
    if " " in text.strip() and " " not in url and "%" not in url:
        # Several words are no address, unless that has blanks, too.
        return False
    return link_name(text) == link_name(url)
