"""Names as BibTeX writes them, and reads them again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.bib.latex import to_unicode
from sphinx_reading_list.core.names import Author, parse_names
from sphinx_reading_list.exports._bibtex_names import sound_names, write_name, write_names


@pytest.mark.parametrize(
    ("author", "written"),
    [
        (Author("Wu", "Yue"), "Wu, Yue"),
        (Author("Le Roux", "Nicolas"), "Le Roux, Nicolas"),
        (Author("Schaar", "Mihaela", "van der"), "van der Schaar, Mihaela"),
        (Author("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
        (Author("King", suffix="Jr."), "{King, Jr.}"),
        (Author("Xianyu"), "Xianyu"),
        (Author("王", "小明"), "王, 小明"),
        (Author("Üstün", "Ahmet"), "Üstün, Ahmet"),
        (Author("DeepSeek-AI", collective=True), "{DeepSeek-AI}"),
        (Author("Simon and Schuster, Inc.", collective=True), "{Simon and Schuster, Inc.}"),
        # a family name that would be read as a particle, or as two names
        (Author("de Silva", "A."), "{de Silva}, A."),
        (Author("Black and White", "A."), "{Black and White}, A."),
        (Author("Two Words"), "{Two Words}"),
        (Author("R&D", "J. #1"), r"R\&D, J. \#1"),
    ],
)
def test_a_name(author: Author, written: str) -> None:
    assert write_name(author) == written


@pytest.mark.parametrize(
    ("latex", "author"),
    [
        ("Doe, J., Roe, R., Poe, P.", Author("Doe, J., Roe, R., Poe, P.", collective=True)),
        ("Doe, J.; Roe, R.", Author("Doe, J.; Roe, R.", collective=True)),
        ("Doe, John,", Author("Doe", "John")),
        ("John Doe,", Author("Doe", "John")),
        ("{Doe, J., Roe, R., Poe, P.}", Author("Doe, J., Roe, R., Poe, P.", collective=True)),
        ("Doe, Jr., {J., Q.; R.}", Author("Doe", "{J., Q.; R.}", suffix="Jr.")),
    ],
)
def test_what_is_no_name_stays_whole(latex: str, author: Author) -> None:
    assert parse_names(f"{latex} and Wu, Yue")[0] == (author, Author("Wu", "Yue"))


def test_editors_are_made_sound() -> None:
    assert sound_names("Wu, Yue and King, Jr., M. L. and others") == "Wu, Yue and King, Jr., M. L. and others"
    assert sound_names("Wu, Yue and Doe, J., Roe, R., Poe, P.") == "Wu, Yue and {Doe, J., Roe, R., Poe, P.}"


def test_a_list_of_names() -> None:
    authors = [Author("Wu", "Yue"), Author("DeepSeek-AI", collective=True)]
    assert write_names(authors) == "Wu, Yue and {DeepSeek-AI}"
    assert write_names(authors, elided=True) == "Wu, Yue and {DeepSeek-AI} and others"
    assert write_names([]) == ""


parts = st.from_regex(r"[A-ZÜ王][a-zé]{0,6}\.?(?:[ -][A-Za-z]{1,5}){0,2}", fullmatch=True)


@given(st.lists(st.tuples(parts, parts).map(lambda name: Author(*name)), min_size=1, max_size=4), st.booleans())
def test_what_is_written_reads_the_same(authors: list[Author], elided: bool) -> None:
    again, others = parse_names(write_names(authors, elided=elided))
    assert [(to_unicode(a.family), to_unicode(a.given)) for a in again] == [(a.family, a.given) for a in authors]
    assert others == elided
