"""``CITATION.cff``: how a list itself is cited, read as a record like any other.

The Citation File Format 1.2.0 (https://doi.org/10.5281/zenodo.5171937); what a citation doesn't need is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from ..core.dates import PartialDate
from ..core.entry import Location
from ..core.identifiers import is_safe_url
from ..core.problems import Code, Problem
from ..core.record import Record
from ..core.slugs import ascii_fold, slugify
from .latex import to_latex

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "CITATION.cff"
_TYPES = {"software": "software", "dataset": "dataset"}


def read_citation(text: str, path: str) -> tuple[Record | None, list[Problem]]:
    """The record of what a file says, and what is wrong with it. Without a title there is none. Never raises."""
    try:
        # All values as they are written: else version 1.10 would be the number 1.1.
        said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  (it makes nothing but texts, lists and mappings)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", "") or getattr(error, "reason", "") or "it isn't YAML"
        return None, [_problem(f"can't be read: {reason}", path, mark.line + 1 if mark else 0)]
    except (ValueError, RecursionError) as error:
        return None, [_problem(f"can't be read: {error}", path)]
    if not isinstance(said, dict) or not _text(said.get("title")):
        return None, [_problem("has no title", path)]
    problems: list[Problem] = []
    fields = {"author": " and ".join(_names(said.get("authors"))), "title": f"{{{to_latex(_text(said['title']))}}}"}
    if not fields["author"]:
        problems.append(_problem("names no author", path))
    fields |= {"version": to_latex(_text(said.get("version"))), "doi": _text(said.get("doi"))}
    if date := _text(said.get("date-released")):
        try:
            fields["date"] = PartialDate.parse(date).isoformat()
        except ValueError:
            problems.append(_problem(f"date-released: {date!r} is no date like 2025-02-06", path))
    url = _text(said.get("url")) or _text(said.get("repository-code"))
    fields["url"] = url if is_safe_url(url) else ""
    kind = _TYPES.get(_text(said.get("type")) or "software", "online")
    key = slugify(ascii_fold(_text(said["title"]))) or "list"
    return Record(key, kind, {name: value for name, value in fields.items() if value}, Location(path)), problems


def titled(title: str, path: str = "") -> Record:
    """The record of a list of which nothing is known but its title."""
    return Record(slugify(ascii_fold(title)) or "list", "online", {"title": f"{{{to_latex(title)}}}"}, Location(path))


def _names(authors: Any) -> Iterator[str]:
    """The authors as BibTeX writes them."""
    for author in authors if isinstance(authors, list) else ():
        if not isinstance(author, dict):
            continue
        part = {name: to_latex(_text(value)) for name, value in author.items()}
        if family := part.get("family-names"):
            head = " ".join(filter(None, (part.get("name-particle"), family)))
            yield ", ".join(filter(None, (head, part.get("name-suffix"), part.get("given-names"))))
        elif name := part.get("name") or part.get("given-names") or part.get("alias"):
            yield f"{{{name}}}"


def _text(value: Any) -> str:
    """A value as one line of text; a list or a mapping is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _problem(message: str, path: str, line: int = 0) -> Problem:
    return Problem(Code.BROKEN_CITATION, message, Location(path, line))
