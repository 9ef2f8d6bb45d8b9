"""Titles that are nearly the same, and titles that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.checks._titles import nearly_same, words_in_common


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("REINFORCE++: A Simple Approach", "Reinforce++ – a SIMPLE approach."),
        ("Self-Play Preference Optimization", "Self Play Preference Optimisation"),
        ("Foundation Model Post-training", "Foundation Model Posttraining"),
        ("Scaling the Reward Models of Language", "Scaling Reward Model of Language"),
        ("Tülu 3: Open Post-Training", "Tulu 3: Open Post-Traning"),
        ("如何正确复现 RLHF?", "如何正确复现RLHF"),
    ],
)
def test_nearly_the_same(one: str, other: str) -> None:
    assert list(nearly_same([one, "Something Else", other])) == [(0, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tulu 2: Open Post-Training", "Tulu 3: Open Post-Training"),
        ("Online Preference Optimization for Language", "Offline Preference Optimization for Language"),
        ("Direct Preference Optimization", "Iterative Direct Preference Optimization"),
        ("Supervised Reward Learning at Scale", "Unsupervised Reward Learning at Scale"),
        ("TRL", "TRLX"),
        ("", ""),
    ],
)
def test_two_works(one: str, other: str) -> None:
    assert list(nearly_same([one, other])) == []


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_titles_end_in_pairs_of_their_places(titles: list[str]) -> None:
    for first, second in nearly_same(titles):
        assert 0 <= first < second < len(titles)


def test_words_in_common() -> None:
    assert words_in_common("Enabling Oversight via Self-Evolving Critic", "Self-Evolving Critique Abilities")
    assert not words_in_common("Attention Is All You Need", "Scaling Laws for Reward Models")
    assert words_in_common("SPPO", "Self-Play Preference Optimization")
