"""A README that the program writes reads back as the same list, whatever its titles and names are."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_reading_list.core.entry import Link, PageEntry
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.lists.document import ListDocument, ListItem, ListSection
from sphinx_reading_list.lists.reading import read_list
from sphinx_reading_list.lists.readmes.fields import FIELDS, as_json
from sphinx_reading_list.lists.readmes.item import write_item
from sphinx_reading_list.lists.readmes.writing import Slugs, write_readme

from .readme_cases import items

by_chance = settings(max_examples=60)


def said(item: ListItem) -> dict[str, object]:
    return {name: as_json(item, name) for name in FIELDS} | {"note": item.entry.note}


def readme(*found: ListItem) -> str:
    return write_readme(ListDocument("List", "", (), (ListSection("Section", 2, 0, tuple(found)),)))


@by_chance
@given(st.lists(items, min_size=1, max_size=4))
@example([ListItem(PageEntry(title="A `b", url="https://x.org", tags=("`",)))])
def test_entries_come_back(found: list[ListItem]) -> None:
    text = readme(*found)
    document, _ = read_list(text, "README.md")
    assert [said(item) for item in document.items] == [said(item) for item in found]
    assert write_readme(document) == text


@by_chance
@given(items)
def test_an_item_is_one_item_whatever_stands_beside_it(item: ListItem) -> None:
    plain = ListItem(PageEntry(key="verl", title="verl", url="https://github.com/volcengine/verl"))
    document, _ = read_list(readme(plain, item, plain), "README.md")
    assert [said(one) for one in document.items] == [said(one) for one in (plain, item, plain)]


def test_what_it_looks_like() -> None:
    entry = PageEntry(
        key="wu2024selfplay",
        title="Self-Play Preference Optimization",
        url="https://arxiv.org/abs/2405.00675",
        authors=(Author("Wu", "Yue"), Author("Gu", "Quanquan")),
        highlight=True,
        tags=("self-play",),
        links=(Link("https://github.com/uclaml/SPPO", "Code", "official"),),
        note="The first one to read.",
    )
    assert write_item(ListItem(entry, arxiv="2405.00675", venue="NeurIPS 2024")) == (
        "- 🌟 **[Self-Play Preference Optimization](https://arxiv.org/abs/2405.00675)** `self-play`"
        " <!-- wu2024selfplay -->\\\n"
        "  *Yue Wu, Quanquan Gu*\\\n"
        "  NeurIPS 2024 · [arXiv](https://arxiv.org/abs/2405.00675) · [PDF](https://arxiv.org/pdf/2405.00675)"
        " · [Code](https://github.com/uclaml/SPPO) – official\n"
        "\n"
        "  The first one to read.\n"
    )


def test_sections_nest_and_have_contents() -> None:
    item = ListItem(PageEntry(key="verl", title="verl", url="https://github.com/volcengine/verl"))
    below = ListSection("Data & Code", 3, 0, (item,))
    document = ListDocument("List", "", (), (ListSection("RLHF", 2, 0, (item,), (below,)), ListSection("RLHF", 2, 0)))
    text = write_readme(document)
    assert "- [RLHF](#rlhf)\n  - [Data & Code](#data--code)\n- [RLHF](#rlhf-1)\n" in text
    read, _ = read_list(text, "README.md")
    assert [(section.title, len(section.items)) for section in read.walk()] == [
        ("RLHF", 1),
        ("Data & Code", 1),
        ("RLHF", 0),
    ]
    assert write_readme(read) == text


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (lambda text: text.replace("** <!--", "** with a word <!--"), "with a word"),
        (lambda text: text.replace("· [Code]", "· new · [Code]"), "new"),
        (lambda text: text.replace("[Code](https", "[Code](javascript"), "javascript"),
        (lambda text: text.replace("<!-- verl -->", '<!-- verl {"url": "javascript:x"} -->'), "verl"),
    ],
)
def test_what_a_person_changed_is_not_lost(change, kept: str) -> None:
    entry = PageEntry(key="verl", title="verl", url="https://github.com/v/v", links=(Link("https://x.org", "Code"),))
    document, _ = read_list(change(readme(in_a_blog(entry))), "README.md")
    assert kept in str(document)


def in_a_blog(entry: PageEntry) -> ListItem:
    return ListItem(entry)._replace(venue="Blog")


def test_slugs_are_githubs() -> None:
    slugs = Slugs()
    titles = ["Reward Models", "C++ & co.", "Reward Models", "如何", "a_b-c", "🌟 Stars", "reward models-1"]
    assert [slugs.of(title) for title in titles] == [
        "reward-models",
        "c--co",
        "reward-models-1",
        "如何",
        "a_b-c",
        "-stars",
        "reward-models-1-1",
    ]
