"""What an index is: which headings an entry stands under, and how these are ordered and called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..core.registry import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..core.entry import Entry


class Value(NamedTuple):
    """What an entry has of an index, and the text that it is sorted by (``Wu, Yue``)."""

    name: str
    sort: str


def itself(value: str) -> str:
    """For an index that shows its values as they are."""
    return value


@dataclass(frozen=True, slots=True)
class Index:
    """An index. ``name`` is that in addresses and of the facet of the search; ``place`` orders the indexes.

    ``label`` is the title of its overview, and ``said`` what that says below. ``title`` is that of a heading's page, with
    the value for ``{}``. ``values`` are those of an entry, ``shown`` makes one readable. A heading needs ``least`` entries
    to have a page. ``letters`` puts the headings of the overview under their first letters.
    """

    name: str
    place: int
    label: str
    said: str
    title: str
    values: Callable[[Entry], Iterable[Value]]
    shown: Callable[[str], str] = itself
    least: int = 1
    letters: bool = False
    descending: bool = False


def indexes() -> Mapping[str, Index]:
    """The indexes by name, in the order in which they are offered."""
    found = discover("sphinx_reading_list.indexes", "INDEX", "sphinx_reading_list.indexes")
    return dict(sorted(found.items(), key=lambda pair: (pair[1].place, pair[0])))
