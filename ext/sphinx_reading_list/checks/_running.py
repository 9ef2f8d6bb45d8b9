"""Rules chosen, run and let mend."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..core.problems import Code, Problem
from ..core.registry import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from ._check import Check
    from ._site import Site

GROUP = "sphinx_reading_list.checks"


def checks() -> Mapping[str, Check]:
    """All rules by code: ours, and those of other packages."""
    return discover("sphinx_reading_list.checks", "CHECK", GROUP)


def codes() -> list[str]:
    """Every code that can be chosen or ignored: of rules, and of what reading reports."""
    return sorted({*checks(), *(code.code for code in Code)})


def chosen(select: Collection[str], ignore: Collection[str]) -> Callable[[str], bool]:
    """Whether a code is looked for: it is selected (nothing selected: on by default), and isn't ignored."""
    known = checks()

    def wanted(code: str) -> bool:
        if code in ignore:
            return False
        return code in select if select else code not in known or known[code].on

    return wanted


def find(site: Site, wanted: Callable[[str], bool]) -> list[Problem]:
    """The problems of a list, in the order of their files and lines."""
    known = checks()
    found = [problem for name, check in known.items() if wanted(name) for problem in check.run(site)]
    # What no rule asks for (a file that can't be read) is reported all the same.
    found += [problem for problem in site.problems if problem.code.code not in known and wanted(problem.code.code)]
    order = {path: place for place, path in enumerate([*site.pages, *site.files, site.bib_path])}
    return sorted(
        dict.fromkeys(found),
        key=lambda problem: (
            order.get(problem.location.path, len(order)),
            problem.location,
            problem.code.code,
            problem.message,
        ),
    )


class Mended(NamedTuple):
    """A site after its mending: the problems that are gone, and those that stay."""

    site: Site
    fixed: list[Problem]
    left: list[Problem]


def mend(site: Site, wanted: Callable[[str], bool], concerns: Callable[[Problem], bool]) -> Mended:
    """Let each rule mend what it can of the problems that concern somebody."""
    fixed: list[Problem] = []
    for name, check in checks().items():
        if check.fix is None or not wanted(name):
            continue
        problems = [problem for problem in check.run(site) if concerns(problem)]
        if not problems:
            continue
        texts = {path: text for path, text in check.fix(site, problems).items() if site.texts().get(path) != text}
        if not texts:
            continue
        site = site.with_texts(texts)
        left = Counter(problem.message for problem in check.run(site))
        fixed += _gone(problems, left)
    return Mended(site, fixed, [problem for problem in find(site, wanted) if concerns(problem)])


def _gone(problems: Iterable[Problem], left: Counter[str]) -> list[Problem]:
    gone = []
    for problem in problems:
        if left[problem.message]:
            left[problem.message] -= 1
        else:
            gone.append(problem)
    return gone
