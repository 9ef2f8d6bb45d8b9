"""The files to import, read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.fidelity.original import original_of
from ...lists.markup.decoding import BinaryFileError, decode
from ...lists.markup.markdown import parse_list
from ...lists.reading import read_list
from .._files import FailedError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...lists.document import ListDocument
    from ...lists.fidelity.original import Original
    from .finding import Source


@dataclass
class ReadSource:
    """A source that was read: its repaired text, what that says, what is read of it, and what is wrong with it."""

    source: Source
    text: str
    original: Original
    document: ListDocument
    problems: list[Problem] = field(default_factory=list)


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
    parsed = parse_list(text)
    original = original_of(parsed)
    document, found = read_list(text, path, base_url=base_url, parsed=parsed)
    return ReadSource(source, text, original, document, problems + found)
