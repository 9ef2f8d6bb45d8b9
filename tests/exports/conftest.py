"""Entries of every sort, with and without records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.inline import entry_of_page
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry, PageEntry
from sphinx_reading_list.core.names import Author

if TYPE_CHECKING:
    from sphinx_reading_list.core.record import Record

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    PageEntry(
        key="unsloth2025train",
        title="Train your own R1 reasoning model with Unsloth",
        url="https://unsloth.ai/blog/r1-reasoning",
        authors=(Author("Daniel"), Author("Michael")),
        date=PartialDate(2025, 2, 6),
        added=PartialDate(2025, 3, 1),
    ),
    PageEntry(key="volcengine-verl", title="verl", url="https://github.com/volcengine/verl"),
    PageEntry(
        key="zhihu-ruhe", title="如何正确复现 Instruct GPT / RLHF?", url="https://zhuanlan.zhihu.com/p/622134699"
    ),
    PageEntry(
        key="linkedin-why",
        title="Why RLHF (and Other RL-Like Methods) Don’t Bring “True RL” to LLMs—and Why It Matters 🌟",
        url="https://www.linkedin.com/pulse/why-rlhf?a=1&b=%20#c_{d}",
        added=PartialDate(2025, 2),
    ),
    PageEntry(
        key="wu2024draft",
        title=r"$5 & 100% #1 _x_ {braces} \back ~ ^ <think>",
        url="https://arxiv.org/abs/2405.00675v2",
        authors=(Author("Wu", "Yue"),),
        authors_elided=True,
    ),
    PageEntry(
        key="various2020names",
        title="Names",
        url="https://doi.org/10.1000/ABC_1",
        date=PartialDate(2020),
        authors=(
            Author("Institute for AI, and Friends", collective=True),
            Author("Beethoven", "Ludwig", "van"),
            Author("King", "Martin Luther", suffix="Jr."),
            Author("Le Roux", "Nicolas"),
            Author("de Silva", "A."),
            Author("Xianyu"),
            Author("王", "小明"),
            Author("R&D", "J."),
        ),
    ),
    PageEntry(key="nowhere", title="No address at all"),
)


@pytest.fixture(scope="session")
def page_entries() -> list[Entry]:
    """Entries that their pages write whole."""
    return [entry_of_page(page.key, page)._replace(added=page.added) for page in PAGES]


@pytest.fixture(scope="session")
def recorded() -> list[tuple[Entry, Record]]:
    """Entries with their records."""
    records, _ = read_bibliography((GOLDEN / "records.bib").read_text(encoding="utf-8"), "records.bib")
    return [(entry_of_record(record), record) for record in records.values()]
