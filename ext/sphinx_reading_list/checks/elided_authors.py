"""A list of authors that is cut short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..core.problems import Code, Problem
from ._check import Check, Example
from ._records import field_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site

_CUT = re.compile(r"\bet\.?\s+al\b|\.{3,}|…|\\l?dots\b|(?:^|\band\s+)others\s*$", re.IGNORECASE)


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        for name in ("author", "editor"):
            if match := _CUT.search(record.get(name)):
                message = f"Record {key}: its {name}s are cut short (“{match.group()}”)"
                yield Problem(Code.ELIDED_AUTHORS, message, field_place(record, name))
    for page in site.written:
        names = " and ".join(author.name for author in page.authors)
        if page.authors_elided or _CUT.search(names):
            yield Problem(Code.ELIDED_AUTHORS, f"The authors of “{page.title}” are cut short", page.location)


_PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n"
_RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue and Sun, Zhiqing and Gu, Quanquan},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(
    Code.ELIDED_AUTHORS,
    _run,
    bad=Example(_PAGE, _RECORD.replace("and Sun, Zhiqing and Gu, Quanquan", "et al.")),
    good=Example(_PAGE, _RECORD),
)
