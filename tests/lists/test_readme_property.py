"""A whole list written as a README and read again is the same list: its tree, its entries, and all that stands between."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_reading_list.core.entry import PageEntry
from sphinx_reading_list.lists.document import Kept, ListDocument, ListItem, ListSection
from sphinx_reading_list.lists.markup.markdown import strict_markdown
from sphinx_reading_list.lists.reading import read_list
from sphinx_reading_list.lists.readmes.fields import FIELDS, as_json
from sphinx_reading_list.lists.readmes.writing import write_readme

from .readme_cases import items, texts

NOTES = (
    "A note.", "Two\n\nparagraphs.", "- a\n- b\n  - c", "1. one\n2. two", "```python\nx = 1\n\ny = 2\n```",
    "| a | b |\n| --- | --- |\n| 1 | `x` |", "> quoted\n> twice", "A line\\\nbroken.", "Over\ntwo lines.", "***\n\nBelow a rule.",
    "    indented = code", "[x](https://x.org/(a)) and <https://y.org>", "- [Code](https://x.org/a)", "*wu*, **b**, `c`",
    "汉字 and עברית and 🤗", "\\<think> is no tag", "* star\n* bullets\n\n\nand more",
)  # fmt: skip
OF_THE_SITE = (
    "```{note}\nA directive.\n```", "See {entry}`a` and {cite:p}`b`.", "$$x^2$$", "<think> a tag", "(target)=\n\nText.",
    "![image](https://x.org/i.png)", "[else](../where.md)", ":::{raw} html\nraw\n:::",
)  # fmt: skip
LIKE_ENTRIES = (
    "[A title](https://x.org)", "[logo](https://x.org/a.png)\n\n[logo](https://x.org/b.png)", "- [A title](https://x.org)",
    "- **Authors**: Ada Lovelace, Grace Hopper\n\n- [Paper](https://arxiv.org/abs/2310.00001)", "**Bold**\n\n[Code](https://x.org)",
    "| Title | Link |\n| --- | --- |\n| A | [paper](https://x.org) |", "> - [A title](https://x.org)", "**A paper**. ICML 2024.",
    "- A label\n  - [One](https://x.org/1)\n  - [Two](https://x.org/2)", "Ada Lovelace. *A title*. Nature, 2015. [Paper](https://x.org)",
    "1. [One](https://x.org/1)\n2. [Two](https://x.org/2)", "*Ada Lovelace*\n\n[Code](https://x.org)",
)  # fmt: skip
"""Prose that a person could have kept apart from the entries, and that would be read as some."""
PROSE = (
    "A paragraph.", "Two *of*\nthem.", "- plain item of prose", "| a | b |\n| --- | --- |\n| 1 | 2 |", "> quoted",
    "```bash\npip install x\n```", "Some **bold** and `code`.", "Text with \\$5 and \\$6.",
)  # fmt: skip
HEADINGS = (
    "RLHF", "Data & Code", "C++ / `code`", "🌟 Stars", "如何", "עברית", "A | B", "$5", "<think>", "1. One", "# x",
    "Reward Models", "*a* _b_", "[CLS]", "Contents of 2024", "a-b", "---", "2024",
)  # fmt: skip

# An address in a heading is a link on GitHub; it comes back below the heading, too.
titles = st.one_of(st.sampled_from(HEADINGS), texts.filter(lambda text: "://" not in text))
noted = st.builds(
    lambda item, note: item._replace(entry=item.entry._replace(note=note)), items, st.sampled_from(("", *NOTES))
)
kept = st.sampled_from((*PROSE, *LIKE_ENTRIES)).map(lambda text: Kept(text, 0))
blocks = st.lists(st.one_of(noted, noted, kept), max_size=4)


@st.composite
def sections(draw: st.DrawFn, level: int = 2) -> ListSection:
    below = draw(st.lists(sections(level=level + 1), max_size=2)) if level < 5 else []
    return ListSection(draw(titles), level, 0, tuple(draw(blocks)), tuple(below))


@st.composite
def documents(draw: st.DrawFn) -> ListDocument:
    found = draw(st.lists(sections(), min_size=1, max_size=3))
    twice = draw(st.booleans())
    if twice and found[0].blocks:
        found.append(ListSection("Again", 2, 0, found[0].blocks))
    return ListDocument(draw(titles), "", (), tuple(found))


def tree(found: ListSection) -> object:
    """What a section says, for comparing; texts that follow each other are one."""
    said: list[object] = []
    for block in found.blocks:
        if isinstance(block, ListItem):
            said.append({name: as_json(block, name) for name in FIELDS} | {"note": block.entry.note})
            continue
        text = " ".join(block.markdown.split())
        if said and isinstance(said[-1], str):
            text = f"{said.pop()} {text}"
        said.append(text)
    return found.title, said, [tree(below) for below in found.sections]


@settings(max_examples=50)
@given(documents())
def test_a_list_is_a_fixed_point(document: ListDocument) -> None:
    text = write_readme(document)
    read, _ = read_list(text, "README.md")
    assert [tree(section) for section in read.sections] == [tree(section) for section in document.sections]
    assert read.title == document.title
    # Lines of prose are joined when they are read; from then on, not a letter changes.
    again = write_readme(read)
    assert write_readme(read_list(again, "README.md")[0]) == again
    assert again.split() == text.split()


def words(text: str) -> set[str]:
    return set("".join(character if character.isalnum() else " " for character in text).split())


@pytest.mark.parametrize("note", OF_THE_SITE)
def test_a_note_that_only_a_site_understands_is_text_then(note: str) -> None:
    item = ListItem(PageEntry(key="verl", title="verl", url="https://github.com/volcengine/verl", note=note))
    text = write_readme(ListDocument("List", "", (), (ListSection("Code", 2, 0, (item,)),)))
    [read] = read_list(text, "README.md")[0].items
    assert words(note) <= words(read.entry.note)
    assert not {token.type for token in strict_markdown().parse(read.entry.note)} & {
        "colon_fence", "html_block", "math_block", "myst_target"
    }  # fmt: skip
    assert "{note}" not in read.entry.note.partition("\n")[0]
    again = write_readme(read_list(write_readme(read_list(text, "R")[0]), "R")[0])
    assert read_list(again, "R")[0].items[0].entry.note == read.entry.note
