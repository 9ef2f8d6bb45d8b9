"""The import's own check: each source compared with what the pages, the records and the numbers say in the end."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.document import ListItem
from ...lists.fidelity.compare import Part, compare
from ...lists.fidelity.said import Said
from ...lists.fidelity.words import words_of
from ...lists.markup.bare_urls import split_urls
from .._notes import NOTES
from .layout import block_line, blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...lists.document import ListDocument
    from ...lists.fidelity.compare import Loss
    from ...lists.fidelity.original import Top
    from .output import Output
    from .sources import ReadSource

_KEEPS = frozenset({Code.RETITLED, Code.MOJIBAKE, Code.IMAGE, Code.DEFAULTED_SCHEME, Code.KEPT_EDIT})
"""Notes of what is in the output all the same: what they name was not taken off."""


def losses(
    source: ReadSource, output: Output, problems: Sequence[Problem], excused: Iterable[int], base_url: str
) -> list[Loss]:
    """What a source says and the output doesn't. ``problems`` are those of the source: clean-ups name what they took off.

    On the lines that are ``excused`` nothing is looked for: a person changed or deleted what came of them. Line 0 stands
    for the title of the list.
    """
    excused = set(excused)
    parts = _parts(source.document, output, excused)
    _excuse_contents(parts, source.original.tops, problems)
    _take_off(parts, problems)
    besides = output.besides
    if 0 in excused:
        title = Said()
        title.add(source.document.title)
        besides = besides + title
    return compare(source.original.runs, list(parts.values()), besides, base_url)


def _parts(document: ListDocument, output: Output, excused: set[int]) -> dict[int, Part]:
    """The parts of the source by line: an entry each, and what stands between them."""
    parts: dict[int, Part] = {1: Part(1)}
    for section in document.walk():
        parts.setdefault(section.line, Part(section.line))
    for block in blocks_of(document):
        part = parts.setdefault(block_line(block), Part(block_line(block)))
        if isinstance(block, ListItem):
            said = output.take(block.entry.key)
            # Two entries on one line are one part.
            part.said = part.said + said if part.said else said
    for line in excused & parts.keys():
        parts[line].excused = True
    return parts


def _excuse_contents(parts: dict[int, Part], tops: Sequence[Top], problems: Sequence[Problem]) -> None:
    """Lists of contents were left out: all that they say are the headings, which stand elsewhere."""
    lines = {problem.location.line for problem in problems if problem.code is Code.CONTENTS_LIST}
    heading = 0
    for start, end, is_heading in tops:
        if any(start <= line < end for line in lines):
            parts.setdefault(end, Part(end))
            for line in (heading, start):
                if line:
                    parts.setdefault(line, Part(line)).excused = True
            for line in [line for line in parts if start < line < end]:
                del parts[line]
        heading = start if is_heading else 0


def _take_off(parts: dict[int, Part], problems: Sequence[Problem]) -> None:
    """Note at each part what clean-ups took off there: what their messages name."""
    starts = sorted(parts)
    index = 0
    for problem in sorted(problems, key=lambda problem: problem.location.line):
        if problem.code not in NOTES or problem.code in _KEEPS:
            continue
        while index + 1 < len(starts) and starts[index + 1] <= problem.location.line:
            index += 1
        removed = parts[starts[index]].removed
        for piece in split_urls(problem.message):
            removed.add("" if piece.is_url else piece.text, piece.text.rstrip("'") if piece.is_url else "")


def problems_by_path(problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
    """The problems of each file."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.location.path].append(problem)
    return found


def loss_problems(found: Iterable[Loss], path: str) -> list[Problem]:
    """What is missing, as problems."""
    problems = []
    for loss in found:
        lines = {run.url: run.line for run in reversed(loss.runs)}
        for url in loss.links:
            place = Location(path, lines.get(url, loss.line))
            problems.append(Problem(Code.LOST_LINK, f"{url} is in no page and no record", place))
        if loss.words:
            lost = set(loss.words)
            line = next((run.line for run in loss.runs if not lost.isdisjoint(words_of(run.text))), loss.line)
            message = f"not in any page or record: {' '.join(loss.words)}"
            problems.append(Problem(Code.LOST_TEXT, message, Location(path, line)))
    return problems
