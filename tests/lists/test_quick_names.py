"""Questions about people that are answered without a closer look give the answer of the closer look."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.lists.words import authors, names_line
from sphinx_reading_list.lists.words.authors import read_authors
from sphinx_reading_list.lists.words.names_line import are_names, may_be_names

NAMES = [*"Ada Lovelace A. B. van der others … and & , 张三 Towards the DY".split(), "et al."]
PEOPLE = [
    *NAMES, "Ada Lovelace", "Émilie Straße", "Li Wei", "Ada Model", "Mary Ann Evans", "Ada B. Novák", "Hopper G", "And Others", "By Ada",
    "Et Al", "Ada And Grace", "DY Yeung", "Language Models", "Ada Lovelace 2023",
]  # fmt: skip


@given(st.lists(st.sampled_from(NAMES), max_size=14).map(" ".join), st.booleans())
def test_what_can_be_no_names_is_none(text: str, sure: bool) -> None:
    assert may_be_names(text) or not are_names(text, sure=sure)


@given(
    st.lists(
        st.sampled_from(["Ada Lovelace", "Émilie Grüning", "Hopper", "Hopper G", "A.", "B. C.", "Emmy", "et al", "…"]),
        max_size=5,
    ),
    st.sampled_from([", ", "; ", " and "]),
)
def test_names_in_full_are_in_their_order(names: list[str], last: str) -> None:
    line = last.join([", ".join(names[:-1]), *names[-1:]])
    quick = authors._inverted(line)
    with patch.object(authors, "_IN_FULL", re.compile("(?!)")):
        assert authors._inverted(line) == quick


@given(
    st.lists(
        st.sampled_from(
            [*NAMES, "You", "An", "Model", "Hopper*", "Wei2", "O’Neil", "Élodie", "Straße", "Šimon", "Novák"]
        ),
        max_size=4,
    ).map(" ".join)
)
def test_a_plain_name_is_a_name(text: str) -> None:
    quick = names_line._is_name.__wrapped__(text)
    with patch.object(names_line, "PLAIN_NAME", re.compile("(?!)")):
        assert names_line._is_name.__wrapped__(text) == quick


@given(st.lists(st.sampled_from(PEOPLE), max_size=5).map(", ".join), st.booleans())
def test_a_line_of_plain_names_is_one(line: str, sure: bool) -> None:
    quick = are_names(line, sure=sure)
    with patch.object(names_line, "plain_names", lambda line: ()):
        assert are_names(line, sure=sure) == quick


@given(st.lists(st.sampled_from([*PEOPLE, "Ada Jr", "Martin King Jr"]), max_size=5).map(", ".join))
def test_plain_names_are_read_as_the_others_are(line: str) -> None:
    quick = read_authors(line)
    with patch.object(authors, "plain_names", lambda line: ()):
        assert read_authors(line) == quick


def test_most_lines_of_names_need_no_closer_look() -> None:
    with patch.object(names_line, "inverted_names", side_effect=AssertionError):
        assert are_names("Ada Lovelace, Grace B. Hopper, Émilie Noether")


@given(st.lists(st.sampled_from([*NAMES, "et", "And", "_and", "band", "and7", "-and-", ";", "und,"]), max_size=12))
def test_what_parts_names_is_found_however_it_is_looked_for(words: list[str]) -> None:
    text = " ".join(words)
    assert names_line._may_be_several(text) or not names_line._SEVERAL.search(text)
