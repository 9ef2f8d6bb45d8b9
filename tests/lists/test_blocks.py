"""Blocks of every form, one in the other, whole and broken: all that they say is somewhere afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.lists.document import Kept, ListDocument, ListSection
from sphinx_reading_list.lists.reading import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_reading_list.core.problems import Problem

LINES = (
    "# {w}", "##{w} {w}", "### {w} [{w}]({u})", "#### [{w}]({u})", "## {w} ([top](#x))", "{w}\n===",
    "- [{w}]({u})", "- {w}", "  - [{w}]({u}) {w}", "    - {w}: [{w}]({u})", "* **{w}** {w}", "1. [{w}]({u}) - {w} {w}", "-",
    "- **{w}**\n  - [{w}]({u})", "- {w}\n\n  {w}\n  - [{w}]({u})", "\t- {w} [{w}]({u})", "- > {w}", "- <li>{w}",
    "[{w}]({u})", "**{w} {w}** [paper]({u})", "**[{w}]({u})**, {w} 2024", "{w}, *{w}*, {w} 2016 [[Paper]]({u})", "*{w}, {w}*",
    "{w} [{w}]({u}) {w}", "[[paper]]({u}) [[code]]({u})", "{w}  \n{w}", "<{u}>", "{u}", "[{w}][r{w}]\n\n[r{w}]: {u}", "[{w}]: {u}",
    "| Title | Link | {w} |\n|--|--|--|", "| {w} | [{w}]({u}) | {w} |", "| [{w} \\| {w}]({u}) | - | {w} | {w} |", "| {w} | | |",
    "| Name | Paper | Code | Year |\n|--|--|--|--|\n| {w} | [{w} {w} {w}]({u}) | {u} | 2020 |\n| [{w}]({u}) | | [{w}]({u}) | {w} |",
    "| {w} | {w} |\n|--|--|\n| [{w}]({u}) | {w}<br>[{w}]({u}) |", "| No. | Paper | Venue | Date |\n|--|--|--|--|\n| 1 | [{w} {w}]({u}) | {w} | 2020-01 |",
    "<table>", "<tr>", "<th>Title</th><th>{w}</th><th>Link</th>", "<tr><td>{w}<td><a href='{u}'>{w}</a></tr>", "<td>", "</td>", "</tr>",
    "<td rowspan=2>{w}</td><td colspan=3>[{w}]({u})</td>", "</table>", "<table><tr><th>Title</th><th>Link</th></tr>",
    "<details>", "<details><summary>{w} <b>{w}</b></summary>", "<summary>{w}", "<details open><summary><a href='{u}'>{w}</a></summary>",
    "</summary>", "</details>", "  </details>", "<ul><li>{w}", "<li><a href={u}>{w}</a>: {w}</li>", "</ul>", "<p align=center>{w} <br> {w}</p>",
    "<h1>{w}", "<h2><a href='{u}'>{w}</a></h2>", "<div><a href='{u}'>", "</a></div>", "<img src='{u}' alt='{w}'>", "<b>{w}</b> <i>{w}",
    "<blockquote>{w}", "</blockquote>", "<pre>{w}\n{w}</pre>", "<center>\n- [{w}]({u})\n- {w}\n</center>", "<!-- {w} -->", "<think>{w}</think>",
    "??? example \"[{w}]({u})\"", "??? note \"{w}\"", "!!! {w} {w}", "!!! tip", "    [{w}]({u})", "    - [{w}]({u})", "    {w}",
    "> [!NOTE]\n> {w} [{w}]({u})", "> - [{w}]({u})", "> {w}", "```\n{w}\n```", "---", "![{w}]({u})", "[![{w}]({u})]({u})", "[^1]: {w}", "", "", "",
)  # fmt: skip


def written(lines: list[str]) -> tuple[str, list[str]]:
    """A list of such lines, each word and address in it there only once; and these."""
    said: list[str] = []

    def unique(match: re.Match[str]) -> str:
        said.append(f"w{len(said)}x" if match[1] == "w" else f"https://u{len(said)}x.org/p")
        return said[-1]

    return re.sub(r"\{([wu])\}", unique, "\n".join(lines)), said


def everything(document: ListDocument, problems: list[Problem]) -> str:
    """All that was read: entries, text, titles, and what was reported as left out."""
    clean_ups = set(Code) - {Code.NOT_UNDERSTOOD, Code.HTML_MARKUP}
    return "\n".join(
        [document.title, *_parts(document), *(problem.message for problem in problems if problem.code in clean_ups)]
    )


def _parts(holder: ListDocument | ListSection) -> Iterator[str]:
    for block in holder.blocks:
        yield block.markdown if isinstance(block, Kept) else repr(block)
    for section in holder.sections:
        yield section.title
        yield from _parts(section)


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_nothing_is_lost_of_any_blocks(lines: list[str]) -> None:
    text, said = written(lines)
    found = everything(*read_list(text, "l.md"))
    lost = [word for word in said if word not in found]
    assert not lost, text


@given(st.text("<>/abdtrluhie= '\"[](){}!|-:\n\t #*`?&;", max_size=120))
def test_any_broken_markup_is_read(text: str) -> None:
    read_list(text, "l.md", base_url="https://a.org/b/")


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 3000,
        "<table><tr><td>" * 300,
        "<ul><li>" * 500,
        "<details>" * 400 + "\n\n- [a](https://a.org)\n",
        "<b>" * 2000 + "x",
        "<td colspan=99999999 rowspan=99999999>x",
        "??? note\n" * 200,
        "| a |\n|--|\n" + "| [ | [ |\n" * 500,
        "- a\n" + "".join(f"{'  ' * n}- [a](https://a.org)\n" for n in range(80)),
        "<!--" * 2000,
        "<a href=x>" * 1000,
    ],
)
def test_deep_and_long_blocks_end(text: str) -> None:
    read_list(text, "l.md")


def test_addresses_are_resolved_in_all_blocks() -> None:
    text = "<a href='a.md'>a</a>\n\n| Title | Link |\n|--|--|\n| T | [l](b.md) |\n\nText with [c](c.md), [d](#d).\n"
    document, _ = read_list(text, "l.md", base_url="https://x.org/r/README.md")
    found = everything(document, [])
    assert all(f"https://x.org/r/{name}.md" in found for name in "abc")
