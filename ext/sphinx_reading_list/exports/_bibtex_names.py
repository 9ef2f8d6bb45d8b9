"""Authors as BibTeX's list of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..bib.latex import to_latex
from ..core.names import Author, depth_split, name_fault, parse_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATOR = re.compile(r",|\band\b|\bothers\b", re.IGNORECASE)


def write_names(authors: Iterable[Author], *, elided: bool = False) -> str:
    """``Family, Given and Family, Given``, with ``and others`` where the list is elided; in LaTeX."""
    names = [write_name(author) for author in authors]
    return " and ".join([*names, "others"] if elided else names)


def write_name(author: Author) -> str:
    """One name, so that BibTeX reads the same parts from it: ``van der Schaar, Mihaela``; collectives in braces."""
    family = to_latex(author.family)
    if author.collective:
        return f"{{{family}}}"
    if not author.given and not author.particle and not author.suffix and " " in family:
        return f"{{{family}}}"
    given, particle, suffix = to_latex(author.given), to_latex(author.particle), to_latex(author.suffix)
    written = _written(family, given, particle, suffix)
    if particle or suffix or _is_doubtful(f"{family} {given}"):
        splits = _SEPARATOR.search(f"{family} {given}")
        if splits or parse_name(written) != Author(family, given, particle, suffix):
            return _written(_braced(family), _braced(given), particle, suffix)
    return written


def sound_names(latex: str) -> str:
    """A list of names as a record has it, with braces around each that biber would pass over its record for."""
    if latex.count(",") < 3 and ";" not in latex:
        return latex
    return " and ".join(f"{{{name}}}" if name_fault(name) else name for name in depth_split(latex, "and") if name)


def _written(family: str, given: str, particle: str, suffix: str) -> str:
    last = f"{particle} {family}" if particle else family
    if suffix and not given:
        return f"{{{last}, {suffix}}}"  # two parts alone would be family and given name
    return ", ".join(part for part in (last, suffix, given) if part)


def _is_doubtful(text: str) -> bool:
    """Whether it could be read as something else: as two names, as two parts of one, as a particle."""
    return any(word[0].islower() for word in text.split()) or _SEPARATOR.search(text) is not None


def _braced(text: str) -> str:
    return f"{{{text}}}" if _is_doubtful(text) else text
