"""Git repositories of lists, with commits on certain days."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from sphinx_reading_list.cli._site import load_site

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "1741000000"  # 2025-03-03


def git(folder: Path, *arguments: str, date: str = "2025-01-01") -> None:
    """Run git, as nobody in particular, on a day."""
    when = f"{date}T12:00:00+00:00"
    said = {
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    who = ["-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=folder, env={**os.environ, **said}, check=True, capture_output=True)


def commit(folder: Path, date: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "-m", date, date=date)


def dates(folder: Path) -> dict[str, str]:
    """The date of each entry that has one."""
    works = load_site(None, None, None).works
    return {key: str(entry.added) for key, entry in works.items() if entry.added}
