"""What a picture shows, in words."""

from __future__ import annotations

import pytest

from sphinx_reading_list.pictures.counting import authors, shape, timeline, venues
from sphinx_reading_list.pictures.pairs import pairs
from sphinx_reading_list.pictures.sentences import (
    a_span,
    authors_sentence,
    pairs_sentence,
    shape_sentence,
    timeline_sentence,
    venues_sentence,
)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([], "There are no entries yet."),
        (["paper", "post"], "None of the 2 entries has a date."),
        (["paper"], "The only entry has no date."),
        (["paper 2024-05"], "1 entry by first submission, May 2024."),
        (["paper 2024-05", "paper 2024-06", "paper"],
         "2 entries by first submission, May 2024 to June 2024. 1 more has no date."),
        (["paper 2024-05", "paper 2024-06", "paper 2024-06"],
         "3 entries by first submission, May 2024 to June 2024; 2 in June 2024 alone."),
        (["paper 2024", "paper 2024"], "2 entries by first submission, 2024."),
        (["paper 1990", "paper 2024"], "2 entries by first submission, 1990 to 2024."),
        (["paper 2024", "paper 2024-02", "paper 2025-03"],
         "3 entries by first submission, January 2024 to March 2025."
         " A dashed bar is of entries known by their year alone."),
    ],
)  # fmt: skip
def test_when(catalogue, entries, said):
    assert timeline_sentence(timeline(catalogue(*entries))) == said


@pytest.mark.parametrize(
    ("dates", "said"),
    [(["2024-05"], "a month"), (["2018-01", "2024-05"], "in 3 months"), (["2005", "2024"], "a year"),
     (["0001", "9999"], "in 1,000 years")],
)  # fmt: skip
def test_how_much_time_a_bar_is_of(catalogue, dates, said):
    assert a_span(timeline(catalogue(*(f"paper {date}" for date in dates))).periods) == said


def test_where(catalogue):
    made = catalogue("paper | ICLR", "paper | ICLR", "paper | ACL", "post")
    assert (
        venues_sentence(venues(made, 9)) == "3 entries with a venue, 1 without (preprints, posts, code and the like)."
    )
    assert venues_sentence(venues(made, 1)).endswith("1 further venue is not shown.")
    assert venues_sentence(venues(catalogue("paper | ACL"), 9)) == "1 entry with a venue."
    assert venues_sentence(venues(catalogue("post"), 9)) == "No entry has a venue yet."


def test_who(catalogue):
    made = catalogue("p || A; B; C", "p || A; B; D")
    assert authors_sentence(authors(made, 9)) == "The 2 most frequent of 4 authors, each with 2 entries or more."
    said = "The most frequent of 4 authors, with 2 entries. 1 other has 2 as well."
    assert authors_sentence(authors(made, 1)) == said
    assert authors_sentence(authors(catalogue("p || A"), 9)) == "No author has two entries yet."


def test_who_with_whom(catalogue):
    assert pairs_sentence(pairs(catalogue("p || A; B"), 9)) == "No two authors have 2 entries together yet."
    made = catalogue(*["p || A; B", "p || C; D"] * 2)
    assert pairs_sentence(pairs(made, 2)).endswith("1 further pair has 2 or more as well.")


def test_the_list_in_a_line(catalogue):
    made = catalogue("paper 2019", "paper 2025-03", "post", "video", "tool")
    assert shape_sentence(shape(made)) == "5 entries · 2 papers · 1 video · 1 post · 2019–2025"
    assert shape_sentence(shape(catalogue("paper 2024"))) == "1 entry · 2024"
    assert shape_sentence(shape(catalogue())) == "0 entries"
