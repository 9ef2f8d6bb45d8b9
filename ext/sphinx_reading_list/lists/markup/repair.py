"""Text that was damaged on its way: UTF-8 that was once read in another encoding, and made text again.

A line with clean text of any script comes back as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import ftfy
from ftfy.badness import is_bad

_RUN = re.compile(r"[^\x00-\x7f]+")
_MARKS = frozenset("«»…–—‘’“”·¿¡ºª°§©®™•€£¥\xa0")
"""Marks that stand before or behind a letter in clean text; with letters they may decode by chance (``“Ü``)."""
_MATHS = frozenset("√∂∑∏π∫Ω≈∆◊∞±≤≥≠µ÷¬")
_NO_TEXT = ("Cc", "Cn", "Co", "Cs")
"""Unicode categories of what no list holds: controls, unassigned and private characters, halves of pairs."""
_FTFY = ftfy.TextFixerConfig(
    uncurl_quotes=False,
    normalization=None,
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    explain=False,
)


_WIDEST = 4
"""How far from a character that isn't ASCII ftfy looks at others, to tell whether it is damaged."""


class Repair(NamedTuple):
    """A line that was repaired: its number from 1, and a damaged word of it with what it became."""

    line: int
    before: str
    after: str


def repair(text: str) -> tuple[str, list[Repair]]:
    """The text with its mojibake undone, and the lines that changed. Lines stay lines."""
    if text.isascii():
        return text, []
    lines = text.split("\n")
    marked = [number for number, line in enumerate(lines) if not line.isascii()]
    # In most texts no run can be damaged, and each is there many times.
    originals = list(map(_decoded, {run for number in marked for run in _RUN.findall(lines[number])}))
    may_be = any(original is not None for original in originals)
    damaged = may_be and any(_strict(lines[number], doubtful=False) != lines[number] for number in marked)
    # A run that may be clean counts as damaged only in company: the file has sure ones, and nothing that is clean.
    doubtful = damaged and None not in originals
    repairs: list[Repair] = []
    for number in marked:
        line = lines[number]
        mended = _ftfy(_strict(line, doubtful=doubtful) if may_be else line)
        if mended != line:
            repairs.append(Repair(number + 1, *_example(line, mended)))
            lines[number] = mended
    return "\n".join(lines), repairs


def _strict(line: str, *, doubtful: bool) -> str:
    """Undo Mac Roman run by run; ``doubtful`` runs, that may as well be clean, only if asked."""

    def decoded(match: re.Match[str]) -> str:
        original = _decoded(match.group())
        if original is None or not (doubtful or _is_sure(match, original)):
            return match.group()
        return original

    return _RUN.sub(decoded, line)


@lru_cache(4096)  # a file has few, and each many times
def _decoded(run: str) -> str | None:
    """What a run was before it was damaged; ``None`` where no damage explains it."""
    try:
        original = run.encode("mac_roman").decode("utf-8")
    except UnicodeError:
        return None
    return None if any(unicodedata.category(character) in _NO_TEXT for character in original) else original


def _is_sure(match: re.Match[str], original: str) -> bool:
    """Whether a run that decodes can't be clean: it is no word, no marked letter and no formula."""
    run = match.group()
    if len(original) > 1 and len(run) > 4:
        return True
    strange = [character for character in run if not character.isalpha() and character not in _MARKS]
    if not strange:
        return False
    if all(character in _MATHS for character in run):
        # "√π" is a formula; in "vrt√∏j" it stands within a word.
        text, (start, end) = match.string, match.span()
        return text[start - 1 : start].isalpha() or (
            text[end : end + 1].isalpha() and text[start - 1 : start].isspace()
        )
    return True


def _ftfy(line: str) -> str:
    # ftfy changes nothing where nothing looks bad; asking that of a whole line costs more than all else.
    around = (line[max(run.start() - _WIDEST, 0) : run.end() + _WIDEST] for run in _RUN.finditer(line))
    return ftfy.fix_text_segment(line, _FTFY) if any(map(_is_bad, around)) else line


@lru_cache(4096)  # the same names stand in many lines
def _is_bad(text: str) -> bool:
    return is_bad(text)


def _example(before: str, after: str) -> tuple[str, str]:
    """The first words in which two lines differ."""
    pairs = zip(before.split(), after.split(), strict=False)
    return next(((old, new) for old, new in pairs if old != new), (before.strip(), after.strip()))
