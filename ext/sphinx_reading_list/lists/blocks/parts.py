"""Parts of a list that are parsed by themselves, with the definitions of links of the whole, and for it."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING, Any

from ..markup.markdown import list_markdown
from .admonitions import without_admonitions

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.token import Token

    from ..document import Report

References = dict[str, Any]
"""A parser's environment: ``references`` has the definitions by label, ``duplicate_refs`` those that came too late."""


def parse_blocks(text: str, line: int, references: References, report: Report) -> list[Token]:
    """The blocks of a part that begins on a line, counted from 1; the lines of the tokens are those of the list."""
    known: MutableMapping[str, Any] = references.setdefault("references", {})
    new: dict[str, Any] = {}
    own: References = {"references": ChainMap(new, known)}
    tokens = list_markdown().parse(text, own)
    for token in tokens:
        token.map = [number + line - 1 for number in token.map] if token.map else None
    tokens = without_admonitions(tokens, report)
    late = own.get("duplicate_refs", [])
    for definition in (*new.values(), *late):
        definition["map"] = [number + line - 1 for number in definition["map"]]
    known.update(new)
    references.setdefault("duplicate_refs", []).extend(late)
    return tokens


def parse_line(text: str, references: References) -> list[Token]:
    """The inline tokens of a text."""
    return list_markdown().parseInline(text, {"references": references.get("references", {})})[0].children or []
