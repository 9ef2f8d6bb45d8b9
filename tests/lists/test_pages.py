"""A list as pages, and pages read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.lists.markup.escape import escape_text, write_link
from sphinx_reading_list.lists.markup.markdown import plain_text, strict_markdown
from sphinx_reading_list.lists.pages.reading import EntryBlock, Heading, read_blocks, read_page
from sphinx_reading_list.lists.pages.writing import heading, list_pages, page_names
from sphinx_reading_list.lists.reading import read_list

LIST = """\
# My list

What it is.

## First

- [a](https://a.org)

### Inner

- [b](https://b.org)

## Empty
"""


def pages_of(text: str) -> dict[str, str]:
    return list_pages(read_list(text, "LIST.md")[0])


def test_a_section_is_a_page_and_the_index_holds_them() -> None:
    assert pages_of(LIST) == {
        "index": "# My list\n\nWhat it is.\n\n```{toctree}\n:maxdepth: 1\n\nfirst\nempty\n```\n",
        "first": "# First\n\n:::{entry} [a](https://a.org)\n:::\n\n## Inner\n\n:::{entry} [b](https://b.org)\n:::\n",
        "empty": "# Empty\n",
    }


def test_entries_before_any_section_have_a_page() -> None:
    pages = pages_of("- [a](https://a.org)\n")
    assert list(pages) == ["index", "reading-list"]


def test_page_names_never_clash() -> None:
    assert page_names(["Index", "A b", "a-B", "🌟", "如何"]) == ["index-2", "a-b", "a-b-2", "section", "如何"]


def test_a_page_read_back_has_its_sections() -> None:
    sections, former, problems = read_page(pages_of(LIST)["first"], "docs/list/first.md", "list/first", "list")
    assert not problems
    assert not former
    assert [
        (found.section.name, found.section.title, [entry.title for entry in found.entries]) for found in sections
    ] == [
        ("first", "First", ["a"]),
        ("first/inner", "Inner", ["b"]),
    ]


def test_a_page_without_entries_is_an_empty_section() -> None:
    found = read_page("# Survey\n", "survey.md", "list/survey", "list")
    assert [(content.section.name, content.entries) for content in found.sections] == [("survey", ())]


def test_a_section_says_what_it_was_called() -> None:
    text = "# A\n\n```{rl:formerly} old; older\n```\n\n## B\n\n:::{rl:formerly} a/x\n:::\n\n:::{entry} k\n:::\n"
    found = read_page(text, "a.md", "list/a", "list")
    assert [(one.name, one.section.name, one.location.line) for one in found.former] == [
        ("old", "a", 3),
        ("older", "a", 3),
        ("a/x", "a/b", 8),
    ]


def test_blocks_know_their_lines_and_problems_theirs() -> None:
    text = "---\nmyst: {}\n---\n# T\n\n:::{entry} key\n:kind: nothing\n\nNote.\n\n- [x](javascript:y)\n:::\n"
    blocks, problems = read_blocks(text, "p.md")
    assert [(type(block), block.start, block.end) for block in blocks] == [(Heading, 3, 4), (EntryBlock, 5, 12)]
    assert [(problem.code, problem.location.line) for problem in problems] == [
        (Code.UNKNOWN_KIND, 6),
        (Code.UNSAFE_LINK, 11),
    ]


@pytest.mark.parametrize(
    "options", [":highlight:\n:date: 2025", "---\nhighlight:\ndate: 2025\n---", ":highlight:\n:date: '2025'"]
)
def test_options_are_read_in_both_of_mysts_forms(options: str) -> None:
    blocks, problems = read_blocks(f"```{{entry}} key\n{options}\n\nNote.\n```\n", "p.md")
    assert not problems
    assert isinstance(blocks[0], EntryBlock)
    entry = blocks[0].entry
    assert (entry.highlight, str(entry.date), entry.note) == (True, "2025", "Note.")


@pytest.mark.parametrize(
    ("option", "part"), [(":tags: a # b", "comment"), (":tags: 'a", "can't be read"), ("tags", "")]
)
def test_options_that_myst_would_warn_of_are_problems(option: str, part: str) -> None:
    _, problems = read_blocks(f":::{{entry}} key\n{option}\n:::\n", "p.md")
    assert [part in problem.message for problem in problems] == ([True] if part else [])


def test_entries_of_a_list_read_back_from_their_pages() -> None:
    document, _ = read_list(LIST, "LIST.md")
    blocks, _ = read_blocks(list_pages(document)["first"], "p.md")
    assert [block.entry for block in blocks if isinstance(block, EntryBlock)] == [item.entry for item in document.items]


@pytest.mark.parametrize("title", ["C#", "A # B #", "$5 and $6", "{ref}`x`", "<think>", "1. First", "- dash", "[x](y)"])
def test_a_heading_is_its_title(title: str) -> None:
    tokens = strict_markdown().parse(heading(title, 2))
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert plain_text(tokens[1].children or ()) == title


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain, with (brackets) [here] and snake_case", "plain, with (brackets) [here] and snake_case"),
        ("$5 and $6", "\\$5 and \\$6"),
        ("only $5", "only $5"),
        ("<think>", "\\<think>"),
        ("a * b", "a * b"),
        ("*a*", "\\*a\\*"),
        ("{ref}`x`", "{ref}\\`x\\`"),
        ("# no heading", "\\# no heading"),
    ],
)
def test_only_what_is_markup_is_escaped(text: str, written: str) -> None:
    assert escape_text(text) == written


@given(
    st.text(st.sampled_from("ab $<>[](){}`*_~|\\!#&;:'\"-+=.,%@^/1"))
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
def test_any_line_survives_as_a_paragraph(text: str) -> None:
    tokens = strict_markdown().parse(escape_text(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert plain_text(tokens[1].children or ()) == text


def test_links_as_they_are_written() -> None:
    assert write_link("", "https://a.org") == "<https://a.org>"
    assert write_link("t", "https://a.org/x y") == "[t](https://a.org/x%20y)"
    assert write_link("t", "https://a.org/(") == "[t](<https://a.org/(>)"
    assert write_link("t", "https://a.org/?a=1&copy;=2") == "[t](<https://a.org/?a=1&amp;copy;=2>)"
