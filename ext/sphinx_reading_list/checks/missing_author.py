"""A record without an author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site

RULE = Rule(
    "missing-author",
    "A record has neither author nor editor.",
    "Add who made it; an organisation stands in double braces: author = {{OpenAI}}.",
)


def _run(site: Site) -> Iterator[Problem]:
    for key, record in site.records.items():
        if not record.get("author", "editor"):
            yield Problem(RULE, f"Record {key} has no author", record.location)


_PAGE = "# Models\n\n:::{entry} openai2023gpt4\n:::\n"
_RECORD = """\
@misc{openai2023gpt4,
  author = {{OpenAI}},
  title  = {{GPT-4} Technical Report},
  year   = {2023},
  eprint = {2303.08774},
}
"""
CHECK = Check(
    RULE, _run, bad=Example(_PAGE, _RECORD.replace("  author = {{OpenAI}},\n", "")), good=Example(_PAGE, _RECORD)
)
