"""The report of an import for programs: each field is declared here once, and documented from here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_VERSION = 1
"""It changes when the meaning of a field does."""


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How much there is of everything."""

    sections: Annotated[int, "headings that hold entries or text"]
    entries: Annotated[int, "entries"]
    highlighted: Annotated[int, "those of them that are highlighted"]
    links: Annotated[int, "links on the cards of the entries, those of their records among them"]
    records: Annotated[int, "entries that have a record in the .bib file"]
    not_understood: Annotated[int, "parts that are no entry in any known form, kept in their places as they are"]
    lost: Annotated[int, "losses that the comparison of the list with the pages found; each is in problems"]


@dataclass(frozen=True, kw_only=True)
class FileReport(Numbers):
    """What came of a list."""

    path: Annotated[str, "the list, as it was named"]
    title: Annotated[str, "its title, empty where it has none"]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What changed, as citation keys."""

    added: Annotated[tuple[str, ...], "entries that are new on the pages"] = ()
    updated: Annotated[tuple[str, ...], "entries that changed in the list and were brought up to date"] = ()
    deleted_by_hand: Annotated[tuple[str, ...], "entries of the list that a person took off the pages"] = ()
    new_records: Annotated[tuple[str, ...], "records that are new in the .bib file"] = ()
    updated_records: Annotated[tuple[str, ...], "records that were brought up to date"] = ()


@dataclass(frozen=True, kw_only=True)
class ReportedProblem:
    """A problem or a clean-up, and where."""

    code: Annotated[str, "a code, as the page of problems has them"]
    clean_up: Annotated[bool, "whether there is nothing to do: the exit status counts the others alone"]
    path: Annotated[str, "the file; empty where it is of none"]
    line: Annotated[int, "the line, from 1; 0 for a file as a whole"]
    message: Annotated[str, "what exactly"]
    advice: Annotated[str, "what to do"]


@dataclass(frozen=True, kw_only=True)
class ImportReport:
    """All that there is to say of an import."""

    schema_version: Annotated[int, "a number that changes when the meaning of a field does"] = SCHEMA_VERSION
    program: Annotated[str, "the program and its version"]
    dry_run: Annotated[bool, "whether nothing was written"]
    exit_status: Annotated[int, "0 done, 1 done with problems, 2 could not be done, and nothing was changed"]
    files: Annotated[tuple[FileReport, ...], "an object for each list"] = ()
    passed_over: Annotated[tuple[str, ...], "files of a folder that hold no entry or can't be read"] = ()
    totals: Annotated[Numbers | None, "the sums of files; null where nothing was done"] = None
    changes: Annotated[Changes, "what is otherwise than before"] = Changes()
    written: Annotated[tuple[str, ...], "the files that were written, or would have been"] = ()
    clean_ups: Annotated[dict[str, int], "how often each clean-up was used, by its code"] = field(default_factory=dict)
    problems: Annotated[tuple[ReportedProblem, ...], "all problems and clean-ups"] = ()


PARTS = {"": ImportReport, "files": FileReport, "totals": Numbers, "changes": Changes, "problems": ReportedProblem}
"""The kinds of objects in a report, by the name of the field that holds them; the first one is the report itself."""


def explained(part: type) -> Iterator[tuple[str, str]]:
    """The fields of a kind of object, each with what it says."""
    for name, hint in get_type_hints(part, include_extras=True).items():
        yield name, hint.__metadata__[0]
