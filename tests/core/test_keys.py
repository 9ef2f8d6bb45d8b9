"""A citation key that is wanted by several works."""

from __future__ import annotations

from sphinx_reading_list.core.keys import TakenKeys, citation_key
from sphinx_reading_list.core.names import Author


def test_the_first_gets_it_and_the_others_an_ending() -> None:
    taken = TakenKeys(["wu2024selfplay"])
    assert [taken.new("wu2024selfplay") for _ in range(3)] == ["wu2024selfplaya", "wu2024selfplayb", "wu2024selfplayc"]
    assert taken.new("li2025r1") == "li2025r1"


def test_endings_go_on_behind_z_and_none_is_given_twice() -> None:
    taken = TakenKeys(())
    keys = [taken.new("x") for _ in range(1000)]
    assert len(set(keys)) == 1000
    assert keys[26:29] == ["xz", "xaa", "xab"]


def test_case_makes_no_difference() -> None:
    taken = TakenKeys(["Wu2024"])
    assert taken.new("wu2024") == "wu2024a"
    taken.add("WU2024B")
    assert taken.new("wu2024") == "wu2024c"


def test_an_ending_that_another_key_has_is_passed_over() -> None:
    taken = TakenKeys(["x", "xa", "xb"])
    assert taken.new("xa") == "xaa"
    assert taken.new("x") == "xc"


def test_names_that_addresses_need_are_never_given() -> None:
    assert TakenKeys(()).new("all") == "alla"


def test_a_key_has_the_beginning_of_very_long_words():
    assert citation_key("Weaving", (Author("Loom" * 100),)) == f"{'loom' * 8}-weaving"
    assert citation_key("Weaving" * 100, (Author("Lovelace"),)) == f"lovelace-{('weaving' * 5)[:32]}"
