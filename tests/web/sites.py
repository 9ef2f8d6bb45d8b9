"""Sites that are looked at as a whole: the real one, and one of its theme alone to compare it with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    "home": "index.html",
    "browse": "browse.html",
    "list": "list/index.html",
    "section": "list/rlhf.html",
    "section without entries": "list/survey.html",
    "entry": "entry/wu2024selfplay.html",
    "entry without a record": "entry/unsloth2025train.html",
    "bibliography": "bibliography.html",
    "pictures": "trends.html",
    "citing": "cite.html",
    "contributing": "contribute.html",
    "following": "follow.html",
    "browsing": "browse.html",
    "browsing, with hits": "browse.html?q=reward&kind=paper",
    "browsing, without a hit": "browse.html?q=zzzzzzzz",
    "section, filtered": "list/rlhf.html?q=preference",
    "indexes": "by/index.html",
    "index of authors": "by/author/index.html",
    "author": "by/author/bowen-yu.html",
    "year": "by/year/2024.html",
}
"""A page of each type, by what it is: its address below the site's root."""
CODE = "```bibtex\n@misc{key,\n  title = {A Title},\n}\n```\n\n```markdown\n# Title\n\n- [link](https://example.org)\n```\n"
"""Code as pages have it, in the colours that the theme gives it."""
THEME_ALONE = {
    # What the real site asks of the theme, and none of our extension.
    "conf.py": """
project = "Empty"
language = "en"
extensions = ["myst_parser"]
html_theme = "furo"
html_theme_options = {"navigation_with_keys": True}
html_show_sphinx = False
html_copy_source = False
""",
    "index.md": "# Empty\n\n```{toctree}\n:hidden:\n:caption: Pages\n\nother\n```\n",
    "other.md": f"# Other\n\n## A part\n\n## Another part\n\n```text\n{'too wide ' * 50}\n```\n\n{CODE}",
}

MOVED = {
    # One page became two, and another one has a new name.
    "conf.py": 'extensions = ["sphinx_reading_list"]\nproject = "Moved"\nlanguage = "en"\n',
    "index.md": "# List\n\n```{toctree}\nlist/new\nlist/old\n```\n",
    "list/new.md": "# New <b>\n\n```{rl:formerly} all\n```\n\n:::{entry} [One](https://example.org/1)\n:key: one\n:::\n",
    "list/old.md": "# Old\n\n```{rl:formerly} all; former\n```\n\n:::{entry} [Two](https://example.org/2)\n:key: two\n:::\n",
}


def address_of(folder: Path, name: str) -> str:
    """The address of a page of a built site, as a file."""
    return f"{folder.as_uri()}/{name}"


def build_real_site(folder: Path) -> Path:
    """Build the site in ``docs/``; return the folder of its pages."""
    return _build(DOCS, folder)


def build_theme_alone(folder: Path) -> Path:
    """Build two nearly empty pages of the same theme; return their folder."""
    return _build(_written(THEME_ALONE, folder / "source"), folder)


def build_moved(folder: Path) -> Path:
    """Build a site with pages at old addresses (``list/all.html``, ``list/former.html``); return the folder of its pages."""
    return _build(_written(MOVED, folder / "source"), folder)


def _written(files: Mapping[str, str], source: Path) -> Path:
    for name, text in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return source


def _build(source: Path, folder: Path) -> Path:
    # As on a machine that knows nothing of where the site will be.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("READTHEDOCS")}
    out = folder / "out"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", folder / "doctrees", source, out],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return out
