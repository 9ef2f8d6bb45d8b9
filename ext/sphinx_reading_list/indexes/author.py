"""By author: everyone with two entries or more.

People who have the same name can't be told apart here, and share a heading; a person who has two, has two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.words import cleaned
from ._index import Index, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry


def authors_of(entry: Entry) -> Iterator[Value]:
    """The names of its authors, sorted by family name."""
    for author in entry.authors:
        if name := cleaned(author.name):
            yield Value(name, cleaned(author.sort_name))


INDEX = Index(
    "author",
    1,
    "Authors",
    "Everyone with two entries or more, by family name. People who have the same name share a page.",
    "Entries by {}",
    authors_of,
    least=2,
    letters=True,
)
