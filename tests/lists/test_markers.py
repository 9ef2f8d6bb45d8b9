"""Emoji and shortcodes around a title."""

from __future__ import annotations

import pytest

from sphinx_reading_list.lists.words.markers import take_edge_markers, take_markers


@pytest.mark.parametrize(
    ("text", "rest", "signs"),
    [
        (" 🌟 ", "", ["🌟"]),
        (":clapper: - owner", "- owner", [":clapper:"]),
        ("🤗 𝕏", "", ["𝕏", "🤗"]),
        ("[x] done", "done", ["[x]"]),
        ("🚀 :rocket: 👩\u200d🚀", "", [":rocket:", "🚀", "👩", "🚀"]),
        ("Zoe\u0308™ © ^ ` 5° → x", "Zoe\u0308™ © ^ ` 5° → x", []),
    ],
)
def test_markers_come_off_and_words_stay(text: str, rest: str, signs: list[str]) -> None:
    found, taken = take_markers(text)
    assert (" ".join(found.split()), taken) == (rest, signs)


def test_within_a_sentence_markers_are_words() -> None:
    assert take_edge_markers("🌟 Hot 🌟 news 𝕏", start=True, end=True) == ("Hot 🌟 news", ["🌟", "𝕏"])
    assert take_edge_markers("🌟 a", start=False, end=True) == ("🌟 a", [])
