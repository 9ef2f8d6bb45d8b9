"""A record of the .bib file, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .entry import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its key, its type in lower case, and its fields in the order of the file.

    A field's name is lower case; its value has lost its outer delimiters, ``@string`` names and ``#`` are resolved
    (a month macro stays a macro: ``feb``), and LaTeX is as it was written, but for ``url`` and ``doi``, which have none
    of its escapes. ``raw`` is its text in the file.
    """

    key: str
    type: str
    fields: Mapping[str, str] = field(default_factory=dict)
    location: Location = NOWHERE
    raw: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """All that it says, to tell whether that changed: ``raw`` stays when an ``@string`` that it names is edited."""
        return self.type, *self.fields.items()

    @property
    def is_titled(self) -> bool:
        """Whether its title says anything: braces and ties alone don't."""
        return bool(self.get("title").strip("{}~ "))

    def get(self, *names: str) -> str:
        """The value of the first of these fields that isn't empty, or an empty string."""
        for name in names:
            if (value := self.fields.get(name)) and (value := value.strip()):
                return value
        return ""
