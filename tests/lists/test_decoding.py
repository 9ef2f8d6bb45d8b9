"""Bytes in any encoding become clean lines; what no one can read is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.lists.markup.decoding import BinaryFileError, decode

TEXT = "# Tülu\n\n- [如何](https://a.org) 🌟\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_needs_no_word(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "l.md") == (TEXT, [])


@pytest.mark.parametrize(
    "data",
    [TEXT.encode("utf-16"), b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT.encode("utf-32"), TEXT.encode("utf-16-le")],
)
def test_wide_encodings_are_read_and_reported(data: bytes) -> None:
    text, problems = decode(data, "l.md")
    assert text == TEXT
    assert [problem.code for problem in problems] == [Code.NOT_UTF8]
    assert "UTF-" in problems[0].message


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        ("first\nGallé “x”".encode("cp1252"), "first\nGallé “x”", "Windows-1252"),
        ("Gallé ".encode() + b"\nG\xe9", "Gallé \nGé", "Windows-1252"),
        ("first\n如何正确复现".encode("gb18030"), "first\n如何正确复现", "GB 18030"),
    ],
)
def test_other_encodings_are_guessed_and_reported_with_the_line(data: bytes, text: str, name: str) -> None:
    found, problems = decode(data, "l.md")
    assert found == text
    assert [(problem.code, problem.location.line) for problem in problems] == [(Code.NOT_UTF8, 2)]
    assert name in problems[0].message


def test_line_breaks_of_any_kind_are_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\n", "l.md")[0] == "a\nb\nc\n"


def test_control_characters_are_taken_out() -> None:
    text, problems = decode(b"a\x07b\nc\x0cd\n", "l.md")
    assert text == "ab\nc d\n"
    assert [(problem.code, problem.location.line) for problem in problems] == [
        (Code.CONTROL_CHARACTER, 1),
        (Code.CONTROL_CHARACTER, 2),
    ]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", bytes(range(256)) * 4])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryFileError):
        decode(data, "l.md")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "l.md")
    except BinaryFileError:
        return
    assert "\r" not in text
    assert "\0" not in text
    text.encode("utf-8")
