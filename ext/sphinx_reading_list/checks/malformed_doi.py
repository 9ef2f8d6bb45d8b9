"""A DOI that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..bib.latex import to_address
from ..core.identifiers import doi, host_of
from ..core.problems import Problem, Rule
from ._addresses import addresses
from ._check import Check, Example
from ._records import field_place, with_changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ._site import Site

RULE = Rule(
    "malformed-doi",
    "A DOI isn't of the form 10.1000/182.",
    "Correct it; a record has the DOI bare, without https://doi.org/.",
)


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        value = record.get("doi")
        found = doi(value)
        if value and found != value.lower():
            advice = f"Write {found}; --fix does it." if found else ""
            yield Problem(RULE, f"Record {key}: doi = {{{value}}} is no bare DOI", field_place(record, "doi"), advice)
    for url, place in addresses(site):
        if host_of(url) in ("doi.org", "dx.doi.org") and not doi(url):
            yield Problem(RULE, f"{url} has no DOI", place)


def _bare(value: str) -> str:
    # DOIs are case-insensitive; the registrant's capitals stay.
    value = to_address(value)
    found = doi(value)
    start = value.lower().find(found)
    return value[start : start + len(found)] if found and start >= 0 else found or value


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    places = {problem.location for problem in problems}
    changes = {(key, "doi"): _bare for key, record in site.records.items() if field_place(record, "doi") in places}
    return {site.bib_path: with_changed(site.bib, changes)}


_PAGE = "# Learning\n\n:::{entry} lecun2015deep\n:::\n"
_RECORD = """\
@article{{lecun2015deep,
  author  = {{LeCun, Yann}},
  title   = {{Deep Learning}},
  journal = {{Nature}},
  year    = {{2015}},
  doi     = {{{}}},
}}
"""
CHECK = Check(
    RULE,
    _run,
    bad=Example(_PAGE, _RECORD.format("https://doi.org/10.1038/nature14539")),
    good=Example(_PAGE, _RECORD.format("10.1038/nature14539")),
    fix=_fix,
)
