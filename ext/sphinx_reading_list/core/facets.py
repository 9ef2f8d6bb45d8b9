"""The values that entries are grouped by, the same in pictures, on index pages and in the search."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .words import cleaned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def series_of(venue: str) -> str:
    """A venue without its year: ``ICLR 2025`` and ``ICLR '24`` are ``ICLR``; one that is only a year stays."""
    words = cleaned(venue).split(" ")
    kept = [word for word in words if not _is_year(word.strip("(),"))]
    return " ".join(kept).rstrip(",") or " ".join(words)


def _is_year(word: str) -> bool:
    short = word[:1] in ("'", "’") and len(word) == 3
    digits = word[1:] if short else word
    return digits.isascii() and digits.isdigit() and (short or (len(word) == 4 and word[:2] in ("19", "20")))


def usual(spellings: Counter[str]) -> str:
    """The most frequent of several spellings, among equals the first by its letters."""
    return min(spellings, key=lambda name: (-spellings[name], name))


def usual_spellings(of_entries: Iterable[Sequence[str]], fold: Callable[[str], str]) -> list[tuple[str, ...]]:
    """The names of each entry, each once, and spelt as most entries spell it; ``fold`` says what is the same name."""
    folded = [{fold(name): name for name in reversed(names)} for names in of_entries]
    spellings: dict[str, Counter[str]] = {}
    for found in folded:
        for same, name in found.items():
            spellings.setdefault(same, Counter())[name] += 1
    spelt = {same: usual(counted) for same, counted in spellings.items()}
    # Reversed twice: the first spelling of an entry counts, in the entry's order.
    return [tuple(spelt[same] for same in reversed(found)) for found in folded]
