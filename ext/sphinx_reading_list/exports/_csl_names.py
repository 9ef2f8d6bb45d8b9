"""People's names in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#names)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.latex import to_unicode
from ..core.names import Author, parse_names

if TYPE_CHECKING:
    from collections.abc import Iterable

ELIDED = {"literal": "others"}
"""What stands for the names that a source leaves out. CSL has no word of its own for it; pandoc and Zotero's Better
BibTeX use this one."""


def csl_names(authors: Iterable[Author], *, elided: bool = False) -> list[dict[str, str]]:
    """Names in their order; one that the source elides ends with :data:`ELIDED`."""
    return [csl_name(author) for author in authors] + ([ELIDED] if elided else [])


def csl_name(author: Author) -> dict[str, str]:
    """One name; a particle belongs to the family name (``van der Schaar, M.``), as BibTeX sorts it."""
    if author.collective:
        return {"literal": author.family}
    parts = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
    }
    return {name: part for name, part in parts.items() if part}


def csl_names_of(latex: str) -> list[dict[str, str]]:
    """The names of a field that isn't the entry's own list of authors (``editor``, ``translator``)."""
    authors, elided = parse_names(latex)
    return csl_names(map(_decoded, authors), elided=elided)


def _decoded(author: Author) -> Author:
    family, given, particle, suffix = map(to_unicode, (author.family, author.given, author.particle, author.suffix))
    return Author(family, given, particle, suffix, author.collective)
