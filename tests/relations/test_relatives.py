"""Which entries of a list are related: pure functions of the catalogue."""

from __future__ import annotations

from sphinx_reading_list.core.catalogue import Catalogue
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry, Link
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.relations.relatives import MOST, relatives

ADA, ALAN, GRACE = Author("Lovelace", "Ada"), Author("Turing", "Alan"), Author("Hopper", "Grace")


def entry(key, *people, links=(), year=2020, url=""):
    return Entry(key, "paper", key, url=url or f"https://example.org/{key}", authors=people,
                 links=tuple(map(Link, links)), date=PartialDate(year))  # fmt: skip


def of(*entries):
    return relatives(Catalogue(entries={entry.key: entry for entry in entries}))


def test_most_shared_authors_first_then_the_newest_then_as_in_the_list():
    found = of(
        entry("a", ADA, ALAN), entry("old", ADA, year=2010), entry("b", GRACE, ADA), entry("c", ADA),
        entry("both", ALAN, ADA, year=1990), entry("new", ADA, year=2024), entry("none", GRACE),
    )["a"]  # fmt: skip
    assert [other.key for other in found.same_people] == ["both", "new", "b", "c", "old"]
    assert found.same_people[0].why == "with Ada Lovelace, Alan Turing"
    assert found.same_people_count == 5


def test_a_page_names_ten_and_says_how_many_there_are():
    found = of(*(entry(f"e{number}", ADA) for number in range(30)))["e0"]
    assert len(found.same_people) == MOST
    assert found.same_people_count == 29


def test_entries_that_link_to_one_another_or_to_the_same_place():
    code = "https://github.com/ada/code"
    found = of(entry("paper", links=[code]), entry("repo", url=code), entry("talk", links=[f"{code}/"]), entry("other"))
    assert [(other.key, other.why) for other in found["paper"].related] == [
        ("repo", "linked from here"), ("talk", "links to GitHub: ada/code as well")
    ]  # fmt: skip
    assert [(other.key, other.why) for other in found["repo"].related] == [
        ("paper", "links to it"), ("talk", "links to it")
    ]  # fmt: skip
    assert found["other"].related == ()


def test_a_link_that_many_entries_share_relates_none_of_them():
    found = of(*(entry(f"e{number}", links=["https://github.com/topics/rl"]) for number in range(9)))
    assert all(relative.related == () for relative in found.values())
    found = of(*(entry(f"e{number}", links=["https://github.com/topics/rl"]) for number in range(8)))
    assert len(found["e0"].related) == 7


def test_nobody_is_their_own_relative():
    found = of(entry("a", ADA, ADA, links=["https://example.org/a"]))
    assert (found["a"].same_people, found["a"].related) == ((), ())
