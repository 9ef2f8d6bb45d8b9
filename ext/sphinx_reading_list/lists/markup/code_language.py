"""The languages of blocks of code that a site can show: a lexer knows them, and makes sense of what stands there."""

from __future__ import annotations

from pygments.lexers import get_lexer_by_name
from pygments.token import Error
from pygments.util import ClassNotFound

_LONGEST = 20_000
"""More characters aren't looked at: the block is shown plainly."""


def is_language(info: str) -> bool:
    """Whether what stands behind a fence is a plain word, which names a language, if anything."""
    return info.strip().replace("-", "").replace("+", "").isalnum()


def usable_language(language: str, code: str) -> str:
    """The language of a block of code; an empty string where Sphinx would warn of it (``mermaid``, broken code)."""
    if not language or len(code) > _LONGEST:
        return ""
    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return ""
    return "" if any(token is Error for token, _ in lexer.get_tokens(code)) else language
