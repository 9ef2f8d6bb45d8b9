"""Lists of all forms → entries, as readable cases; and that nothing is lost of any."""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.lists.document import Kept, ListDocument, ListSection
from sphinx_reading_list.lists.markup.decoding import BinaryFileError, decode
from sphinx_reading_list.lists.pages.writing import block_text, list_pages
from sphinx_reading_list.lists.reading import read_list

if TYPE_CHECKING:
    from sphinx_reading_list.core.problems import Problem

# Test modules are imported one by one, without a package around them.
_spec = importlib.util.spec_from_file_location("reading_cases", Path(__file__).with_name("reading_cases.py"))
assert _spec
assert _spec.loader
reading_cases = sys.modules["reading_cases"] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reading_cases)

FILES = sorted(path for path in reading_cases.FOLDER.rglob("*.md") if path.name != "README.md")
CASES = [(path, index) for path in FILES for index in range(len(reading_cases.read_cases(path)))]


def shown(document: ListDocument, problems: list[Problem]) -> str:
    """What was read, for people: entries as their directives, facts for a record in angle quotes, codes with lines."""
    parts = [f"title «{document.title}»"] if document.title else []
    parts += _blocks(document)
    for section in document.walk():
        parts += ["#" * section.level + " " + section.title, *_blocks(section)]
    codes = ", ".join(f"{problem.location.line} {problem.code.code}" for problem in problems)
    return "\n".join([*parts, f"problems: {codes}"] if codes else parts)


def _blocks(holder: ListDocument | ListSection) -> list[str]:
    lines = []
    for block in holder.blocks:
        lines.append(block_text(block).rstrip("\n"))
        if not isinstance(block, Kept):
            facts = {"arxiv": block.arxiv, "doi": block.doi, "venue": block.venue, "printed": block.authors_line}
            facts |= {metric.name: f"{metric.count} {metric.url}".strip() for metric in block.metrics}
            lines += [f"    {name} «{value}»" for name, value in facts.items() if value]
    return lines


@pytest.mark.parametrize(("path", "index"), CASES, ids=lambda value: getattr(value, "stem", value))
def test_case(path: Path, index: int) -> None:
    cases = reading_cases.read_cases(path)
    found = shown(*read_list(cases[index].source, "LIST.md"))
    if os.environ.get("REGENERATE"):
        cases[index] = cases[index]._replace(expected=found)
        reading_cases.write_cases(path, cases)
    assert found == cases[index].expected, cases[index].title


def test_the_dialects_are_found_by_folder() -> None:
    document, problems = read_list("- [a](https://a.org)\n", "l.md")
    assert [item.entry.title for item in document.items] == ["a"]
    assert not problems


def test_relative_addresses_are_resolved_where_the_list_says_from() -> None:
    document, problems = read_list("- [a](docs/a.md)\n", "l.md", base_url="https://github.com/o/r/blob/main/README.md")
    assert [item.entry.url for item in document.items] == ["https://github.com/o/r/blob/main/docs/a.md"]
    assert not problems


URLS = st.builds("https://{}.org/{}".format, st.text("abc", min_size=3, max_size=6), st.text("xyz09_-", max_size=5))
WORDS = st.text("abc DEF*_`$<>[]|!&~:.,·()-🌟", max_size=12)
LINES = st.one_of(
    st.builds("- [{}]({}) {}".format, WORDS, URLS, WORDS),
    st.builds("- **{}**, `arXiv, 2501.{:05}`, [arxiv](http://arxiv.org/abs/2501.{:05})".format, WORDS, st.integers(0, 9), st.integers(0, 9)),
    st.builds("\t *{}* · ([{}]({}) - {}) ![Star](https://img.shields.io/x)".format, WORDS, WORDS, URLS, WORDS),
    st.builds("  - {} [{}]({})".format, WORDS, WORDS, URLS),
    st.builds("| {} | [{}]({}) |".format, WORDS, WORDS, URLS),
    st.builds("<p><a href='{}'>{}</a></p>".format, URLS, st.text("abc ", max_size=5)),
    st.builds("{} {}".format, WORDS, URLS),
    st.builds("{} {}".format, st.sampled_from(["#", "##", ">", "1.", "+", "```", "    ", "|---|---|", "---"]), WORDS),
    st.just(""),
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("\n".join))
@example('- [Ada](https://ada.example) ~ "Notes on the Engine" [pdf](https://example.org/a.pdf)')
def test_no_address_that_a_list_shows_is_lost(text: str) -> None:
    from sphinx_reading_list.lists.markup.inline import pieces
    from sphinx_reading_list.lists.markup.markdown import list_markdown

    shown_there = {
        piece.url
        for token in list_markdown().parse(text)
        if token.type == "inline"
        for piece in pieces(token)
        if piece.kind == "link"
    }
    document, problems = read_list(text, "l.md")
    pages = "".join(list_pages(document).values())
    pages += "".join(problem.message for problem in problems if problem.code is Code.REDUNDANT_LINK)
    for url in shown_there:
        assert url in pages


def test_what_is_read_is_gone_once_nobody_needs_it() -> None:
    rows = "- **A *Loom*** by Ada Lovelace\n  - Code: [c](https://a.org)\n\n| Title | Venue |\n|---|---|\n| [B](https://b.org) | ICLR 2024 |\n"
    gc.collect()
    gc.disable()
    try:
        read_list(f"# L\n\n<table><tr><td>a</td></tr></table>\n\n{rows}", "l.md")
        # No node knows what it is in, or Python's collector would have to look for it among all that there is.
        assert not gc.collect()
    finally:
        gc.enable()


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
def test_any_text_is_read(text: str) -> None:
    document, _ = read_list(text, "l.md")
    assert all(page.endswith("\n") for page in list_pages(document).values())


@pytest.mark.parametrize("heading", ["", "# A Loom\n\n", "## A Loom\n\n**Authors:** Ada Lovelace\n\n"])
def test_a_paragraph_of_nothing_but_breaks_is_read(heading: str) -> None:
    document, problems = read_list(f"{heading}<br><br>\n</li>  ", "l.md")
    assert not document.items
    assert Code.HTML_MARKUP in {problem.code for problem in problems}


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "l.md")
    except BinaryFileError:
        return
    read_list(text, "l.md")


@pytest.mark.parametrize(
    "text", ["- " * 500, "> " * 500, "- a\n" + "".join(f"{'  ' * n}- a\n" for n in range(100)), "[" * 2000, "*" * 3000]
)
def test_deep_and_long_lists_end(text: str) -> None:
    read_list(text, "l.md")
