"""The order of pages: that of the tables of contents, from the root page down."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def page_order(root: str, includes: Mapping[str, Sequence[str]], found: set[str]) -> list[str]:
    """All docnames: those reached from ``root`` depth first, each once, then the others by name."""
    ordered = dict.fromkeys(_reached(root, includes, {root}))
    return [name for name in ordered if name in found] + sorted(found - ordered.keys())


def _reached(root: str, includes: Mapping[str, Sequence[str]], seen: set[str]) -> Iterator[str]:
    waiting = [root]
    while waiting:
        docname = waiting.pop()
        yield docname
        for child in reversed(includes.get(docname, ())):
            if child not in seen:
                seen.add(child)
                waiting.append(child)
