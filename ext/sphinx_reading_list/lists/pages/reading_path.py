"""A reading path as a curator writes it: an entry a line, by its key, with the reason to read it then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...core.entry import Location
from ...core.nearest import Nearest
from ...core.problems import Code, Problem
from ...core.words import cleaned
from ..markup.markdown import page_markdown
from .options import part_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...core.catalogue import Catalogue

_MARKER = re.compile(r"(?:[-*+]|\d+[.)])\s+")


class Step(NamedTuple):
    """An entry on the way: the line of the page that names it, its key as written, and why it comes here."""

    line: int
    key: str
    why: str = ""


def read_path(lines: Iterable[tuple[int, str]]) -> tuple[Step, ...]:
    """The steps; list markers may stand before them, and a colon behind the key."""
    return tuple(step for number, line in lines if (step := _step(number, line)))


def paths_on(text: str) -> Iterator[tuple[Step, ...]]:
    """The reading paths of a page in MyST: the content of each ``{rl:highlights}``."""
    for token in page_markdown().parse(text) if "{rl:highlights}" in text else ():
        if token.type in ("fence", "colon_fence") and token.info.strip() == "{rl:highlights}":
            first = (token.map or (0, 0))[0] + 2
            lines = token.content.split("\n")
            start = part_options(lines)[1]
            yield read_path(enumerate(lines[start:], first + start))


def _step(number: int, line: str) -> Step | None:
    text = cleaned(line)
    marker = _MARKER.match(text)
    key, _, why = (text[marker.end() :] if marker else text).partition(" ")
    return Step(number, key.rstrip(":") or key, why.lstrip(":–—- ")) if key else None


def key_of(step: Step, catalogue: Catalogue) -> str:
    """The key of the entry that a step names, by its key of today or a former one; empty where there is none."""
    key = catalogue.former_keys.get(step.key, step.key)
    return key if key in catalogue.entries else ""


def unknown_steps(steps: Iterable[Step], catalogue: Catalogue, page: str) -> Iterator[Problem]:
    """A problem for each step that names no entry of the list."""
    near: Nearest | None = None
    for step in steps:
        if not key_of(step, catalogue):
            near = near or Nearest(catalogue.entries)
            message = f"No entry of the list has the key {step.key!r}{near.hint(step.key)}"
            advice = "Correct the key in the directive's content; each line of it begins with one."
            yield Problem(Code.UNKNOWN_KEY, message, Location(page, step.line), advice)
