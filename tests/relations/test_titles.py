"""Which titles are similar, and what is said of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.catalogue import Catalogue
from sphinx_reading_list.core.entry import Entry
from sphinx_reading_list.relations.relatives import MOST as MOST_RELATED
from sphinx_reading_list.relations.relatives import relatives
from sphinx_reading_list.relations.titles import MOST, similar_titles
from sphinx_reading_list.relations.words import title_words

ROOT = Path(__file__).parents[2]
OTHERS = ["Deep Networks", "A Survey of Planning", "Graph Layers", "Speech", "Robots at Home"]
"""Titles that share no word, so that a word of the others is rare."""


def catalogue(*titles, aka=()):
    return Catalogue(
        entries={
            f"e{at}": Entry(f"e{at}", "paper", title, aka=aka if at == 0 else ()) for at, title in enumerate(titles)
        }
    )


def similar(*titles, **more):
    return {
        key: [(it.key, it.why) for it in found]
        for key, found in similar_titles(catalogue(*titles, *OTHERS, **more)).items()
    }


def test_titles_that_share_rare_words_are_similar_and_say_which():
    assert similar("Rewarding Preferences", "Reward and the Preference of People") == {
        "e0": [("e1", "similar title: rewarding, preferences")],
        "e1": [("e0", "similar title: reward, preference")],
    }


def test_words_without_meaning_relate_nothing():
    assert similar("Towards a New Method for It", "A New Method Towards This") == {}


def test_the_rarest_word_is_named_first_and_three_at_most():
    found = similar("Alpha Beta Gamma Delta", "Alpha Beta Gamma Delta", "Alpha Others", "Alpha Beta More")
    assert found["e0"][0] == ("e1", "similar title: gamma, delta, beta")


def test_the_most_similar_comes_first_then_the_first_in_the_list():
    found = similar(
        "Reward Hacking in Games", "Reward Games of Chance", "Hacking Reward Games", "Reward Games of Skill"
    )
    assert [key for key, _ in found["e0"]] == ["e2", "e1", "e3"]


def test_a_title_in_capitals_is_a_name_and_no_form_of_a_word():
    assert similar("REINFORCE Revisited", "Reinforcement of Walls") == {}
    assert similar("REINFORCE Revisited", "REINFORCE at Scale")["e1"] == [("e0", "similar title: REINFORCE")]


def test_a_word_with_a_hyphen_says_its_parts_once():
    assert similar("Self-Play and Post-Training", "Post-training by Self-Play")["e0"] == [
        ("e1", "similar title: self-play, post-training")
    ]


def test_other_titles_of_a_work_count():
    assert similar("OpenX", "Quantum Rewards", aka=("Quantum Rewards in the Open",))["e1"][0][0] == "e0"


@pytest.mark.parametrize("title", ["强化学习与人类反馈", "人間のフィードバックによる強化学習"])
def test_chinese_and_japanese_titles(title):
    (related, *_) = similar(title, title + "综述", "完全に別")["e0"]
    assert related[0] == "e1"


def test_no_more_than_some_are_named_whatever_there_is():
    found = similar(*["Reward Preference"] * 40)
    assert all(len(related) == MOST for related in found.values())
    assert [key for key, _ in found["e0"]] == [f"e{at}" for at in range(1, MOST + 1)]


def test_a_word_of_many_titles_relates_none():
    assert similar(*(f"Reward number{at} of{at}" for at in range(200))) == {}


def test_after_entries_that_share_a_link_and_none_twice():
    found = relatives(catalogue("Reward Preference", "Reward Preference", *OTHERS))
    assert [(it.key, it.why) for it in found["e0"].related] == [("e1", "similar title: reward, preference")]
    assert all(len(one.related) <= MOST_RELATED for one in found.values())


HOSTILE = [
    "",
    "🌟",
    "<script>alert(1)</script>",
    "\u202e",
    "\ud800",
    "a" * 3000,
    "-" * 50,
    "C++",
    "$x^2$",
    "l'été",
    "__proto__",
    "1234",
]
TITLES = st.lists(st.sampled_from([*HOSTILE, "Reward", "reward hacking", "REWARD", "Self-Play"]), max_size=5).map(
    " ".join
)


@given(st.lists(TITLES, max_size=12))
def test_nobody_is_their_own_relative_and_similarity_goes_both_ways(titles):
    found = similar_titles(catalogue(*titles))
    for key, related in found.items():
        keys = [one.key for one in related]
        assert key not in keys
        assert len(keys) == len(set(keys)) <= MOST
        # Where none was left out for want of room.
        for other in keys:
            back = found.get(other, ())
            assert key in [one.key for one in back] or len(back) == MOST


@given(TITLES)
def test_any_title_has_words_or_none(title):
    assert all(stem and word for stem, word in title_words(Entry("k", "paper", title)).items())


def test_another_process_finds_the_same():
    program = (
        "from tests.relations.test_titles import OTHERS, catalogue\n"
        "from sphinx_reading_list.relations.titles import similar_titles\n"
        "print(similar_titles(catalogue(*OTHERS, *['Reward Hacking', 'Reward of Games', 'Hacking Games'] * 9)))\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert b"similar title" in runs.pop()
