"""Dates, numbers and venues in words."""

from __future__ import annotations

import pytest

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.words import cleaned, count_of, date_in_words, venue_in_words


@pytest.mark.parametrize(
    ("date", "words"),
    [("2023", "2023"), ("2024-05", "May 2024"), ("2025-02-06", "6 February 2025"), ("0800", "800")],
)
def test_a_date_is_read_as_far_as_it_is_known(date: str, words: str) -> None:
    assert date_in_words(PartialDate.parse(date)) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 entries"), (1, "1 entry"), (33, "33 entries"), (1204, "1,204 entries")]
)
def test_a_number_of_things(number: int, words: str) -> None:
    assert count_of(number, "entry", "entries") == words


@pytest.mark.parametrize(
    ("venue", "published", "words"),
    [
        ("ICLR", PartialDate(2025), "ICLR 2025"),
        ("ICLR 2025", PartialDate(2025), "ICLR 2025"),
        ("ICLR", None, "ICLR"),
        ("", PartialDate(2025), ""),
    ],
)
def test_a_venue_says_its_year_once(venue: str, published: PartialDate | None, words: str) -> None:
    assert venue_in_words(venue, published) == words


def test_a_text_is_on_one_line_and_holds_nothing_that_xml_forbids() -> None:
    assert cleaned(" Two\n\twords\x00\x1b\ufffe\ud800 ") == "Two words"


def test_other_scripts_and_marks_stay_as_they_are() -> None:
    assert cleaned("如何 Gallé 𝕏 \u202eabc 🌟") == "如何 Gallé 𝕏 \u202eabc 🌟"
