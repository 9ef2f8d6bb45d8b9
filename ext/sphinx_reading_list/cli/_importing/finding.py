"""What is to be imported: one file, several, or the lists of a folder; and which ones were imported before."""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...core.slugs import slugify
from .._files import FailedError
from .old_pages import UNREAD
from .state import STATE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import.

    ``name`` is its path among the others, ``place`` that from the folder of pages: by it the next import knows it.
    ``before`` is the place under which the last one remembers it, and ``folder`` that of its pages below the list's.
    """

    path: Path
    name: str
    place: str
    before: str = ""
    folder: str = ""
    found: bool = False
    """Whether it was found in a folder, and not asked for by name."""


def find_sources(paths: Sequence[Path], to: Path, folders: Mapping[str, str]) -> list[Source]:
    """The files to import; of a folder all that end in ``.md``, sorted, hidden ones and pages of lists left out.

    ``folders`` has the folders of the lists that were imported before, by their places: these stay. Of others a single
    one has its pages in the list's folder itself. Raises :class:`FailedError` for a folder without lists.
    """
    found: dict[Path, Source] = {}
    root = _common(paths)
    for path in paths:
        files = list(_files_below(path, to.resolve())) if path.is_dir() else [path]
        if not files:
            raise FailedError(
                Problem(Code.UNREADABLE_FILE, "there is no file in it that ends in .md", Location(str(path)))
            )
        for file in files:
            source = Source(file, _relative(file, root), place_of(file, to), found=path.is_dir())
            found.setdefault(file.resolve(), source)
    sources = _remembered(list(found.values()), to, folders)
    if len(paths) == 1 and not paths[0].is_dir():
        return sources
    return _with_folders(sources, folders)


def place_of(path: Path, to: Path) -> str:
    """Where a file is, seen from the folder of pages."""
    return _relative(path, str(to.absolute()))


def _relative(path: Path, folder: str) -> str:
    try:
        return os.path.relpath(path.absolute(), folder).replace(os.sep, "/")
    except ValueError:
        # Two drives have nothing in common; neither has a path with a zero byte.
        return path.name


def _common(paths: Sequence[Path]) -> str:
    folders = [path.absolute() if path.is_dir() else path.absolute().parent for path in paths]
    try:
        return os.path.commonpath([os.path.normpath(folder) for folder in folders])
    except ValueError:
        # Two drives have nothing in common.
        return str(folders[0])


def _files_below(folder: Path, to: Path) -> Iterator[Path]:
    try:
        # What a list was imported into isn't one.
        pages = {to, *(state.parent.resolve() for state in folder.rglob(STATE_FILE))}
        for path in sorted(folder.rglob("*.md")):
            is_read = not any(part.startswith(".") or part in UNREAD for part in path.relative_to(folder).parts)
            if is_read and path.is_file() and pages.isdisjoint(path.resolve().parents):
                yield path
    except OSError as error:
        message = f"can't be read: {(error.strerror or str(error)).lower()}"
        raise FailedError(Problem(Code.UNREADABLE_FILE, message, Location(str(folder)))) from error


def _remembered(sources: Sequence[Source], to: Path, folders: Mapping[str, str]) -> list[Source]:
    """The sources with what is remembered of them: by their place, or a list of that name that has moved since."""
    waiting = dict(folders)
    here = {source.place for source in sources}
    known = []
    for source in sources:
        before = source.place if source.place in waiting else ""
        moved = [
            place
            for place in waiting
            if place.rpartition("/")[2] == source.path.name and place not in here and not (to / place).exists()
        ]
        if not before and moved:
            before = max(moved, key=lambda place: _alike(place, source.place))
        known.append(replace(source, before=before, folder=waiting.pop(before, "")))
    return known


def _alike(one: str, other: str) -> int:
    """In how many names the ends of two paths agree."""
    pairs = zip(reversed(one.split("/")), reversed(other.split("/")), strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _with_folders(sources: Sequence[Source], folders: Mapping[str, str]) -> list[Source]:
    """Each source with a folder of its own, called after its path; names that give the same one are numbered."""
    taken = set(folders.values())
    placed = []
    for source in sources:
        if source.before:
            placed.append(source)
            continue
        parts = [part for part in source.name.removesuffix(".md").split("/") if part not in ("", ".", "..")]
        wanted = folder = "/".join(slugify(part) or "list" for part in parts)
        number = 1
        while folder in taken or folder == "index":
            number += 1
            folder = f"{wanted}-{number}"
        taken.add(folder)
        placed.append(replace(source, folder=folder))
    return placed
