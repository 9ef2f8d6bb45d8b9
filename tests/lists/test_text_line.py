"""Lines that need no closer look are cut and parted as any other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.lists.markup.inline import BREAK, Piece
from sphinx_reading_list.lists.words.line import Line, rows_of

PIECES = st.builds(
    Piece,
    st.sampled_from(("text", "code", "link")),
    st.sampled_from(("A Title", " ", ", ", "x", "")),
    st.integers(1, 2),
    st.sampled_from(("", "https://example.org")),
)
ROWS = st.lists(PIECES, max_size=5)


@given(ROWS, st.integers(0, 20), st.integers(0, 20))
def test_a_cut_keeps_what_stands_between(row: list[Piece], start: int, end: int) -> None:
    line = Line(row)
    kept = line.cut(start, end).row
    expected = []
    for piece, at in zip(line.row, line.starts, strict=True):
        if piece.kind == "text":
            text = "".join(sign for place, sign in enumerate(piece.text, at) if start <= place < end)
            expected += [piece._replace(text=text)] if text else []
        elif start <= at < end:
            expected.append(piece)
    assert list(kept) == expected


@given(ROWS)
def test_a_row_on_one_line_stays_one_row(row: list[Piece]) -> None:
    row = [piece._replace(line=1) for piece in row]
    said = any(piece.text.strip() or piece.url for piece in row)
    assert rows_of(row) == ([(True, row)] if said else [])


@given(ROWS, ROWS)
def test_a_break_parts_rows(above: list[Piece], below: list[Piece]) -> None:
    above, below = ([piece._replace(line=1) for piece in row] for row in (above, below))
    assert rows_of([*above, Piece("text", BREAK, 1), *below]) == [*rows_of(above), *rows_of(below)]
