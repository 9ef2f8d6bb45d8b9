"""A small site in a folder of its own, built by any builder."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from multiprocessing import Manager
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
INDEX = """
    # The list

    ```{toctree}
    :glob:

    list/*
    ```
    """
BIB = """
    @inproceedings{wu2024selfplay,
      author     = {Wu, Yue and Sun, Zhiqing and {The Team}},
      title      = {Self-Play {Preference} Optimization},
      booktitle  = {The Thirteenth International Conference on Learning Representations},
      eventtitle = {ICLR 2025},
      year       = {2025},
      eprint     = {2405.00675},
      eprinttype = {arxiv},
      url        = {https://openreview.net/forum?id=a3PmRgAB5T},
    }

    @misc{hu2025reinforce,
      author     = {Hu, Jian},
      title      = {{REINFORCE++}},
      year       = {2025},
      month      = jan,
      eprint     = {2501.03262},
      eprinttype = {arxiv},
    }
    """


@dataclass
class Site:
    """A project in ``folder``; ``build`` builds it as it is then, in the same output folder each time."""

    folder: Path
    settings: dict[str, Any] = field(default_factory=dict)
    warnings: str = ""

    def write(self, files: Mapping[str, str]) -> None:
        """Write pages and other files (an empty text removes one); texts may be indented as a whole."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text:
                path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
            else:
                path.unlink(missing_ok=True)

    def build(self, builder: str = "html", *, parallel: int = 0, out: str = "out") -> Site:
        """Build it; what Sphinx warned of is in ``warnings``, with paths relative to the project."""
        app = SphinxTestApp(
            builder,
            srcdir=self.folder,
            builddir=self.folder.parent / out,
            confoverrides=self.settings,
            parallel=parallel,
        )
        try:
            app.build()
            text = _COLOURS.sub("", app.warning.getvalue())
            # What is below the folder in which the tests run is called by its way from there.
            for folder in (str(self.folder), os.path.relpath(self.folder)):
                text = text.replace(f"{folder}/", "")
            self.warnings = text.strip()
            self.out = Path(app.outdir)
        finally:
            app.cleanup()
        return self

    def read(self, path: str) -> str:
        """The text of a built file."""
        return (self.out / path).read_text(encoding="utf-8")

    def page(self, path: str) -> BeautifulSoup:
        """A built page."""
        return BeautifulSoup(self.read(path), "html5lib")

    def card(self, anchor: str, path: str = "list/rlhf.html") -> Any:
        """A card of a page, by its id."""
        found = self.page(path).find(id=anchor)
        assert found is not None, f"no {anchor} on {path}"
        return found

    def files(self) -> dict[str, bytes]:
        """All that was built, by path; Sphinx's own caches left out."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file() and ".doctrees" not in path.parts and path.name != ".buildinfo"
        }


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Site]:
    """Make a site of some files; an index of the folder ``list/`` and a .bib file of two records are there already."""

    def make(files: Mapping[str, str], name: str = "site", **settings: Any) -> Site:
        site = Site(tmp_path / name / "docs", settings)
        conf = 'extensions = ["sphinx_reading_list"]\n'
        site.write({"conf.py": conf, "index.md": INDEX, "refs.bib": BIB} | dict(files))
        return site

    return make


@pytest.fixture
def sitemap(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The settings of a site with a sitemap.

    sphinx-sitemap starts a process at each build and leaves its end to the garbage collector; this one ends with the
    test.
    """
    with Manager() as manager:
        monkeypatch.setattr("sphinx_sitemap.Manager", lambda: manager)
        yield {
            "extensions": ["sphinx_reading_list", "sphinx_sitemap"],
            "html_baseurl": "https://example.org/",
            "sitemap_url_scheme": "{link}",
        }
