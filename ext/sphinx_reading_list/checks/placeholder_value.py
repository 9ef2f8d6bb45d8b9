"""A value that stands for an unknown one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example
from ._records import field_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import PageEntry
    from ._site import Site

RULE = Rule(
    "placeholder-value",
    "A value stands for one that isn't known (-1, None, TODO, ???).",
    "Write what it is, or delete it: what isn't known is absent.",
)
_PLACEHOLDERS = frozenset(
    "-1 none null nil nan n/a todo tbd tba fixme xxx ? ?? ??? ???? - -- unknown undefined".split()
)


def _stands_for_nothing(value: str) -> bool:
    return value.strip(" {}[]()\"'.").casefold() in _PLACEHOLDERS


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        for name, value in record.fields.items():
            parts = value.split(" and ") if name in ("author", "editor") else [value]
            if any(part.strip() and _stands_for_nothing(part) for part in parts):
                message = f"Record {key}: {name} = {{{value}}} says nothing"
                yield Problem(RULE, message, field_place(record, name))
    for page in site.written:
        for what, value in _values(page):
            if value and _stands_for_nothing(value):
                yield Problem(RULE, f"{what} {value!r} says nothing", page.location)


def _values(page: PageEntry) -> Iterator[tuple[str, str]]:
    yield "the title", page.title
    yield "the note", page.note
    for author in page.authors:
        yield "the author", author.name
    for tag in page.tags:
        yield "the tag", tag
    for title in page.aka:
        yield "the other title", title
    for link in page.links:
        yield "what stands behind a link,", link.detail


_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n"
_RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
  pages  = {???},
}
"""
CHECK = Check(RULE, _run, bad=Example(_PAGE, _RECORD), good=Example(_PAGE, _RECORD.replace("  pages  = {???},\n", "")))
