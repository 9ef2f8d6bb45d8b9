"""What a format is: its name, and how one entry and several are written in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..core.entry import Entry
    from ..core.record import Record


class Provenance(NamedTuple):
    """Where a file of references came from: the title of the list, and its address."""

    title: str
    url: str = ""

    def __str__(self) -> str:
        return " ".join(", ".join(filter(None, self)).split())


def unsigned(text: str, _: Provenance) -> str:
    """The file as it is, in a format that has no place for where it came from."""
    return text


class Frame(NamedTuple):
    """What makes one file of several texts; the reader's browser does it too."""

    before: str = ""
    between: str = ""
    after: str = ""


NO_FRAME = Frame()


@dataclass(frozen=True, slots=True)
class Export:
    """An export format: ``name`` on the command line, ``label`` for people, ``suffix`` of its files.

    ``one`` writes an entry, with its record where there is one; it is pure, so that its result can be kept.
    ``frame`` is what stands around and between such texts in a file. ``sign`` says in such a file where it came from,
    in the way that the format has for it; programs that read the file get the same works as before.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    one: Callable[[Entry, Record | None], str]
    frame: Frame = NO_FRAME
    sign: Callable[[str, Provenance], str] = unsigned

    def join(self, texts: Iterable[str]) -> str:
        """One file of several texts of ``one``, or of none."""
        return self.frame.before + self.frame.between.join(texts) + self.frame.after


def sign_bibtex(text: str, provenance: Provenance) -> str:
    """A .bib file under a comment of one line; an ``@`` would begin a record there, for BibTeX knows no comments."""
    said = str(provenance).replace("@", "(at)")
    return f"% From {said}\n\n{text}" if said else text
