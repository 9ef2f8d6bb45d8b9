"""Records that are read in one look are read as bibtexparser reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.bib import blocks
from sphinx_reading_list.bib.plain_blocks import plain_blocks
from sphinx_reading_list.bib.writing import write_record
from sphinx_reading_list.core.record import Record

if TYPE_CHECKING:
    from bibtexparser.model import Block

PIECES = [
    "@article{k1,\n",
    "@misc{k2,\n",
    "@comment{c,\n",
    "  title = {",
    "  year        = {2024},\n",
    "  month = mar,\n",
    "  title = {A {B} c},\n",
    "@book{k3,\n  title = {X},\n}\n",
    "},\n",
    "}\n",
    *'\n{}\\@"é=%, ()',
    "\\&",
    "\\{",
    "@x{",
]


def _said(block: Block) -> tuple[object, ...]:
    fields = [(field.key, field.value, field.start_line) for field in getattr(block, "fields", ())]
    return type(block), block.start_line, block.raw, getattr(block, "entry_type", ""), fields


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.booleans())
def test_plain_records_are_what_bibtexparser_makes_of_them(text: str, in_value: bool) -> None:
    text = f"@article{{k1,\n  title = {{{text}}},\n}}\n" if in_value else text
    if (plain := plain_blocks(text)) is not None:
        with patch.object(blocks, "plain_blocks", lambda _: None):
            assert [*map(_said, plain)] == [*map(_said, blocks.read_blocks(text))]


def test_what_is_written_is_plain() -> None:
    fields = {
        "author": "Ng, Andrew and {OpenAI}",
        "title": "On {LLM}s \\& more " * 20,
        "month": "may",
        "url": "https://a.b",
    }
    written = write_record(Record("ng2024on", "misc", fields))
    assert [block.key for block in plain_blocks(f"{written}\n{written.replace('ng2024on', 'ng2024ona')}") or ()] == [
        "ng2024on",
        "ng2024ona",
    ]


@pytest.mark.parametrize(
    "text", ["% mine\n@misc{a,\n  title = {A},\n}\n", "@misc{a, title = {A}}", "@misc{a,\n}\n" * 2]
)
def test_anything_else_is_left_to_bibtexparser(text: str) -> None:
    assert plain_blocks(text) is None
