"""What a list says never becomes markup of MyST on the pages that are written of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from sphinx_reading_list.lists.pages.reading import EntryBlock, read_blocks
from sphinx_reading_list.lists.pages.writing import list_pages
from sphinx_reading_list.lists.reading import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

EXTENSIONS = {
    "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist", "html_admonition",
    "html_image", "strikethrough", "substitution", "tasklist",
}  # fmt: skip
PLAIN = {
    "text", "softbreak", "hardbreak", "code_inline", "inline", "fence", "colon_fence", "code_block",
    *(f"{name}_{end}" for name in ("paragraph", "heading", "bullet_list", "ordered_list", "list_item", "blockquote", "link",
                                   "strong", "em", "table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")),
}  # fmt: skip
MARKUP = ["$", "$$", "`", "{ref}`x`", "{{ y }}", "<think>", "</p>", "|", ":::", "{note}", "*", "**", "_", "~~", "[^1]", "+++", "%",
          "(x)=", "{.c}", "\\begin{a}", "---", "===", "&amp;", "<!--", "-->", "\\", "[", "]", "!", "#", ": ", ":a: "]  # fmt: skip
WORDS = st.lists(st.sampled_from([*MARKUP, "word", "1.", "a"]), max_size=6).map(
    lambda words: " ".join(words)
) | st.lists(st.sampled_from([*MARKUP, "a"]), max_size=5).map("".join)
LINES = st.one_of(
    st.builds("- [{}](https://a.org) - {}".format, WORDS, WORDS),
    st.builds("- **{}**, `arXiv, 2501.00001`, [arxiv](http://arxiv.org/abs/2501.00001)\n\n\t *{}* · ([{}](https://b.org) - {})".format,
              WORDS, WORDS, WORDS, WORDS),
    st.builds("- {}".format, WORDS),
    st.builds("## {}".format, WORDS),
    st.builds("| {} | [{}](https://c.org) |\n|---|---|".format, WORDS, WORDS),
    WORDS,
)  # fmt: skip


def tokens_of(text: str) -> Iterator[Token]:
    for token in create_md_parser(MdParserConfig(enable_extensions=EXTENSIONS), RendererHTML).parse(text):
        yield token
        yield from token.children or ()


@given(st.lists(LINES, max_size=6).map("\n\n".join))
def test_pages_hold_plain_markdown_and_entries(source: str) -> None:
    document, _ = read_list(source, "LIST.md")
    for name, page in list_pages(document).items():
        blocks, problems = read_blocks(page, name)
        assert not problems, problems
        notes = [block.entry.note for block in blocks if isinstance(block, EntryBlock)]
        for text in (page, *notes):
            for token in tokens_of(text):
                assert token.type in PLAIN, (token.type, token.content, text)
                if "fence" in token.type and token.info.startswith("{"):
                    assert token.info.startswith(
                        "{entry} " if name != "index" or text != page else ("{entry}", "{toctree}")
                    )
    assert len(document.items) == sum(
        isinstance(block, EntryBlock)
        for name, page in list_pages(document).items()
        for block in read_blocks(page, name)[0]
    )
