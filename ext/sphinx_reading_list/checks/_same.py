"""Works that have something in common that only one work has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.problems import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..core.entry import Entry
    from ._site import Site


def same(rule: Rule, what: str, names: Callable[[Entry], Iterable[str]]) -> Callable[[Site], Iterator[Problem]]:
    """A rule that reports each work that has a name (an id, an address) in common with one before it."""

    def run(site: Site) -> Iterator[Problem]:
        for name, first, second in pairs(site, names):
            message = f"{_called(site, second)} has the {what} {name} of {_called(site, first)} ({site.place(first)})"
            yield Problem(rule, message, site.place(second))

    return run


def pairs(site: Site, names: Callable[[Entry], Iterable[str]]) -> Iterator[tuple[str, str, str]]:
    """Each name that a work has in common with an earlier one, and the keys of the two."""
    holders: dict[str, str] = {}
    for key, entry in site.works.items():
        for name in dict.fromkeys(names(entry)):
            if (first := holders.setdefault(name, key)) != key:
                yield name, first, key


def _called(site: Site, key: str) -> str:
    return f"{key} (“{site.works[key].title}”)"
