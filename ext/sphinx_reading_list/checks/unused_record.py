"""A record that nothing uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule
from ..lists.markup.markdown import strict_markdown
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site

RULE = Rule(
    "unused-record",
    "A record of the .bib file is on no page: no entry names it, links to its work, or cites it, and no other record takes "
    "its book from it (crossref).",
    "Add an entry with its key to a page, or delete the record.",
)


def _run(site: Site) -> Iterator[Problem]:
    used = site.catalogue.entries.keys() | site.catalogue.mentions.keys() | site.wholes | set(_cited(site))
    for key, record in site.records.items():
        # Of other pages, which may be in other markup, the bare text is looked at: rather a record too many.
        if key not in used and not any(key in text for text in site.others.values()):
            yield Problem(RULE, f"No page uses the record {key}", record.location)


def _cited(site: Site) -> Iterator[str]:
    """The keys that roles name, ``{cite:p}`a,b` `` and ``{entry}`a` ``, and entries within other directives."""
    for text in site.pages.values():
        yield from _named(text)


def _named(text: str) -> Iterator[str]:
    if "{cite" not in text and "entry}" not in text:
        return
    for token in strict_markdown().parse(text):
        if token.type in ("fence", "colon_fence") and token.info.startswith("{"):
            if token.info.startswith("{entry}"):
                yield token.info.removeprefix("{entry}").strip()
            yield from _named(token.content)
        for child in token.children or ():
            if child.type == "myst_role" and child.meta["name"].startswith(("cite", "entry", "rl:entry")):
                for key in child.content.split(","):
                    yield key.rpartition("<")[2].strip(" >")


_ONE = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(
    RULE,
    _run,
    bad=Example("# RLHF\n", _ONE),
    good=Example("# RLHF\n\n:::{entry} wu2024selfplay\n:::\n", _ONE),
)
