"""Columns: the values of all entries for one field, in the entries' order, in the form in which the browser reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..core.dates import PartialDate


def lines(texts: Iterable[str]) -> str:
    """Texts as one, a line each; none of them may hold a line feed."""
    return "\n".join(texts)


def names(
    of_entries: Sequence[Sequence[str]], known: Iterable[str] = (), labels: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The names that each entry has: every name once, and for each entry how many and which.

    The names are sorted, unless ``known`` gives those that may occur in an order of its own. ``labels`` says how they
    are called, where that differs.
    """
    found = {name for of_entry in of_entries for name in of_entry}
    ordered = [name for name in known if name in found] or sorted(found)
    numbers = {name: number for number, name in enumerate(ordered)}
    column: dict[str, Any] = {
        "names": lines(ordered),
        "sizes": [len(of_entry) for of_entry in of_entries],
        "items": [numbers[name] for of_entry in of_entries for name in of_entry],
    }
    return column | ({"labels": lines(labels[name] for name in ordered)} if labels is not None else {})


def date_code(date: PartialDate | None) -> int:
    """A date as one number that sorts as dates do, 0 where unknown; ``dateOf`` in the script takes it apart."""
    return (date.year * 13 + date.month) * 32 + date.day if date else 0


def sparse(texts: Iterable[str]) -> dict[str, Any]:
    """Texts that few entries have: the numbers of those entries, and their texts."""
    found = {number: text for number, text in enumerate(texts) if text}
    return {"entries": list(found), "texts": lines(found.values())}
