"""The blocks of MkDocs (``??? example "Title"``, ``!!! note``) as what ``<details>`` becomes: a group with a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from ...core.problems import Code
from ..markup.markdown import list_markdown, one_line
from ..markup.nodes import enclosed, first_line, inline

if TYPE_CHECKING:
    from ..document import Report

_KINDS = frozenset(
    "note abstract summary tldr info todo tip hint important success check done question help faq warning caution"
    " attention failure fail missing danger error bug example quote cite seealso".split()
)
"""The types of MkDocs' blocks (https://squidfunk.github.io/mkdocs-material/reference/admonitions/#supported-types)."""


def without_admonitions(tokens: list[Token], report: Report) -> list[Token]:
    """The tokens, with the blocks of MkDocs (``??? example "Title"``) as what ``<details>`` became."""
    if not any(token.type == "admonition_open" for token in tokens):
        return tokens
    found: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "admonition_open":
            line = first_line(token)
            found.append(Token("details_open", "details", 1, map=token.map, block=True))
            title = tokens[index + 2] if tokens[index + 1].type == "admonition_title_open" else None
            report(Code.FOLDED_BLOCK, f"{token.markup} {one_line(token.info)}", line)
            if title is not None:
                found += enclosed("summary", "summary", [_title(token, title)], line)
        elif token.type == "admonition_close":
            found.append(Token("details_close", "details", -1, block=True))
        elif not token.type.startswith("admonition_title") and not (
            token.type == "inline" and tokens[index - 1].type == "admonition_title_open"
        ):
            found.append(token)
    return found


def _title(block: Token, title: Token) -> Token:
    """The title of a block; what isn't a type of block in front of it is a part of the sentence."""
    if block.meta.get("tag", "") in _KINDS:
        return title
    return inline(
        list_markdown().parseInline(f"{block.markup} {block.info.strip()}")[0].children or [], first_line(block)
    )
