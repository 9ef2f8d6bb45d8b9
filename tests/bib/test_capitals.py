"""Which words of a title keep their capitals."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_reading_list.bib.capitals import protect_capitals


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("Self-Play Preference Optimization", "Self-Play Preference Optimization"),
        ("Unpacking DPO and PPO: Best Practices", "Unpacking {DPO} and {PPO}: Best Practices"),
        ("OpenRLHF: An Easy-to-use Framework", "{OpenRLHF}: An Easy-to-use Framework"),
        ("Reward Modeling in LLMs", "Reward Modeling in {LLM}s"),
        ("ByteDance's Platform", "{ByteDance}'s Platform"),
        ("Direct Q-Function Optimization", "Direct {Q}-Function Optimization"),
        ("A Survey of A Thing", "A Survey of A Thing"),
        ("RM-Bench: Benchmarking Reward Models", "{RM-Bench}: Benchmarking Reward Models"),
        ("Skywork-Reward: Bag of Tricks", "{Skywork-Reward}: Bag of Tricks"),
        ("REINFORCE++: Stabilizing Critic-Free", "{REINFORCE}++: Stabilizing Critic-Free"),
        ("Other RL-Like Methods Don’t Bring “True RL”", "Other {RL}-Like Methods Don’t Bring “True {RL}”"),
        ("GPT-4 and 3D Vision", "{GPT}-4 and {3D} Vision"),
        # in a title that isn't capitalised throughout, a capital is a name's
        ("Train your own R1 reasoning model with Unsloth", "Train your own {R1} reasoning model with {Unsloth}"),
        ("Tülu 3: The next era in open post-training", "Tülu 3: The next era in open post-training"),
        # capitals alone say nothing
        ("A SIMPLE AND EFFICIENT APPROACH", "A SIMPLE AND EFFICIENT APPROACH"),
        ("RL", "{RL}"),
        # what is protected, mathematics and macros stay
        ("{DPO} and {O}pen $Q^{AB}$ \\LaTeX", "{DPO} and {O}pen $Q^{AB}$ \\LaTeX"),
        ("如何正确复现 GPT?", "如何正确复现 {GPT}?"),
        ("verl", "verl"),
        ("", ""),
    ],
)
def test_words_that_need_it_are_protected(title: str, protected: str) -> None:
    assert protect_capitals(title) == protected


@example("1-a:B")
@given(st.text(alphabet="aAbBZ{}$\\ :-'’é1", max_size=40))
def test_protecting_twice_is_protecting_once_and_adds_braces_only(title: str) -> None:
    once = protect_capitals(title)
    assert once.replace("{", "").replace("}", "") == title.replace("{", "").replace("}", "")
    if title.count("{") == title.count("}") == 0 and "$" not in title:
        assert protect_capitals(once) == once
