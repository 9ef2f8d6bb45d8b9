"""A key that no record has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.nearest import Nearest
from ..core.problems import Code, Problem
from ..lists.pages.reading_path import paths_on, unknown_steps
from ._check import Check, Example, reported
from ._roles import ENTRY_ROLES, role_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._site import Site


def _run(site: Site) -> Iterator[Problem]:
    yield from reported(Code.UNKNOWN_KEY)(site)
    catalogue = site.catalogue
    known = site.works.keys() | catalogue.former_keys.keys()
    nearest = Nearest(site.works)
    for found in role_keys(site):
        # A key that it had before has a rule of its own.
        is_entry = found.role in ENTRY_ROLES
        if found.key not in (known if is_entry else site.records.keys() | catalogue.former_keys.keys()):
            what = "No entry" if is_entry else "No record"
            message = f"{what} has the key {found.key!r}{nearest.hint(found.key)}"
            yield Problem(Code.UNKNOWN_KEY, message, found.location)
    # The path is mostly on the first page, which holds no entries.
    for path, text in {**site.pages, **site.others}.items():
        if path.endswith(".md"):
            for steps in paths_on(text):
                yield from unknown_steps(steps, catalogue, path)


_PAGE = "# RLHF\n\n:::{{entry}} {}\n:highlight:\n:::\n\nSee {{cite:p}}`wu2024selfplay`.\n"
_RECORD = """\
@misc{wu2024selfplay,
  author = {Wu, Yue},
  title  = {Self-Play Preference Optimization},
  year   = {2024},
  eprint = {2405.00675},
}
"""
CHECK = Check(
    Code.UNKNOWN_KEY,
    _run,
    bad=Example(_PAGE.format("wu2024selfplaye"), _RECORD),
    good=Example(_PAGE.format("wu2024selfplay"), _RECORD),
)
