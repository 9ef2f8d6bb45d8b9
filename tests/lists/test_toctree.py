"""Pages in the order in which Sphinx would number them."""

from __future__ import annotations

import pytest

from sphinx_reading_list.lists.pages.toctree import page_order


def toctree(*lines: str, fence: str = "```") -> str:
    return "\n".join(["# Title", "", f"{fence}{{toctree}}", *lines, fence, ""])


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["b", "a"], ["b", "a", "c", "sub/d", "sub/e"]),
        ([":maxdepth: 1", ":glob:", "", "c", "*"], ["c", "a", "b", "sub/d", "sub/e"]),
        ([":glob:", ":reversed:", "", "*"], ["c", "b", "a", "sub/d", "sub/e"]),
        (["Title of c <c>", "/sub/e.md", "self", "https://example.org", "missing"], ["c", "sub/e", "a", "b", "sub/d"]),
        ([":glob:", "", "sub/*", "[!a]"], ["sub/d", "sub/e", "b", "c", "a"]),
        ([":glob:", "", "**"], ["a", "b", "c", "sub/d", "sub/e"]),
        ([], ["a", "b", "c", "sub/d", "sub/e"]),
    ],
)
def test_the_order_of_a_table_of_contents(lines: list[str], order: list[str]) -> None:
    texts = dict.fromkeys(["a", "b", "c", "sub/d", "sub/e"], "# A page\n")
    assert page_order({"index": toctree(*lines), **texts}, "index") == ["index", *order]


def test_depth_first_and_relative_to_the_page() -> None:
    texts = {
        "index": toctree("list/index", "about", fence=":::"),
        "about": "# About\n",
        "list/index": toctree("b", "a"),
        "list/a": "# A\n",
        "list/b": toctree("index", "b"),
    }
    assert page_order(texts, "index") == ["index", "list/index", "list/b", "list/a", "about"]
    assert page_order(texts, "nowhere", "list/index")[:3] == ["list/index", "list/b", "list/a"]
