"""The pages that a list has already, as text with plain line ends."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.pages.reading import EntryBlock, TextBlock, former_names_of, read_parts
from .._files import FailedError, read_text
from .page_text import PageText
from .state import STATE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ...core.entry import PageEntry
    from ...lists.pages.reading import Heading
    from .state import Remembered

    Parts = Sequence[Heading | EntryBlock | TextBlock]
    """A page in pieces."""

UNREAD = frozenset({"_build", "build", "node_modules", "site-packages"})
"""Folders that hold what programs made or what others wrote."""


class OldPages:
    """The pages of a folder by name: ``texts`` with plain line ends, ``files`` as they are, ``parts`` as read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if folder.exists() and not folder.is_dir():
            raise FailedError(Problem(Code.UNWRITABLE_FILE, "is no folder", Location(str(folder))))
        paths = [path for path in sorted(folder.rglob("*.md")) if path.is_file()] if folder.exists() else []
        self.files = {path.relative_to(folder).with_suffix("").as_posix(): read_text(path) for path in paths}
        self.texts = {name: unix(text) for name, text in self.files.items()}
        self.parts: dict[str, Parts] = {
            name: read_parts(text, str(self.path(name)))[0] for name, text in self.texts.items()
        }

    def path(self, name: str) -> Path:
        """The file of a page."""
        return self.folder / f"{name}.md"

    def with_line_ends(self, name: str, text: str) -> str:
        """A new text of a page with the line ends of the old one; the old one to the letter where nothing changed."""
        old = self.files.get(name, "")
        if name in self.texts and text == self.texts[name]:
            return old
        return text.replace("\n", "\r\n") if "\r\n" in old else text

    def place_of(self, thing: Remembered, names: Iterable[str]) -> Location | None:
        """Where a remembered text stands on one of some pages."""
        for name in names:
            line = PageText(self.texts[name]).find_digest(thing.wrote, thing.lines) if name in self.texts else -1
            if line >= 0:
                return Location(str(self.path(name)), line + 1)
        return None

    @cached_property
    def children(self) -> Mapping[str, Sequence[str]]:
        """By page: those that say that what they hold stood there."""
        children: dict[str, list[str]] = {}
        for name, parts in self.parts.items():
            for part in parts:
                for former in former_names_of(part) if isinstance(part, TextBlock) else ():
                    children.setdefault(former, []).append(name)
        return children

    @property
    def entries(self) -> list[PageEntry]:
        """All entries of the pages."""
        return [part.entry for parts in self.parts.values() for part in parts if isinstance(part, EntryBlock)]


def entries_beside(folder: Path) -> list[PageEntry]:
    """The entries on the other pages of the site: their keys are taken.

    The site is the folder with ``conf.py`` above; before there is one, the lists that were imported beside this one.
    """
    found = []
    for path in _pages_beside(folder):
        text = read_text(path) if path.is_file() else ""
        if "{entry}" in text:
            parts, _ = read_parts(unix(text), str(path))
            found += [part.entry for part in parts if isinstance(part, EntryBlock)]
    return found


def _pages_beside(folder: Path) -> Iterator[Path]:
    own = folder.resolve()
    root = next((above for above in (own, *own.parents) if (above / "conf.py").is_file()), None)
    roots = [root] if root else [path.parent for path in sorted(own.parent.glob(f"*/{STATE_FILE}"))]
    for top in roots:
        for path in sorted(top.rglob("*.md")):
            parts = path.relative_to(top).parts
            if not any(part in UNREAD or part.startswith(".") for part in parts) and not path.is_relative_to(own):
                yield path


def unix(text: str) -> str:
    """The text with plain line ends, and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
