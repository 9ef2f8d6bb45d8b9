"""An id and a title, or two ids, that don't belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.entries import entry_of_record
from ..core.identifiers import arxiv_id, doi, identify
from ..core.problems import Problem, Rule
from ._addresses import line_of
from ._check import Check, Example
from ._records import field_place
from ._site import lines_of
from ._titles import words_in_common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.record import Record
    from ._site import Site

RULE = Rule(
    "conflicting-ids",
    "A work's identifiers name two works, a link's text names another paper than its address, or a title on the page "
    "has no word in common with the record's.",
    "Look each identifier up, and correct the one that leads to another work.",
)


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        for field, first, second in _clashes(record):
            message = f"Record {key}: {field} names {second}, and the record is {first}"
            yield Problem(RULE, message, field_place(record, field))
    lines = {path: lines_of(text) for path, text in site.pages.items()}
    for page in site.written:
        for link in page.links:
            written, led = arxiv_id(link.label), identify(link.url)
            if written and led and led.scheme == "arxiv" and led.value != written:
                place = line_of(link.url, page, lines.get(page.location.path, []))
                yield Problem(RULE, f"the link “{link.label}” leads to arXiv:{led.value}", place)
        if page.key not in site.records:
            continue
        title = entry_of_record(site.records[page.key]).title
        for other in filter(None, (page.title, *page.aka)):
            if not words_in_common(title, other):
                message = f"{page.key} is “{other}” here, “{title}” in the record"
                yield Problem(RULE, message, page.location)


def _clashes(record: Record) -> Iterator[tuple[str, str, str]]:
    """Fields that name another work than the identifier before them."""
    known: dict[str, str] = {}
    entry = entry_of_record(record)
    for scheme, value in entry.identifiers:
        known.setdefault(scheme, value.lower())
    number = doi(record.get("doi"))
    named = [("url", identify(record.get("url")))]
    if number:
        named.append(("doi", identify(f"https://doi.org/{number}")))
    for field, found in named:
        if (
            found
            and found.scheme in ("arxiv", "doi")
            and known.get(found.scheme, found.value.lower()) != found.value.lower()
        ):
            yield field, f"{found.scheme}:{known[found.scheme]}", f"{found.scheme}:{found.value}"


_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n"
_RECORD = """\
@misc{{wu2024selfplay,
  author = {{Wu, Yue}},
  title  = {{Self-Play Preference Optimization}},
  year   = {{2024}},
  eprint = {{2405.00675}},
  url    = {{https://arxiv.org/abs/{}}},
}}
"""
CHECK = Check(
    RULE,
    _run,
    bad=Example(_PAGE, _RECORD.format("2501.17161")),
    good=Example(_PAGE, _RECORD.format("2405.00675")),
)
