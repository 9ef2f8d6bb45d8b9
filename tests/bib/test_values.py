"""A field's value, as BibTeX reads it."""

from __future__ import annotations

import pytest

from sphinx_reading_list.bib.values import ValueSyntaxError, read_value

STRINGS = {"acl": "Proc. ACL", "empty": ""}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{a title}", "a title"),
        ('"a title"', "a title"),
        ("2025", "2025"),
        ("{}", ""),
        ("{a {B} c}", "a {B} c"),
        ('"a {"} b"', 'a {"} b'),
        ("{two\n   lines}", "two lines"),
        ("{two\r\n\tlines }", "two lines "),
        ("acl", "Proc. ACL"),
        ("ACL # { } # 2025", "Proc. ACL 2025"),
        ('{a} # "b" # {c}', "abc"),
        ("empty # {x}", "x"),
        ("FEB", "feb"),
        ('"12~" # may', "12~may"),
        (r"{G{\"o}del}", r"G{\"o}del"),
        (r'"G{\"o}del"', r"G{\"o}del"),
    ],
)
def test_a_value_loses_its_delimiters_and_its_names(written: str, value: str) -> None:
    assert read_value(written, STRINGS) == (value, [])


def test_a_name_that_nothing_defines_stays_and_is_named() -> None:
    assert read_value("acll # {, 2025}", STRINGS) == ("acll, 2025", ["acll"])


@pytest.mark.parametrize(
    ("written", "message", "position"),
    [
        ("", "there is no value", 0),
        ("{a} #", "there is no value", 5),
        ("{a}\n year", "a comma is missing behind the value", 3),
        ("{a {b}", "a brace isn't closed", 0),
        ('"a', "a quotation mark isn't closed", 0),
        ('"a {b"', "a brace isn't closed", 0),
        ('"a } b"', "a closing brace has no opening one", 3),
        # A backslash hides no delimiter from BibTeX.
        (r"{a \{ b}", "a brace isn't closed", 0),
        (r'"a \"u b"', "a comma is missing behind the value", 5),
        ("(x)", "'(' starts no value", 0),
    ],
)
def test_what_is_no_value_says_why_and_where(written: str, message: str, position: int) -> None:
    with pytest.raises(ValueSyntaxError, match="^" + message.replace("(", r"\(") + "$") as caught:
        read_value(written, STRINGS)
    assert caught.value.position == position
