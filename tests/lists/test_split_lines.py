"""A paragraph's lines are kept with it, and are those that were asked for."""

from __future__ import annotations

import pytest

from sphinx_reading_list.lists.markup.inline import joined_text
from sphinx_reading_list.lists.markup.markdown import list_markdown
from sphinx_reading_list.lists.markup.nodes import row_of, split_lines

PARAGRAPH = (
    "[A Title](https://example.org)  \n*Ada Lovelace,\nGrace Hopper*\nECCV 2020<br>[Code](https://example.org/code)"
)
HARD = ["A Title", "Ada Lovelace, Grace Hopper ECCV 2020", "Code"]
SOFT = ["A Title", "Ada Lovelace, Grace Hopper", "ECCV 2020", "Code"]


@pytest.mark.parametrize("asked", [(False, True, False), (True, False, True)])
def test_each_question_has_its_own_lines(asked: tuple[bool, ...]) -> None:
    token = list_markdown().parse(PARAGRAPH)[1]
    for soft in asked:
        lines = split_lines(token, soft=soft)
        assert [joined_text(row_of(line)) for line in lines] == (SOFT if soft else HARD)
        assert [row_of(line)[0].line for line in lines] == ([1, 2, 4, 4] if soft else [1, 2, 4])


def test_lines_are_cut_once() -> None:
    token = list_markdown().parse(PARAGRAPH)[1]
    first = split_lines(token, soft=True)
    taken = first.pop()
    assert split_lines(token, soft=True)[-1] is taken


def test_a_paragraph_of_one_line_is_its_own_line() -> None:
    token = list_markdown().parse("One *line*.")[1]
    assert split_lines(token, soft=True) == [token]
