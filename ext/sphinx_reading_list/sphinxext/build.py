"""The steps of a build: read the sources, join the catalogue, find the pages that have to be written again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .cite import the_cite_domain
from .config import bib_path, metrics_path
from .digests import changed_pages, page_digests
from .domain import the_domain
from .sources import read_sources

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup_build(app: Sphinx) -> None:
    """Connect the steps."""
    # Before the records are handed to sphinxcontrib-bibtex (490).
    app.connect("builder-inited", read_files, priority=400)
    # After sphinxcontrib-bibtex has worked out its labels (500).
    app.connect("env-updated", join_pages, priority=600)


def read_files(app: Sphinx) -> None:
    """Read the .bib file and the metrics."""
    domain = the_domain(app.env)
    domain.builder = app.builder
    domain.sources = read_sources(bib_path(app), metrics_path(app), Path(app.doctreedir))


def join_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Build the catalogue; return the pages that show something from elsewhere that has changed."""
    domain = the_domain(env)
    cite = the_cite_domain(env)
    domain.build_catalogue()
    domain.record_places = cite.places()
    digests = page_digests(env, domain, cite)
    # Builders that share their doctrees each have pages of their own to bring up to date.
    changed = changed_pages(digests, domain.data["digests"].get(app.builder.name, {}))
    domain.data["digests"][app.builder.name] = digests
    return changed
