"""Mojibake comes right, and clean text of any script stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.lists.markup.repair import repair

WORDS = ["🌟", "𝕏", "Matthias Gallé", "Ahmet Üstün", "如何正确复现", "“True RL”", "LLMs—and", "Don’t", "· •", "Tülu", "🤗 👩‍🚀", "Привет"]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_utf8_read_as_mac_roman_comes_right(word: str) -> None:
    damaged = word.encode().decode("mac_roman")
    # In company of what is surely damaged, single letters are too.
    assert repair(f"- ** {damaged} ** and √© in Gall√©")[0] == f"- ** {word} ** and é in Gallé"


@pytest.mark.parametrize("word", ["Matthias Gallé", "“True RL” — Don’t", "François Chollet"])
def test_utf8_read_as_windows_1252_comes_right(word: str) -> None:
    assert repair(word.encode().decode("cp1252", errors="replace").replace("â€\ufffd", "â€\x9d"))[0] == word


def test_the_report_names_the_line_and_an_example() -> None:
    text, repairs = repair("clean\n*Chris Cremer, Gall√©*\n")
    assert text == "clean\n*Chris Cremer, Gallé*\n"
    assert [tuple(found) for found in repairs] == [(2, "Gall√©*", "Gallé*")]


@pytest.mark.parametrize(
    "text",
    [
        "“Über” d’été «École» – Ébauche", "√π ≈ 1.77 and ∞", "Œuvre, ÃÉ, áéíóú ÁÉÍÓÚ", "„Äpfel“ ‚Öl‘", "naïve café — “x” ’ …",
        "Ελληνικά, Привет, עברית, العربية", "如何？（）「」、全角ＡＢＣ", "🌟𝕏🤗 👩‍🚀", "Việt Nam, Čapek, Łódź", "ﬁne ½ × ©®™ §5 •·",
        "São Paulo, Müller, Ångström, Noël, Zoë", "à l’Élysée, «\xa0Çà et là\xa0»", "&amp; stays, \u00adsoft", "“Ä” ‘Ö’ –É",
    ],
)  # fmt: skip
def test_clean_text_stays(text: str) -> None:
    assert repair(text) == (text, [])


SCRIPTS = [(0x20, 0x7E), (0xC0, 0x17F), (0x370, 0x3FF), (0x400, 0x44F), (0x5D0, 0x5EA), (0x621, 0x64A), (0x905, 0x939),
           (0xE01, 0xE2E), (0x3041, 0x30FA), (0x4E00, 0x9FA5), (0xAC00, 0xD7A3), (0x1F300, 0x1F5FF)]  # fmt: skip


@st.composite
def words_of_a_script(draw: st.DrawFn) -> str:
    """Lower-case words of one script (only the first letter is large), with the punctuation of good typography."""
    low, high = draw(st.sampled_from(SCRIPTS))
    letters = st.characters(min_codepoint=low, max_codepoint=high, exclude_categories=["Cn", "Lt", "Sm"])
    words = draw(st.lists(st.text(letters, min_size=1, max_size=8), min_size=1, max_size=5))
    quotes = draw(st.sampled_from(["{}", "“{}”", "‘{}’", "{} — x", "{} …", "({})"]))
    return " ".join(quotes.format(word.lower()) for word in words)


@given(words_of_a_script())
def test_clean_words_of_any_script_stay(text: str) -> None:
    assert repair(text) == (text, [])


@given(st.text())
def test_any_text_keeps_its_lines_and_is_repaired_once(text: str) -> None:
    repaired, repairs = repair(text)
    assert repaired.count("\n") == text.count("\n")
    assert (repaired == text) == (not repairs)
