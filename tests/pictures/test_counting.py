"""The numbers are those of the catalogue."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.words import cleaned
from sphinx_reading_list.pictures.counting import Row, authors, series_of, shape, timeline, venues
from sphinx_reading_list.pictures.pairs import pairs
from sphinx_reading_list.pictures.periods import MOST, Period, period_of, periods, unit_of

from .conftest import by_chance, catalogues, dates


def labels(counted):
    return [period.label for period in counted.periods]


def test_a_timeline_counts_by_month_and_kind(catalogue):
    counted = timeline(catalogue("paper 2024-11", "paper 2025-01", "post 2024-11-30", "paper", "video"))
    assert labels(counted) == ["November 2024", "December 2024", "January 2025"]
    assert counted.kinds == ("paper", "video", "post")
    assert counted.counts == ((1, 0, 1), (0, 0, 0), (1, 0, 0))
    assert counted.undated == (1, 1, 0)
    assert counted.totals == (2, 0, 1)


def test_what_is_known_by_its_year_alone_has_a_place_of_its_own(catalogue):
    counted = timeline(catalogue("paper 2024-11", "paper 2025-02", "paper 2024"))
    # The whole year has to be there that it may be of.
    assert labels(counted)[0] == "January 2024"
    assert labels(counted)[12:] == ["2024, month unknown", "January 2025", "February 2025"]
    assert counted.counts[0][12] == 1


@pytest.mark.parametrize(
    ("said", "unit", "first", "last"),
    [
        (["2024-05"], 1, "May 2024", "May 2024"),
        (["2021-01", "2024-04"], 1, "January 2021", "April 2024"),
        (["2021-01", "2024-05"], 3, "January to March 2021", "April to June 2024"),
        (["2024", "2023", "2024-05"], 12, "2023", "2024"),
        (["2005-01", "2025-01"], 12, "2005", "2025"),
        (["1943-01", "2025-01"], 60, "1940 to 1944", "2025 to 2029"),
        (["0001", "9999-12"], 12000, "1 to 999", "9000 to 9999"),
    ],
)
def test_the_spans_of_time_are_as_short_as_can_be_seen(said, unit, first, last):
    found = [PartialDate.parse(text) for text in said]
    assert unit_of(found) == unit
    spans = periods(found, unit)
    assert (spans[0].label, spans[-1].label) == (first, last)
    assert len(spans) <= MOST


@by_chance
@given(st.lists(dates.filter(bool), min_size=1))
def test_each_date_is_in_one_span_and_no_span_is_missing(found):
    unit = unit_of(found)
    spans = periods(found, unit)
    places = [(span.year, span.month) for span in spans]
    assert len(set(places)) == len(places) <= MOST
    assert {period_of(date, unit) for date in found} <= set(places)
    known = [span for span in spans if span.month]
    for one, following in itertools.pairwise(known):
        assert (one.year * 12 + one.month + one.months) == following.year * 12 + following.month


def test_a_venue_is_the_same_in_every_year(catalogue):
    counted = venues(catalogue("paper | ICLR 2024", "paper | iclr '25", "paper | ICLR", "paper | ACL", "post"), 10)
    assert counted.rows == (Row("ICLR", 3), Row("ACL", 1))
    assert (counted.entries, counted.without, counted.others) == (4, 1, ())


@pytest.mark.parametrize(
    ("venue", "series"),
    [("ICLR 2025", "ICLR"), ("EuroSys '25", "EuroSys"), ("NeurIPS 2024 Workshop on Play", "NeurIPS Workshop on Play"),
     ("Proceedings, 2024", "Proceedings"), ("CVPR (2024)", "CVPR"), ("2024", "2024"), ("Area 51", "Area 51"), ("", "")],
)  # fmt: skip
def test_a_venue_without_its_year(venue, series):
    assert series_of(venue) == series


def test_authors_of_one_entry_are_not_the_most_frequent(catalogue):
    counted = authors(catalogue("paper || Lovelace; Babbage", "paper || Lovelace; LOVELACE", "paper || Noether"), 10)
    assert counted.rows == (Row("Lovelace", 2),)
    assert counted.others == ((1, 2),)


def test_what_goes_beyond_the_limit_is_told(catalogue):
    counted = venues(catalogue("paper | A", "paper | A", "paper | B", "paper | C", "paper | D"), 2)
    assert counted.rows == (Row("A", 2), Row("B", 1))
    assert counted.others == ((1, 2),)


def test_who_wrote_together_stands_together(catalogue):
    counted = pairs(catalogue(*["p || A; Z", "p || B; Y"] * 2, "p || A; B"), 4)
    assert counted.authors == ("A", "Z", "B", "Y")
    assert counted.shared == ((), (2,), (1, 0), (0, 0, 2))
    assert counted.more == 0


def test_pairs_beyond_the_limit_are_told(catalogue):
    counted = pairs(catalogue(*["p || A; B"] * 3, *["p || C; D"] * 2), 3)
    assert counted.authors == ("A", "B")
    assert counted.more == 1


def test_the_shape_of_a_list(catalogue):
    counted = shape(catalogue("paper 2019", "paper 2025-03", "post"))
    assert (counted.entries, counted.kinds, counted.years) == (3, (Row("paper", 2), Row("post", 1)), (2019, 2025))
    assert shape(catalogue()).years is None


@by_chance
@given(catalogues())
def test_every_entry_is_counted_once(made):
    entries = list(made.entries.values())
    counted = timeline(made)
    assert sum(map(sum, counted.counts)) == sum(entry.date is not None for entry in entries)
    assert sum(counted.totals) + sum(counted.undated) == len(entries)
    assert sum(row.count for row in shape(made).kinds) == len(entries)
    by_venue = venues(made, 5)
    hidden = sum(count * names for count, names in by_venue.others)
    assert sum(row.count for row in by_venue.rows) + hidden == by_venue.entries
    assert by_venue.entries + by_venue.without == len(entries)


@by_chance
@given(catalogues())
def test_an_author_has_as_many_entries_as_name_them(made):
    for row in authors(made, 5).rows:
        named = [
            entry
            for entry in made.entries.values()
            if row.name.casefold() in {cleaned(author.name).casefold() for author in entry.authors}
        ]
        assert len(named) == row.count


@by_chance
@given(catalogues())
def test_two_authors_share_what_names_both(made):
    counted = pairs(made, 6)
    assert len(counted.authors) <= 6
    for number, counts in enumerate(counted.shared):
        for other, count in enumerate(counts):
            both = {counted.authors[number], counted.authors[other]}
            found = [{cleaned(author.name) for author in entry.authors} for entry in made.entries.values()]
            assert count == sum(both <= names for names in found)


def test_a_period_says_what_it_is():
    assert Period(2024, 0, 12).label == "2024, month unknown"
    assert Period(2020, 1, 60).last_year == 2024
