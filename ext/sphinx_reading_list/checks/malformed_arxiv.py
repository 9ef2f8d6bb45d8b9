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
_FIRST, _LAST_OF_FOUR = 704, 1412
_PAPERS = ("abs", "pdf", "html", "format", "ps")


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        eprint = record.get("eprint")
        if eprint and _is_arxiv(record) and not _is_id(eprint):
            found = arxiv_id(eprint)
            advice = f"Write {found}; --fix does it." if _exists(found) else ""
            message = f"Record {key}: eprint = {{{eprint}}} is no bare arXiv id"
            yield Problem(RULE, message, field_place(record, "eprint"), advice)
    for url, place in addresses(site):
        is_paper = host_of(url).endswith("arxiv.org") and path_parts(url)[:1] and path_parts(url)[0] in _PAPERS
        if is_paper and ((named := identify(url)) is None or not _exists(named.value)):
            yield Problem(RULE, f"{url} has no arXiv id", place)


def _is_arxiv(record: Record) -> bool:
    return record.get("eprinttype", "archiveprefix").lower() in ("arxiv", "")


def _is_id(text: str) -> bool:
    found = arxiv_id(text)
    return _exists(found) and (text == found or bool(_VERSION.fullmatch(text.removeprefix(found))))


def _exists(found: str) -> bool:
    """Whether there can be such an id: from 2007-04 on it has four digits behind the dot, from 2015 on five.

    The scheme is that of https://info.arxiv.org/help/arxiv_identifier.html.
    """
    month, dot, number = found.partition(".")
    if not dot or "/" in found:
        return bool(found)
    return len(number) == (5 if int(month) > _LAST_OF_FOUR else 4) and int(month) >= _FIRST


def _mended(value: str) -> str:
    found = arxiv_id(value)
    return found if _exists(found) else value


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    places = {problem.location for problem in problems}
    changes = {
        (key, "eprint"): _mended for key, record in site.records.items() if field_place(record, "eprint") in places
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
