"""Records added and replaced in a .bib file: what isn't asked for keeps every byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.bib.editing import add_records, replace_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.bib.writing import write_record
from sphinx_reading_list.core.record import Record

FILE = """\
% The file's own comment.

@string{x = {X}}

% On b.
@misc{b, title = {Bee} , note="odd   style"} % behind b
% below b

@misc{d,
  title = x # { Dee}}


@comment{the end}
"""


def record(key: str, title: str = "New") -> Record:
    return Record(key, "misc", {"title": title})


def with_records(text: str, *new: Record) -> str:
    return add_records(text, {one.key: write_record(one) for one in new})


def written(key: str, title: str = "New") -> str:
    return f"@misc{{{key},\n  title       = {{{title}}},\n}}\n"


@pytest.mark.parametrize(
    ("key", "before"),
    [
        ("a", "% On b.\n"),
        ("c", "\n@misc{d,"),
        ("e", "\n\n@comment{the end}"),
    ],
)
def test_a_record_goes_where_its_key_sorts(key: str, before: str) -> None:
    result = with_records(FILE, record(key))
    new = written(key)
    assert new in result
    head, tail = result.split(new)
    # Taken out again, with its blank line, the file is what it was.
    assert FILE in (head.removesuffix("\n") + tail, head + tail.removeprefix("\n"))
    assert before in tail
    assert list(read_bibliography(result, "refs.bib")[0]) == sorted(["b", "d", key])


def test_the_whole_file_with_three_more() -> None:
    assert with_records(FILE, record("e"), record("a"), record("c"), record("c1")) == (
        """\
% The file's own comment.

@string{x = {X}}

@misc{a,
  title       = {New},
}

% On b.
@misc{b, title = {Bee} , note="odd   style"} % behind b
% below b

@misc{c,
  title       = {New},
}

@misc{c1,
  title       = {New},
}

@misc{d,
  title = x # { Dee}}

@misc{e,
  title       = {New},
}


@comment{the end}
"""
    )


def test_an_empty_file_and_one_that_holds_a_comment() -> None:
    assert with_records("", record("b"), record("a")) == f"{written('a')}\n{written('b')}"
    assert with_records("% Hello.\n", record("a")) == f"% Hello.\n\n{written('a')}"
    assert with_records("% Hello.\n\n@misc{b, title={B}}", record("c")) == (
        f"% Hello.\n\n@misc{{b, title={{B}}}}\n\n{written('c')}"
    )


def test_a_file_comment_stays_at_the_top() -> None:
    assert with_records("% Hello.\n@misc{b, title={B}}\n", record("a")) == (
        f"% Hello.\n{written('a')}\n@misc{{b, title={{B}}}}\n"
    )


def test_a_file_that_is_not_sorted_gets_them_at_its_end() -> None:
    text = "@misc{z, title={Z}}\n@misc{b, title={B}}\n"
    assert with_records(text, record("c")) == f"{text}\n{written('c')}"


def test_records_on_one_line_stay_apart() -> None:
    text = "@misc{a, title={A}} @misc{c, title={C}}\n"
    records, problems = read_bibliography(with_records(text, record("b")), "refs.bib")
    assert list(records) == ["a", "b", "c"]
    assert problems == []


def test_what_is_there_is_not_overwritten() -> None:
    assert with_records(FILE, record("b"), record("D")) == FILE
    broken = "@misc{x, title = {open\n"
    assert with_records(broken, record("x")) == broken


def test_line_ends_stay_what_they_are() -> None:
    text = FILE.replace("\n", "\r\n")
    assert with_records(text, record("c")) == with_records(FILE, record("c")).replace("\n", "\r\n")
    assert replace_record(text, record("b")) == replace_record(FILE, record("b")).replace("\n", "\r\n")


def test_a_record_is_replaced_in_its_place() -> None:
    old = '@misc{b, title = {Bee} , note="odd   style"}'
    assert replace_record(FILE, record("b", "New Bee")) == FILE.replace(old, written("b", "New Bee").rstrip())
    with pytest.raises(KeyError):
        replace_record(FILE, record("nobody"))


keys = st.lists(st.text(alphabet="abcdXYZ019", min_size=1, max_size=4), max_size=8)
gaps = st.sampled_from(["\n", "\n\n", " % note\n", "\n% note\n", "\n@comment{x}\n"])


@given(keys, keys, st.lists(gaps, min_size=8, max_size=8), st.booleans())
def test_nothing_is_lost_and_all_is_added(old: list[str], new: list[str], gaps: list[str], is_sorted: bool) -> None:
    if is_sorted:
        old = sorted(old, key=str.casefold)
    pieces = [f"@misc{{{key}, title={{T {key}}}}}{gap}" for key, gap in zip(old, gaps, strict=False)]
    text = "".join(pieces)
    result = with_records(text, *map(record, new))
    records, _ = read_bibliography(result, "refs.bib")
    assert {key.casefold() for key in records} == {key.casefold() for key in old + new}
    rest = iter(result)
    assert all(character in rest for character in text), "the old text is no longer there in its order"
    if is_sorted:
        folded = [key.casefold() for key in records]
        assert folded == sorted(folded)
    assert with_records(result, *map(record, new)) == result
