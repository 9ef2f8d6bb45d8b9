"""The options of ``{entry}``: read, refused with a reason, written."""

from __future__ import annotations

import pytest

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Location
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.lists.pages.options import OPTIONS, quote, read_options, split_several

HERE = Location("list/misc.md", 3)


def test_every_option_is_read() -> None:
    written = {
        "key": "unsloth2025train",
        "formerly": "unsloth-train; daniel2025train",
        "highlight": "",
        "kind": "Video",
        "authors": "Wu, Yue and {OpenAI} and others",
        "date": "2025-02",
        "added": "2025-02-06",
        "tags": "reward models; reasoning;",
        "aka": "One title; Another\\; with a semicolon",
    }
    fields, problems = read_options(written, HERE)
    assert not problems
    assert fields == {
        "key": "unsloth2025train",
        "formerly": ("unsloth-train", "daniel2025train"),
        "highlight": True,
        "kind": "video",
        "authors": (Author("Wu", "Yue"), Author("OpenAI", collective=True)),
        "authors_elided": True,
        "date": PartialDate(2025, 2),
        "added": PartialDate(2025, 2, 6),
        "tags": ("reward models", "reasoning"),
        "aka": ("One title", "Another; with a semicolon"),
    }
    assert set(written) == {option.name for option in OPTIONS}


@pytest.mark.parametrize(
    ("name", "value", "code", "part"),
    [
        ("kind", "papre", Code.UNKNOWN_KIND, "paper, repository"),
        ("date", "Feb 2025", Code.BAD_OPTION, "2025-02"),
        ("added", "2025-02-30", Code.BAD_OPTION, "no day 30"),
        ("highlight", "maybe", Code.BAD_OPTION, "takes no value"),
        ("key", "two words", Code.BAD_OPTION, "citation key"),
        ("colour", "red", Code.BAD_OPTION, "highlight, kind"),
    ],
)
def test_a_bad_value_is_left_out_and_the_message_says_what_is_taken(
    name: str, value: str, code: Code, part: str
) -> None:
    fields, problems = read_options({name: value}, HERE)
    assert fields == {}
    assert [(problem.code, problem.location) for problem in problems] == [(code, HERE)]
    assert part in problems[0].message


def test_a_flag_may_be_none_as_docutils_gives_it() -> None:
    assert read_options({"highlight": None}, HERE) == ({"highlight": True}, [])


def test_parts_are_kept_once() -> None:
    assert split_several(" a ;; b ; a") == ("a", "b")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain: with {braces} and [brackets]", "plain: with {braces} and [brackets]"),
        ("C# and F#", "C# and F#"),
        ("a # comment", '"a # comment"'),
        ("'quoted'", "\"'quoted'\""),
        ('"A" \\ B', '"\\"A\\" \\\\ B"'),
        ("| bar", '"| bar"'),
        ("two\nlines", "two lines"),
    ],
)
def test_a_value_is_quoted_where_yaml_would_see_more_in_it(value: str, written: str) -> None:
    assert quote(value) == written
