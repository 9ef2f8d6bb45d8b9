"""A small list on disk, for the commands that read one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue and Gu, Quanquan},
  title  = {Self-Play Preference Optimization for Language Model Alignment},
  year   = {2024},
  eprint = {2405.00675},
}
"""
PAGES = {
    "index.md": "# My list\n\n```{toctree}\n:glob:\n\nrlhf\n*\n```\n",
    "code.md": "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:tags: training\n:::\n",
    "rlhf.md": "# RLHF\n\n:::{entry} wu2024selfplay\n:highlight:\n\nThe first one.\n:::\n\n## Empty\n\nNothing yet.\n",
}


def write_site(folder: Path, bib: str = RECORD, **pages: str) -> None:
    """A list in ``docs/list`` and ``refs.bib``; other pages, or others in their place, by their name."""
    (folder / "docs" / "list").mkdir(parents=True, exist_ok=True)
    (folder / "refs.bib").write_text(bib, encoding="utf-8")
    for name, text in {**PAGES, **{f"{page}.md": text for page, text in pages.items()}}.items():
        (folder / "docs" / "list" / name).write_bytes(text.encode())
