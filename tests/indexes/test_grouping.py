"""Which headings an index has, how they are ordered, and which entries stand under each."""

from __future__ import annotations

import pytest

from sphinx_reading_list.core.catalogue import Catalogue
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry
from sphinx_reading_list.core.names import Author, parse_name
from sphinx_reading_list.indexes._index import indexes
from sphinx_reading_list.indexes.grouping import Indexes, written_together


def entry(key, *people, **more):
    return Entry(key, more.pop("kind", "paper"), key, authors=tuple(map(parse_name, people)), **more)


def catalogue(*entries):
    return Catalogue(entries={entry.key: entry for entry in entries})


def labels(index, *entries):
    return [heading.label for heading in Indexes(catalogue(*entries)).headings(index).values()]


def test_the_indexes_are_offered_in_this_order():
    assert list(indexes()) == ["author", "year", "venue", "kind", "tag"]


def test_an_author_needs_two_entries_and_family_names_give_the_order():
    two = [entry(key, "Zoë Ada", "Ángel, Élodie", "van der Schaar, Mihaela", "Wu, Yue") for key in "ab"]
    assert labels("author", *two, entry("c", "Once Only")) == [
        "Zoë Ada", "Élodie Ángel", "Mihaela van der Schaar", "Yue Wu"
    ]  # fmt: skip


def test_letters_are_those_that_a_reader_of_latin_letters_looks_for():
    people = ["Ángel, Élodie", "王, 伟", "42", "{OpenAI}", "Łoś, Jan"]
    found = Indexes(catalogue(entry("a", *people), entry("b", *people))).headings("author").values()
    assert [(heading.label, heading.letter) for heading in found] == [
        ("42", "#"), ("Élodie Ángel", "A"), ("Jan Łoś", "L"), ("OpenAI", "O"), ("王伟", "W")
    ]  # fmt: skip


def test_spellings_are_one_heading_with_the_usual_one():
    found = Indexes(catalogue(entry("a", "YUE WU"), entry("b", "Yue Wu"), entry("c", "Yue  Wu")))
    (heading,) = found.headings("author").values()
    assert (heading.label, heading.keys) == ("Yue Wu", ("a", "b", "c"))
    assert found.heading("author", "yue wu") is found.heading("author", "Yue WU") is heading
    assert found.heading("author", "Somebody") is None


def test_an_author_who_is_named_twice_has_one_entry_of_it():
    assert labels("author", entry("a", "Wu, Yue", "Yue Wu")) == []


def test_no_name_and_no_tag_is_no_heading():
    empty = [Entry(key, "paper", key, authors=(Author("  "),), tags=(" ", "")) for key in "ab"]
    assert labels("author", *empty) == labels("tag", *empty) == labels("venue", *empty) == labels("year", *empty) == []


def test_entries_are_the_newest_first_and_without_a_date_last():
    dates = {
        "a": None,
        "b": PartialDate(2023),
        "c": PartialDate(2024, 5),
        "d": PartialDate(2024, 5),
        "e": PartialDate(2024),
    }
    found = Indexes(catalogue(*(entry(key, date=date) for key, date in dates.items()))).headings("kind")
    assert found["paper"].keys == ("c", "d", "e", "b", "a")


@pytest.mark.parametrize(
    ("index", "values", "expected"),
    [
        ("year", [{"date": PartialDate(2023)}, {"date": PartialDate(2025)}, {"date": PartialDate(2024, 3)}], ["2025", "2024", "2023"]),
        ("venue", [{"venue": "ICML 2024"}, {"venue": "acl"}, {"venue": "ICML 2025"}, {"venue": "ACL"}], ["ACL", "ICML"]),
        ("kind", [{"kind": "video"}, {"kind": "paper"}, {"kind": "unheard"}], ["Papers", "Videos", "Articles"]),
        ("tag", [{"tags": ("reward", "RL")}, {"tags": ("rl", "__proto__")}], ["__proto__", "reward", "RL"]),
    ],
)  # fmt: skip
def test_the_headings_of_the_others(index, values, expected):
    assert labels(index, *(entry(f"e{number}", **more) for number, more in enumerate(values))) == expected


def test_with_whom_an_author_wrote_most():
    entries = [
        entry("a", "Ada A", "Bo B", "Cy C"),
        entry("b", "Ada A", "Cy C"),
        entry("c", "Ada A"),
        entry("d", "Bo B"),
    ]
    found = Indexes(catalogue(*entries))
    heading = found.heading("author", "Ada A")
    assert list(written_together(heading, catalogue(*entries))) == [("Cy C", 2), ("Bo B", 1)]
    assert list(written_together(heading, catalogue(*entries), most=1)) == [("Cy C", 2)]
