"""What a rule is: what it looks for, how, its examples, and how it mends what it can."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ._site import DEFAULTS, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..core.problems import Problem, Rule

    Run = Callable[[Site], Iterable[Problem]]
    Fix = Callable[[Site, Sequence[Problem]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Example:
    """A small list: a page, the .bib file beside it, and settings other than the default ones."""

    page: str = ""
    bib: str = ""
    settings: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def site(self) -> Site:
        """The example as a whole list."""
        return Site(
            {"list/page.md": self.page},
            self.bib,
            settings={**DEFAULTS, **self.settings},
            dates_added=lambda site, keys: dict.fromkeys(keys, "2025-03-01"),
        )


@dataclass(frozen=True, slots=True)
class Check:
    """A rule. ``run`` finds problems of its code; ``fix`` gives the new text of each file that mends some of them.

    ``bad`` is reported and ``good`` isn't: both are shown in the documentation, and tested. ``on`` says whether the
    rule is on where nobody chooses.
    """

    rule: Rule
    run: Run
    bad: Example
    good: Example
    fix: Fix | None = None
    on: bool = True

    @property
    def name(self) -> str:
        """The rule's code."""
        return self.rule.code


def reported(rule: Rule) -> Run:
    """A rule for what reading the files finds already."""
    return lambda site: (problem for problem in site.problems if problem.code is rule)


def with_setting(example: Example, **settings: str) -> Example:
    """The example with other settings."""
    return replace(example, settings=settings)
