"""The one configuration of markdown-it for this room: for lists as found, and for pages as we write them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.substitution import substitution_plugin

from . import link_helpers
from .loose_heading import loose_heading_plugin
from .loose_lines import loose_lines_plugin
from .too_deep import too_deep_plugin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_DEEPEST = 60
"""How deep blocks may nest (CommonMark's preset stops at 20); what lies deeper is a paragraph."""
_STOPS = re.compile(r"[\n!&*<\[\]\\_`~]")
"""Where a rule may begin in a line of a list. markdown-it stops at more, where rules begin that no list is read with."""


class Parsed(NamedTuple):
    """A list as the parser gives it: its tokens, and its environment with the definitions of links."""

    tokens: list[Token]
    references: dict[str, Any]


class _FaithfulMarkdown(MarkdownIt):
    """Markdown whose links say what was written: hostile addresses too, so that they can be reported."""

    def __init__(self, *preset: Any) -> None:
        super().__init__(*preset)
        self.helpers = link_helpers

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  (markdown-it's name)
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def _base() -> MarkdownIt:
    return _FaithfulMarkdown("commonmark", {"maxNesting": _DEEPEST}).enable("table").use(too_deep_plugin)


@cache
def list_markdown(*, without: tuple[str, ...] = ()) -> MarkdownIt:
    """Markdown as GitHub reads it, for lists that are imported; with the blocks of MkDocs, and loose headings.

    ``without`` are rules that a text has no use for.
    """
    parser = (
        _base()
        .enable("strikethrough")
        .use(front_matter_plugin)
        .use(admon_plugin)
        .use(loose_heading_plugin)
        .use(loose_lines_plugin)
        .disable(list(without))
    )
    # Older versions of markdown-it stop where they always do.
    parser.inline.terminator_re = _STOPS
    return parser


_MAY_BE_LOOSE = re.compile(r"^[ \t>*+\-\d.)]*#{1,6}[^\s#]", re.MULTILINE)
"""What a line with a loose heading begins with: the marks of what it stands in, and its number signs."""
_MAY_BE_RULE = re.compile(r"^[ \t>*+\-\d.)_]*[-*_][ \t]*$", re.MULTILINE)
"""A line with a rule, and the marks of what it stands in."""
_MAY_BE_UNDERLINED = re.compile(r"[-=][ \t]*$", re.MULTILINE)
"""How a line ends that makes a heading of the one above."""


def parse_list(text: str) -> Parsed:
    """A list's text, parsed as GitHub reads it.

    Each block and each sign in a line asks the rules one by one, so those that can't hold anywhere are left out.
    """
    may_be = {
        "normalize": "\r" in text or "\0" in text,
        "front_matter": "---" in text.partition("\n")[0],
        "table": "|" in text,
        "code": "    " in text or "\t" in text,
        "fence": "```" in text or "~~~" in text,
        "admonition": "!!!" in text or "???" in text,
        "blockquote": ">" in text,
        "hr": _MAY_BE_RULE.search(text) is not None,
        "reference": "]:" in text,
        "html_block": "<" in text,
        "heading": "#" in text,
        "loose_heading": _MAY_BE_LOOSE.search(text) is not None,
        "lheading": _MAY_BE_UNDERLINED.search(text) is not None,
        "escape": "\\" in text,
        "backticks": "`" in text,
        "strikethrough": "~" in text,
        "image": "![" in text,
        "autolink": "<" in text,
        "html_inline": "<" in text,
        "entity": "&" in text,
    }
    references: dict[str, Any] = {}
    parser = list_markdown(without=tuple(rule for rule, needed in may_be.items() if not needed))
    return Parsed(parser.parse(text, references), references)


@cache
def page_markdown() -> MarkdownIt:
    """Markdown with MyST's blocks, for pages and for the bodies of directives."""
    return new_page_markdown()


def new_page_markdown() -> MarkdownIt:
    """A parser like that, to be extended."""
    return _base().use(colon_fence_plugin).use(myst_block_plugin)


@cache
def title_markdown() -> MarkdownIt:
    """Markdown for a link that is an entry's argument: what looks like HTML in its title is text."""
    return _base().disable(["html_inline", "autolink"])


@cache
def strict_markdown() -> MarkdownIt:
    """Markdown with everything that a MyST site may have switched on: text that survives this survives anywhere."""
    return (
        _base()
        .enable("strikethrough")
        .use(myst_block_plugin)
        .use(colon_fence_plugin)
        .use(myst_role_plugin)
        .use(dollarmath_plugin)
        .use(substitution_plugin)
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
        .use(deflist_plugin)
        .use(fieldlist_plugin)
        .use(attrs_block_plugin)
        .use(attrs_plugin, after=("image", "code_inline", "link_close", "span_close"), spans=True)
    )


def plain_text(tokens: Sequence[Token]) -> str:
    """The text of inline tokens: markers off, line breaks as blanks, images as their alternative text."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain_text(token.children or ()))
        elif token.content:
            parts.append(token.content)
    return "".join(parts)


def one_line(text: str) -> str:
    """The text with every run of white space, of whatever kind, as one blank."""
    if text.isprintable() and "  " not in text:
        # Of all white space only the blank is printable, and most texts have single ones.
        return text.strip(" ")
    return " ".join(text.split())
