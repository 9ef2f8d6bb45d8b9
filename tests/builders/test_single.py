"""The builders that don't make linked pages: they build the site without a warning, and lose nothing of it."""

from __future__ import annotations

from typing import Any

import pytest

PAPER = "Self-Play Preference Optimization for Language Model Alignment"
POST = "Train your own R1 reasoning model with Unsloth"
NOTE = "Volcano Engine Reinforcement Learning for LLM"
HELD = {
    "singlehtml": ("*.html", (PAPER, POST, NOTE)),
    "latex": ("*.tex", (PAPER, POST, NOTE)),
    "man": ("*.1", (PAPER, POST, NOTE)),
    "text": ("**/*.txt", (PAPER, POST, NOTE)),
    # Titles aren't translated; what the curator says is.
    "gettext": ("*.pot", (NOTE,)),
}
"""Which files each builder makes, and what they have to hold."""

pytestmark = pytest.mark.parametrize("built", HELD, indirect=True)


def words(text: str) -> str:
    """A file's words, where a line may end anywhere, and as they were before LaTeX and troff escaped them."""
    for escaped, plain in (("\\sphinxhyphen{}", "-"), ("\\-", "-"), ('"\n"', "")):
        text = text.replace(escaped, plain)
    return " ".join(text.split())


def test_nothing_is_lost(built: Any) -> None:
    pattern, held = HELD[built.builder]
    whole = " ".join(words(path.read_text(encoding="utf-8")) for path in built.out.glob(pattern))
    assert [text for text in held if text not in whole] == []


def test_no_character_is_broken(built: Any) -> None:
    pattern, _held = HELD[built.builder]
    whole = " ".join(path.read_text(encoding="utf-8") for path in built.out.glob(pattern))
    # What UTF-8 looks like that was read as Mac Roman, and what stands for a character that was lost.
    assert [broken for broken in ("√", "‚Ä", "üå", "\ufffd") if broken in whole] == []


def test_sphinx_is_content(built: Any) -> None:
    assert "build succeeded." in built.log
