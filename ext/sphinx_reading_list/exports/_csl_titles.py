"""Titles as CSL-JSON has them: Unicode, with a mark around what a style mustn't change the case of."""

from __future__ import annotations

import re

from ..bib.latex import to_unicode

_TOKEN = re.compile(r"\$(?:\\.|[^$\\])+\$|\\[A-Za-z]+\s*|\\.|[{}]|[^\\{}$]+|[\\$]", re.DOTALL)
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"  # for private use, and not by us elsewhere
_PROTECTED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_MARKS = re.compile(r'<span class="nocase">(.*?)</span>', re.DOTALL)


def rich_title(latex: str) -> str:
    """A title, each group of braces that protects its capitals in ``<span class="nocase">``.

    (https://docs.citationstyles.org/en/stable/specification.html, section Title-case conversion; citeproc-js, pandoc
    and Zotero read it.) The braces of a macro, of an accent and of mathematics protect nothing.
    """
    if "{" not in latex or _OPEN in latex or _CLOSE in latex:
        return to_unicode(latex)
    return _PROTECTED.sub(_marked, to_unicode(_with_marks(latex))).replace(_OPEN, "").replace(_CLOSE, "")


def plain_title(title: str) -> str:
    """The title without those marks."""
    return _MARKS.sub(r"\1", title) if "<" in title else title


def _marked(match: re.Match[str]) -> str:
    text: str = match.group(1)
    has_case = any(character.upper() != character.lower() for character in text)
    return f'<span class="nocase">{text}</span>' if has_case and "$" not in text else text


def _with_marks(latex: str) -> str:
    pieces = _TOKEN.findall(latex)
    written: list[str] = []
    closing: list[str] = []
    for index, piece in enumerate(pieces):
        if piece == "{":
            before = pieces[index - 1] if index else ""
            after = pieces[index + 1] if index + 1 < len(pieces) else ""
            of_macro = before.startswith("\\") or after.startswith("\\")
            protects = not of_macro and not any(closing)
            closing.append(_CLOSE if protects else "")
            written.append(_OPEN if protects else "{")
        elif piece == "}":
            written.append((closing.pop() if closing else "") or "}")
        else:
            written.append(piece)
    return "".join(written)
