"""An arXiv id that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core.identifiers import arxiv_id, host_of, identify, path_parts
from ..core.problems import Problem, Rule
from ._addresses import addresses
from ._check import Check, Example
from ._records import field_place, with_changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..core.record import Record
    from ._site import Site

RULE = Rule(
    "malformed-arxiv",
    "An arXiv id isn't of the form 2405.00675 or hep-th/9901001.",
    "Correct the id; a record has it bare, without version, in eprint.",
)
_VERSION = re.compile(r"v\d+")
_PAPERS = ("abs", "pdf", "html", "format", "ps")


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        eprint = record.get("eprint")
        if eprint and _is_arxiv(record) and not _is_id(eprint):
            found = arxiv_id(eprint)
            advice = f"Write {found}; --fix does it." if found else ""
            message = f"Record {key}: eprint = {{{eprint}}} is no bare arXiv id"
            yield Problem(RULE, message, field_place(record, "eprint"), advice)
    for url, place in addresses(site):
        is_paper = host_of(url).endswith("arxiv.org") and path_parts(url)[:1] and path_parts(url)[0] in _PAPERS
        if is_paper and identify(url) is None:
            yield Problem(RULE, f"{url} has no arXiv id", place)


def _is_arxiv(record: Record) -> bool:
    return record.get("eprinttype", "archiveprefix").lower() in ("arxiv", "")


def _is_id(text: str) -> bool:
    found = arxiv_id(text)
    return bool(found) and (text == found or bool(_VERSION.fullmatch(text.removeprefix(found))))


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    places = {problem.location for problem in problems}
    changes = {
        (key, "eprint"): lambda value: arxiv_id(value) or value
        for key, record in site.records.items()
        if field_place(record, "eprint") in places
    }
    return {site.bib_path: with_changed(site.bib, changes)}


_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n"
_RECORD = """\
@misc{{wu2024selfplay,
  author = {{Wu, Yue}},
  title  = {{Self-Play Preference Optimization}},
  year   = {{2024}},
  eprint = {{{}}},
}}
"""
CHECK = Check(
    RULE,
    _run,
    bad=Example(_PAGE, _RECORD.format("arXiv:2405.00675")),
    good=Example(_PAGE, _RECORD.format("2405.00675")),
    fix=_fix,
)
