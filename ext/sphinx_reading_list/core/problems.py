"""What can be wrong, as values: the one list of codes, and a problem at a place.

A code is at once the name of a lint rule, the subtype of a Sphinx warning (``reading_list.CODE``, for
``suppress_warnings``) and a section of the documentation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .entry import NOWHERE, Location


class Code(Enum):
    """Every problem that is reported: ``NAME = (code, what it means, what to do)``."""

    def __init__(self, code: str, meaning: str, advice: str) -> None:
        self.code = code
        self.meaning = meaning
        self.advice = advice

    # Files that are read or written
    UNREADABLE_FILE = (
        "unreadable-file",
        "A file is missing, is a directory, or may not be read.",
        "Check the path and its permissions.",
    )
    NOT_UTF8 = (
        "not-utf8",
        "A file is not UTF-8 text; it was read in another encoding, which is named.",
        "Save the file as UTF-8.",
    )
    EMPTY_FILE = ("empty-file", "A file holds nothing.", "Check that it is the file you meant.")

    # refs.bib
    BROKEN_RECORD = (
        "broken-record",
        "A record of the .bib file can't be read (an unbalanced brace, a missing comma); the others are used.",
        "Mend the record; the message says where reading stopped.",
    )
    DUPLICATE_KEY = (
        "duplicate-key",
        "Two records, or two entries without a record, have the same citation key; the first one is used.",
        "Give the second one a key of its own, or delete it.",
    )
    RECORD_WITHOUT_TITLE = ("record-without-title", "A record has no title.", "Add a title field.")

    # Entries on pages
    UNKNOWN_KEY = (
        "unknown-key",
        "A page names a citation key that the .bib file doesn't have.",
        "Correct the key (the message gives the nearest ones), or add the record.",
    )
    ENTRY_WITHOUT_TITLE = (
        "entry-without-title",
        "An entry has neither a citation key nor a link with a title.",
        "Write a key of the .bib file, or [title](address), behind the directive's name.",
    )
    UNSAFE_LINK = (
        "unsafe-link",
        "An address is none that a page may link to: only http, https and mailto are.",
        "Correct the address; the text is shown without a link until then.",
    )
    BAD_OPTION = ("bad-option", "An option's value isn't what the option takes.", "The message says what it takes.")
    UNKNOWN_KIND = ("unknown-kind", "An entry's kind is none that is known.", "Use one of the kinds that the message lists.")
    NOT_UNDERSTOOD = (
        "not-understood",
        "A part of a list isn't an entry in any known form; it is kept in its place as it is.",
        "Nothing has to be done; to make a card of it, write it as an entry.",
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong at a place: a code, what exactly, and what to do where the code's advice is too general.

    ``str()`` gives the one-line form: ``FILE:LINE: CODE message``.
    """

    code: Code
    message: str
    location: Location = NOWHERE
    advice: str = ""

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return self.advice or self.code.advice

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location != NOWHERE else ""
        return f"{place}{self.code.code} {self.message}"
