"""Names as readers see them."""

from __future__ import annotations

import pytest

from sphinx_reading_list.core.names import Author


@pytest.mark.parametrize(
    ("author", "name"),
    [
        (Author("Schaar", "Mihaela", "van der"), "Mihaela van der Schaar"),
        (Author("King", "Martin Luther", suffix="Jr."), "Martin Luther King Jr."),
        (Author("王", "小明"), "王小明"),
        (Author("佐々木", "健"), "佐々木健"),
        (Author("김", "민준"), "김민준"),
        (Author("王", "Xiaoming"), "Xiaoming 王"),
        (Author("王小明"), "王小明"),
        (Author("OpenAI", collective=True), "OpenAI"),
    ],
)
def test_a_name_is_written_as_it_is_read(author: Author, name: str) -> None:
    assert author.name == name
