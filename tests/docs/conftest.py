"""The documentation's examples, read off its pages."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]


class Example(NamedTuple):
    """A block of code on a page: its language, its caption if it has one, its text, and where it is."""

    language: str
    caption: str
    text: str
    place: str


def examples(path: str) -> list[Example]:
    """The examples of a page, in its order; ``path`` is relative to the repository."""
    found = []
    for token in MarkdownIt().parse((ROOT / path).read_text(encoding="utf-8")):
        if token.type != "fence":
            continue
        line = token.map[0] + 1 if token.map else 0
        language, text, caption = token.info.strip(), token.content, ""
        if language.startswith("{code-block}"):
            language = language.removeprefix("{code-block}").strip()
            first, _, text = text.partition("\n\n")
            caption = first.removeprefix(":caption: ")
        found.append(Example(language, caption, text, f"{path}:{line}"))
    return found


@pytest.fixture(scope="session")
def examples_of():
    """:func:`examples`, for tests."""
    return examples


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``entry_example`` runs for each example that shows an entry."""
    if "entry_example" in metafunc.fixturenames:
        pages = [
            "README.md",
            *(f"docs/{path.relative_to(ROOT / 'docs')}" for path in sorted((ROOT / "docs").rglob("*.md"))),
        ]
        shown = [
            example
            for page in pages
            if not page.startswith("docs/_build")
            for example in examples(page)
            if example.language in ("markdown", "rst") and not example.caption and "entr" in example.text
        ]
        metafunc.parametrize("entry_example", shown, ids=lambda example: example.place)
