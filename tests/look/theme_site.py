"""A small site that has all there is to see, for each theme: cards of every kind, as bad as can be, views, pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme", "alabaster")
PAGES = {
    "home": "index.html",
    "section": "list/good.html",
    "hostile section": "list/bad.html",
    "entry": "entry/lovelace1843notes.html",
    "hostile entry": "entry/many.html",
    "bibliography": "bibliography.html",
    "index": "by/tag/index.html",
}
LONG_TITLE = "A title that goes on and on about what it has to say, and then some, " * 8
LONG_WORD = "W" * 300
OVERRIDE = "\u202e"
"""Turns around all letters behind it, up to the end of the paragraph."""
AUTHORS = 2000
FILES = {
    "index.md": """
        # The list

        ```{rl:shape}
        ```

        ```{rl:highlights}
        ```

        ```{rl:recent}
        :title: Recently added
        ```

        ```{rl:sections}
        ```

        ```{rl:indexes}
        ```

        ```{rl:cite}
        ```

        ```{rl:timeline}
        ```

        ```{rl:venues}
        ```

        ```{rl:coauthors}
        ```

        ```{toctree}
        list/good
        list/bad
        bibliography
        plain
        ```
        """,
    "plain.md": "# Plain\n\nNothing of ours is here.\n\n## A part\n",
    "bibliography.md": "# Works\n\n```{bibliography}\n:all:\n```\n",
    "list/good.md": """
        # Good

        :::{entry} lovelace1843notes
        :highlight:
        :tags: programs; engines
        :aka: Notes by A.A.L.
        :added: 2025-02-03

        The first one to read. See {entry}`hopper`.

        - A point
        - Another
        :::

        :::{entry} withdrawn
        :::

        :::{entry} [The Education of a Computer](https://example.org/education)
        :key: hopper
        :kind: video
        :authors: Hopper, Grace
        :date: 1952

        - [Slides](https://example.org/slides) of the talk, in two parts
        - [PDF](https://example.org/talk.pdf)
        :::

        :::{entry} many
        :::
        """,
    "list/bad.md": f"""
        # Bad {OVERRIDE}\\<b>

        :::{{entry}} [{LONG_TITLE}](https://example.org/long)
        :key: long
        :highlight:
        :tags: <b>tag</b>; {LONG_WORD}; {OVERRIDE}tag
        :authors: {LONG_WORD} and {OVERRIDE}Name
        :::

        :::{{entry}} [{LONG_WORD}](https://example.org/{LONG_WORD})
        :key: word

        - [{LONG_WORD}](https://example.org/a) {LONG_WORD}
        - [{OVERRIDE}x](https://example.org/b) {OVERRIDE}detail
        :::

        :::{{entry}} [<script>alert(1)</script> {OVERRIDE}evil &amp; <b>](https://example.org/script)
        :key: script
        :::

        :::{{entry}} hostile
        :::
        """,
    "refs.bib": """
        @article{lovelace1843notes,
          author  = {Lovelace, Ada and Menabrea, Luigi Federico},
          title   = {Notes on the {Analytical Engine}},
          journal = {Scientific Memoirs},
          year    = {1843},
          url     = {https://example.org/notes},
          doi     = {10.1000/182},
        }

        @misc{withdrawn,
          author = {Doe, Jane},
          title  = {What Was Withdrawn},
          year   = {2020},
          pubstate = {retracted},
        }
        """
    + f"""
        @article{{hostile,
          author  = {{{OVERRIDE}Evil, Name and <img src=x onerror=alert(1)>}},
          title   = {{{{<img src=x onerror=alert(1)> {OVERRIDE}x}}}},
          journal = {{{OVERRIDE}Journal <b>of</b> {LONG_WORD}}},
          year    = {{2021}},
        }}

        @misc{{many,
          title  = {{Many Hands}},
          year   = {{2024}},
          author = {{{" and ".join(f"Family{number}, Given{number}" for number in range(AUTHORS))}}},
        }}
        """,
}
CONF = 'extensions = ["sphinx_reading_list"]\nproject = "The list"\nlanguage = "en"\n'


def build(folder: Path, theme: str) -> Path:
    """Build it in a theme; return the folder of its pages."""
    for name, text in {**FILES, "conf.py": f"{CONF}html_theme = {theme!r}\n"}.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("READTHEDOCS")}
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "docs", "out"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "out"
