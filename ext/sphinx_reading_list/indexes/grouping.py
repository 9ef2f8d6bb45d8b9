"""The headings of an index, each with its entries: pure functions of the catalogue."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

from ..core.slugs import fold_value
from ._index import indexes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..core.catalogue import Catalogue
    from ..core.entry import Entry
    from ._index import Index, Value

# Of a long list, most names come several times.
_fold = lru_cache(maxsize=1 << 16)(fold_value)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an index: the value as most entries spell it, how it is shown, its first letter, and its entries.

    ``keys`` are those of the entries, the newest first. The letter is in ASCII and a capital, or ``#``.
    """

    value: str
    label: str
    letter: str
    keys: tuple[str, ...]


class Indexes:
    """The indexes of a catalogue, each made when it is first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._made: dict[str, Mapping[str, Heading]] = {}

    def headings(self, index: str) -> Mapping[str, Heading]:
        """The headings of an index that have a page, by their folded values, in their order."""
        if index not in self._made:
            made = headings(indexes()[index], self._newest)
            self._made[index] = {_fold(heading.value): heading for heading in made}
        return self._made[index]

    def heading(self, index: str, value: str) -> Heading | None:
        """The heading of a value, however it is spelled; None where it has no page."""
        return self.headings(index).get(_fold(value))

    @cached_property
    def _newest(self) -> list[Entry]:
        """All entries, the newest first; those of a day as in the list, those without a date last."""
        return sorted(self._catalogue.entries.values(), key=_age)


def _age(entry: Entry) -> tuple[int, int, int]:
    return (-entry.date.year, -entry.date.month, -entry.date.day) if entry.date else (0, 0, 0)


def headings(index: Index, entries: Iterable[Entry]) -> list[Heading]:
    """The headings of an index with enough entries, in their order; under each, the entries are in the order given."""
    keys: dict[str, dict[str, None]] = {}
    spellings: dict[str, Counter[Value]] = {}
    for entry in entries:
        for value in index.values(entry):
            folded = _fold(value.name)
            keys.setdefault(folded, {})[entry.key] = None
            spellings.setdefault(folded, Counter())[value] += 1
    found = []
    for folded, of_entries in keys.items():
        if len(of_entries) >= index.least:
            value = min(spellings[folded], key=lambda value, of=spellings[folded]: (-of[value], value))  # type: ignore[misc]
            found.append((_sort_key(value), _heading(index, value, tuple(of_entries))))
    return [heading for _, heading in sorted(found, key=lambda pair: pair[0], reverse=index.descending)]


def _heading(index: Index, value: Value, keys: tuple[str, ...]) -> Heading:
    first = anyascii(value.sort).strip()[:1].upper()
    letter = first if first.isascii() and first.isalpha() else "#"
    return Heading(value.name, index.shown(value.name), letter, keys)


def _sort_key(value: Value) -> tuple[str, str, str]:
    """As a reader of Latin letters looks for it: accents and case don't count, other scripts by how they sound."""
    return anyascii(value.sort).casefold(), value.sort, value.name


def written_together(heading: Heading, catalogue: Catalogue, most: int = 12) -> Iterator[tuple[str, int]]:
    """With whom an author wrote most of a heading's entries, and how many; equals in the order of the entries."""
    together: Counter[str] = Counter()
    names: dict[str, str] = {}
    for key in heading.keys:
        here = {_fold(value.name): value.name for value in indexes()["author"].values(catalogue.entries[key])}
        together.update(here.keys())
        names = here | names
    del together[_fold(heading.value)]
    for folded, count in together.most_common(most):
        yield names[folded], count
