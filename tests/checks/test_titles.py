"""Titles that are nearly the same, and titles that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.checks._titles import nearly_same, tells_apart, words_in_common


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("REINFORCE++: A Simple Approach", "Reinforce++ – a SIMPLE approach."),
        ("Self-Play Preference Optimization", "Self Play Preference Optimisation"),
        ("Foundation Model Post-training", "Foundation Model Posttraining"),
        ("Scaling the Reward Models of Language", "Scaling Reward Model of Language"),
        ("Tülu 3: Open Post-Training", "Tulu 3: Open Post-Traning"),
        ("如何正确复现 RLHF?", "如何正确复现RLHF"),
        ("Optimising Language Models with Rewards", "Optimizing a Language Model with Reward"),
        ("Reward Model Optimization in Practice", "Reward Model Optimiaztion in Practice"),
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
        ("Symmetric Games of Language Models", "Asymmetric Games of Language Models"),
        ("Searching a Tree with Language Models", "Searching for Free with Language Models"),
        ("Scaling Laws for Reward Models, Part I", "Scaling Laws for Reward Models, Part II"),
        ("Benchmark 2023a of Language Models", "Benchmark 2023b of Language Models"),
        ("Transformers", "Transformer X"),
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


@pytest.mark.parametrize("titles", [["Computer Vision"] * 9, [f"Lecture {number}" for number in range(9)]])
def test_of_many_that_are_the_same_not_all_pairs_come(titles: list[str]) -> None:
    assert len(list(nearly_same(titles))) <= 2 * len(titles)


@pytest.mark.parametrize(
    ("title", "enough"),
    [
        ("Attention Is All You Need", True),
        ("Multimodal Instruction-Tuning Benchmarks", True),
        ("大语言模型的对齐方法", True),
        ("Introduction to Deep Learning", False),
        ("Computer Vision", False),
        ("教程", False),
    ],
)
def test_whether_a_title_is_hardly_that_of_two_works(title: str, enough: bool) -> None:
    assert tells_apart(title) is enough


def test_words_in_common() -> None:
    assert words_in_common("Enabling Oversight via Self-Evolving Critic", "Self-Evolving Critique Abilities")
    assert not words_in_common("Attention Is All You Need", "Scaling Laws for Reward Models")
    assert words_in_common("SPPO", "Self-Play Preference Optimization")
