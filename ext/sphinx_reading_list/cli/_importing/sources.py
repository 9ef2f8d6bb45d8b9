"""What is to be imported: one file, several, or the lists of a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...core.slugs import slugify
from ...lists.decoding import BinaryFileError, decode
from ...lists.reading import read_list
from .._files import FailedError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ...lists.document import ListDocument


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import: its path, its name among the others, and the folder of its pages below that of the list."""

    path: Path
    name: str
    folder: str = ""
    found: bool = False
    """Whether it was found in a folder, and not asked for by name."""


@dataclass
class ReadSource:
    """A source that was read: its repaired text, what it holds, and what is wrong with it."""

    source: Source
    text: str
    document: ListDocument
    problems: list[Problem] = field(default_factory=list)


def find_sources(paths: Sequence[Path], to: Path) -> list[Source]:
    """The files to import; of a folder all that end in ``.md``, sorted, hidden ones and the list's own pages left out.

    A single file has its pages in the list's folder itself. Raises :class:`FailedError` for a folder without lists.
    """
    if len(paths) == 1 and not paths[0].is_dir():
        return [Source(paths[0], paths[0].name)]
    found: dict[Path, Source] = {}
    root = _common(paths)
    for path in paths:
        files = list(_files_below(path, to.resolve())) if path.is_dir() else [path]
        if not files:
            raise FailedError(
                Problem(Code.UNREADABLE_FILE, "there is no file in it that ends in .md", Location(str(path)))
            )
        for file in files:
            relative = os.path.relpath(file.absolute(), root).replace(os.sep, "/")
            found.setdefault(file.resolve(), Source(file, relative, found=path.is_dir()))
    return _with_folders(list(found.values()))


def _common(paths: Sequence[Path]) -> str:
    folders = [path.absolute() if path.is_dir() else path.absolute().parent for path in paths]
    try:
        return os.path.commonpath([os.path.normpath(folder) for folder in folders])
    except ValueError:
        # Two drives have nothing in common.
        return str(folders[0])


def _files_below(folder: Path, to: Path) -> Iterator[Path]:
    try:
        for path in sorted(folder.rglob("*.md")):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.is_file() and not hidden and not path.resolve().is_relative_to(to):
                yield path
    except OSError as error:
        message = f"can't be read: {(error.strerror or str(error)).lower()}"
        raise FailedError(Problem(Code.UNREADABLE_FILE, message, Location(str(folder)))) from error


def _with_folders(sources: Sequence[Source]) -> list[Source]:
    """Each source with a folder of its own, called after its path; names that give the same one are numbered."""
    taken: set[str] = set()
    placed = []
    for source in sources:
        parts = [part for part in source.name.removesuffix(".md").split("/") if part not in ("", ".", "..")]
        wanted = folder = "/".join(slugify(part) or "list" for part in parts)
        number = 1
        while folder in taken or folder == "index":
            number += 1
            folder = f"{wanted}-{number}"
        taken.add(folder)
        placed.append(Source(source.path, source.name, folder, source.found))
    return placed


def read_sources(
    sources: Sequence[Source], base_url: str, watch: Callable[[str], None]
) -> tuple[list[ReadSource], list[Problem]]:
    """What the sources hold, and what is wrong with those that are passed over.

    A file that was asked for by name and can't be read raises :class:`FailedError`; one that was found in a folder is
    passed over, and so is one without an entry. ``watch`` is told which file is being read.
    """
    done: list[ReadSource] = []
    problems: list[Problem] = []
    for number, source in enumerate(sources):
        watch(f"reading {source.name} ({number + 1} of {len(sources)})")
        try:
            read = _read(source, base_url)
        except FailedError as error:
            if not source.found:
                raise
            problems.append(error.problem)
            continue
        if source.found and not read.document.items:
            message = "there is no entry in it; it was passed over"
            problems.append(Problem(Code.NOT_A_LIST, message, Location(str(source.path))))
        else:
            done.append(read)
    if not done:
        message = f"none of {len(sources)} files is a list"
        raise FailedError(
            problems[0]
            if len(problems) == 1
            else Problem(Code.NOT_A_LIST, message, Location(str(sources[0].path.parent)))
        )
    return done, problems


def _read(source: Source, base_url: str) -> ReadSource:
    path = str(source.path)
    data = read_bytes(source.path)
    try:
        text, problems = decode(data, path)
    except BinaryFileError as error:
        raise FailedError(Problem(Code.BINARY_FILE, str(error), Location(path))) from error
    if not text.strip():
        raise FailedError(Problem(Code.EMPTY_FILE, "there is nothing in it", Location(path)))
    document, found = read_list(text, path, base_url=base_url)
    return ReadSource(source, text, document, problems + found)
