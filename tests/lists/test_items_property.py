"""Items made of parts in any order: whatever form they have, every title and every link comes out somewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.lists.pages.writing import list_pages
from sphinx_reading_list.lists.reading import read_list

TITLES = st.sampled_from(
    ["Weaving by Machine", "Looms: A Study of Cloth, Thread and People", "LoomGPT", "Is It Woven?", "Nets $5 | [CLS] & <think>"]
)  # fmt: skip
MARKED = st.sampled_from(["{}", "**{}**", "*{}*", '"{}"', "**{}.**", "**“{}”**", "[{}](https://title.org/x)", "**[{}](https://title.org/x)**"])  # fmt: skip
PEOPLE = st.sampled_from(
    ["Ada Lovelace, Grace Hopper", "Lovelace, Ada, et al.", "*Ada Lovelace et al.*", "by Ada Lovelace", "Loom Team", "A. Lovelace and G. Hopper", "Ada Lovelace (London), Grace Hopper"]
)  # fmt: skip
FACTS = st.sampled_from(["ICLR 2024", "(2016)", "[2024/05]", "*Nature*", "`NeurIPS 2023`", "`RLHF`", "arXiv preprint arXiv:1501.00001 (2015)", "CVPR, 2016", "**[ICML 2023 Oral]**", "🔥", "v2"])  # fmt: skip
WORDS = st.sampled_from(
    ["A library for everybody.", "- what it is", ": of looms", "see the fair", "Facebook", "(in C)"]
)
LABELS = st.sampled_from(
    ["paper", "[Code]", "PDF", "Project Page", "Another Work", "arxiv, 16.05", "ICLR 2024", "here", "📄 Paper"]
)
LINKS = st.builds("{}[{}](https://{}.org/{}){}".format, st.sampled_from(["", "[", "(", "| "]), LABELS, st.sampled_from("abcd"), st.integers(0, 3), st.sampled_from(["", "]", ")", ","]))  # fmt: skip
PARTS = st.lists(st.one_of(PEOPLE, FACTS, WORDS, LINKS), max_size=6)
JOINTS = st.sampled_from([" ", ", ", ". ", " - ", "\n  ", "<br>", "\n  - ", "\n\n    "])


def squeezed(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(character for character in text if character.isalnum())


@st.composite
def items(draw: st.DrawFn) -> tuple[str, str]:
    """An item, and its title."""
    title = draw(TITLES)
    before, after = draw(st.lists(st.one_of(PEOPLE, FACTS), max_size=2)), draw(PARTS)
    text = "".join(f"{part} " for part in before) + draw(MARKED).format(title)
    for part in after:
        text += draw(JOINTS) + part
    return f"- {text}\n", title


@given(items())
def test_every_title_and_every_link_comes_out(item: tuple[str, str]) -> None:
    source, title = item
    document, problems = read_list(source, "l.md")
    pages = "".join(list_pages(document).values())
    pages += "".join(f"{entry.arxiv} {entry.doi} {entry.venue} {entry.authors_line}" for entry in document.items)
    pages += "".join(problem.message for problem in problems if problem.code is Code.REDUNDANT_LINK)
    there = squeezed(pages)
    # A bar in plain words parts them: each word comes out all the same.
    assert all(squeezed(word) in there for word in title.split()), source
    for url in (part.partition(")")[0] for part in source.split("](")[1:]):
        assert url in pages, source


@given(items(), items())
def test_an_item_says_the_same_beside_another(first: tuple[str, str], second: tuple[str, str]) -> None:
    alone, _ = read_list(first[0], "l.md")
    both, _ = read_list(first[0] + second[0], "l.md")
    found = [(item.entry.title, item.entry.url) for item in alone.items]
    assert [(item.entry.title, item.entry.url) for item in both.items][: len(found)] == found
