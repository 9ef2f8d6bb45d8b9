"""Curated reading lists as Sphinx sites: cards, pages, a bibliography and BibTeX from MyST pages and a .bib file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"


def setup(app: Sphinx) -> dict[str, Any]:
    """Set up the Sphinx extension."""
    from .sphinxext import setup_extension

    return setup_extension(app)
