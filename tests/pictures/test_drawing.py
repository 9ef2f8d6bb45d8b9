"""The pictures show the numbers of the tables, and what people wrote stays text."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given

from sphinx_reading_list.pictures.bars import draw_bars
from sphinx_reading_list.pictures.counting import authors, timeline, venues
from sphinx_reading_list.pictures.matrix import draw_pairs
from sphinx_reading_list.pictures.pairs import pairs
from sphinx_reading_list.pictures.sentences import venues_sentence
from sphinx_reading_list.pictures.svg import Target, shortened
from sphinx_reading_list.pictures.tables import pairs_table, ranking_table, timeline_table
from sphinx_reading_list.pictures.timeline import draw_timeline

from .conftest import by_chance, catalogues

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "title", "desc", "rect", "line", "text", "tspan", "a", "g"}


def link(facets):
    return Target("browse.html?" + "&".join(f"{name}={value}" for name, value in facets.items()))


def bars(counted, title="Venues"):
    return draw_bars(counted, "n", title, venues_sentence(counted), "venue", link)


def drawn(made):
    """All pictures of a catalogue, parsed as XML is: strictly."""
    pictures = (
        draw_timeline(timeline(made), "a", link),
        bars(venues(made, 5)),
        bars(authors(made, 5), "Authors"),
        draw_pairs(pairs(made, 5), "d", link),
    )
    return [ET.fromstring(str(picture)) for picture in pictures if picture]


def texts(picture, name):
    """The texts of a class, in their order."""
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text") if name in text.get("class").split()]


def numbers(picture, name="rl-number"):
    return [int(text.replace(",", "")) for text in texts(picture, name)]


@by_chance
@given(catalogues())
def test_a_picture_is_of_known_elements_whatever_was_written(made):
    for picture in drawn(made):
        assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= KNOWN
        attributes = {name for element in picture.iter() for name in element.attrib}
        assert not {name for name in attributes if name.startswith("on") or name in ("style", "id")} - {"id"}


@by_chance
@given(catalogues())
def test_the_bars_sum_to_the_table(made):
    counted = timeline(made)
    if not counted.periods:
        assert draw_timeline(counted, "n") == ""
        return
    table = timeline_table(counted)
    rows = [row for row in table.rows if row[0].text != "Date unknown"]
    all_of = sum(int(row[-1].text.replace(",", "")) for row in rows)
    shown = numbers(ET.fromstring(str(draw_timeline(counted, "n"))))
    several = sum(any(counts) for counts in counted.counts) > 1
    # Once for all, and once by kind.
    assert sum(shown) == all_of * (2 if several else 1)


@by_chance
@given(catalogues())
def test_the_lines_are_those_of_the_table(made):
    counted = venues(made, 5)
    if counted.rows:
        picture = ET.fromstring(str(bars(counted)))
        assert numbers(picture, "rl-count") == [
            int(row[1].text) for row in ranking_table(counted, "Venue", "venue").rows
        ]


@by_chance
@given(catalogues())
def test_the_cells_are_those_of_the_table(made):
    counted = pairs(made, 5)
    if counted.authors:
        picture = ET.fromstring(str(draw_pairs(counted, "n")))
        assert sorted(numbers(picture)) == sorted(int(row[2].text) for row in pairs_table(counted).rows)


@by_chance
@given(catalogues())
def test_the_same_list_gives_the_same_picture(made):
    again = type(made)(entries=dict(reversed(made.entries.items())))
    first, second = ([ET.tostring(picture) for picture in drawn(one)] for one in (made, again))
    assert first == second


def test_a_bar_leads_to_what_it_is_of(catalogue):
    counted = timeline(catalogue("paper 2024-05", "paper 2024-05", "post 2024-06"))
    picture = ET.fromstring(str(draw_timeline(counted, "n", link)))
    links = {found.find(f"{SVG}title").text: found.get("href") for found in picture.iter(f"{SVG}a")}
    assert links["2 papers, May 2024"] == "browse.html?kind=paper&year=2024"
    assert links["1 entry, June 2024"] == "browse.html?year=2024"
    # An image would hide them from a screen reader.
    assert picture.get("role") == "group"


def test_without_addresses_there_are_no_links(catalogue):
    made = catalogue("paper 2024-05 | ICLR | A; B", "paper 2024-05 | ICLR | A; B")
    for picture in (draw_timeline(timeline(made), "n"), draw_pairs(pairs(made, 5), "n")):
        assert "<a " not in picture
        assert "href" not in picture


def test_a_picture_says_what_it_is(catalogue):
    picture = ET.fromstring(str(draw_timeline(timeline(catalogue("paper 2024-05", "paper 2024-05")), "n")))
    assert picture.get("role") == "img"
    named = {element.get("id"): element.text for element in picture if element.get("id")}
    assert [named[name] for name in picture.get("aria-labelledby").split()] == [
        "Entries over time, by kind",
        "2 entries by first submission, May 2024.",
    ]


def test_a_bar_is_as_high_as_its_number(catalogue):
    made = catalogue(*["paper 2024-05"] * 4, *["paper 2024-06"] * 2, "paper 2024-07")
    picture = ET.fromstring(str(draw_timeline(timeline(made), "n")))
    heights = [float(bar.get("height")) for bar in picture.iter(f"{SVG}rect")]
    assert heights == [110, 55, 27.5]


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        (("2019", "2020", "2021"), ["2019", "2020", "2021"]),
        (("2023-11", "2024-02"), ["2023", "2024"]),
        # 2023 would have to stand in the room of a single month.
        (("2023-12", "2024-12"), ["2024"]),
    ],
)
def test_every_year_that_has_the_room_is_named(catalogue, dates, years):
    picture = ET.fromstring(str(draw_timeline(timeline(catalogue(*(f"paper {date}" for date in dates))), "n")))
    assert texts(picture, "rl-year") == years


def test_what_isnt_known_to_the_month_is_drawn_otherwise(catalogue):
    picture = ET.fromstring(str(draw_timeline(timeline(catalogue("paper 2024-05", "paper 2024-06", "post 2024")), "n")))
    unsure = [bar for bar in picture.iter(f"{SVG}rect") if "rl-unsure" in bar.get("class")]
    assert len(unsure) == 2
    assert "dashed" in picture.find(f"{SVG}desc").text


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [("Ada", 3, "Ada"), ("Lovelace", 5, "Love…"), ("山田太郎", 8, "山田太郎"), ("山田太郎", 7, "山田太…"),
     ("山田太郎", 6, "山田…"), ("a  b", 3, "a b"), ("a bcdef", 3, "a…"), ("éé", 2, "éé")],
)  # fmt: skip
def test_a_name_is_cut_to_the_room_there_is(text, columns, short):
    assert shortened(text, columns) == short
