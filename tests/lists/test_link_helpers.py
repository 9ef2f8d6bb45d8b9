"""The quick answers of the helpers for links are those of markdown-it's own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt, helpers

from sphinx_reading_list.lists.markup import link_helpers
from sphinx_reading_list.lists.markup.markdown import list_markdown, new_page_markdown, strict_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

LINKED = st.lists(
    st.sampled_from(
        [*"a 1 * ** _ ` ~~ $ { } ! ^ [ ] ( ) < > \\ & &amp; \n \t".split(" "), " ", "\xa0", "é漢", '"t"', "](", "https://a.org/b?c=d&e#f", "[a](https://a.org)", "[a][b]", "{r}`]`", "[^1]"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("parser", [list_markdown(), new_page_markdown(), strict_markdown()])
@given(LINKED)
def test_links_are_those_of_the_parser_s_own_helpers(parser: MarkdownIt, text: str) -> None:
    source = f"[{text}\n\n[b]: {text}"
    ours = parser.parse(source)
    with patch.object(parser, "helpers", helpers):
        assert parser.parse(source) == ours


@pytest.mark.parametrize("helper", ["parseLinkLabel", "parseLinkDestination"])
def test_a_plain_link_is_answered_at_once(helper: str) -> None:
    asked: list[str] = []
    own: Callable[..., object] = getattr(helpers, helper)

    def remembered(*arguments: object) -> object:
        asked.append(helper)
        return own(*arguments)

    with patch.object(helpers, helper, remembered):
        list_markdown().parse(
            "- *Looms*, VLDB 2021 [Paper](https://example.org/looms_1.pdf?v=2#a) [PDF](b.pdf 'its title')"
        )
        assert not asked
        list_markdown().parse("[a `b`](https://example.org/(c))")
        assert asked
    assert link_helpers.parseLinkTitle is helpers.parseLinkTitle
