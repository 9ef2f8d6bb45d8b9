"""The options of ``{entry}``: what each takes, how it is read and how it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ...core.dates import PartialDate
from ...core.kinds import BY_NAME as KINDS
from ...core.names import parse_names
from ...core.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ...core.entry import Location, PageEntry
    from ...core.names import Author

_KEY = re.compile(r"[^\s{}()\[\]<>,\"#%\\=~]+")
_PLAIN = re.compile(r"(?P<name>[a-z]+):(?: (?P<value>[^\W_][^\W_.,;/&()'’–-]*(?:[ .,;/&()'’–-]{1,3}[^\W_]+)*[.)]?))?")
_FLAGS = {"": True, "true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Option(NamedTuple):
    """An option: its name, what it is for, and an example (empty for a flag, which takes no value)."""

    name: str
    help: str
    example: str = ""


OPTIONS = (
    Option("key", "A stable citation key, for an entry that has no record in the .bib file.", "unsloth2025train"),
    Option(
        "formerly", "Keys that it had before, separated by semicolons; their addresses lead on.", "rafailov2023your"
    ),
    Option("highlight", "Marks an entry that readers shouldn't miss."),
    Option("kind", "What it is, where the record or the address doesn't say: " + ", ".join(KINDS) + ".", "video"),
    Option("authors", "Who made it, as BibTeX writes names, for an entry without a record.", "Ng, Andrew and OpenAI"),
    Option("date", "When it first appeared, as far as that is known (ISO 8601).", "2025-02"),
    Option("added", "When it came into the list (ISO 8601).", "2025-02-06"),
    Option("tags", "Topics, separated by semicolons.", "reward models; reasoning"),
    Option("aka", "Other titles that it is known by, separated by semicolons.", "Self-Play Fine-Tuning"),
)
"""All options of ``{entry}``, in the order in which they are written. Directives and docs take them from here."""


def is_key(text: str) -> bool:
    """Whether a text can be a citation key: no white space, and no character that BibTeX keeps for itself."""
    return bool(_KEY.fullmatch(text))


def read_options(options: Mapping[str, str | None], location: Location) -> tuple[dict[str, Any], list[Problem]]:
    """The fields of a :class:`~sphinx_reading_list.core.entry.PageEntry` that options give, and what is wrong with them.

    An option that can't be read is reported and left out.
    """
    fields: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, raw in options.items():
        reader = _READERS.get(name)
        if reader is None:
            known = ", ".join(option.name for option in OPTIONS)
            problems.append(
                Problem(Code.BAD_OPTION, f"'{name}' is no option of an entry; there are: {known}", location)
            )
            continue
        try:
            fields |= reader((raw or "").strip())
        except UnknownKindError as error:
            problems.append(Problem(Code.UNKNOWN_KIND, str(error), location))
        except ValueError as error:
            problems.append(Problem(Code.BAD_OPTION, f"{name}: {error}", location))
    return fields, problems


def write_options(entry: PageEntry) -> list[str]:
    """The option lines of an entry (``:kind: video``), each on one line, as MyST and we read them back."""
    values = {
        "key": entry.key if entry.title else "",
        "formerly": _join(entry.formerly),
        "kind": entry.kind,
        "authors": write_names(entry.authors, entry.authors_elided),
        "date": str(entry.date or ""),
        "added": str(entry.added or ""),
        "tags": _join(entry.tags),
        "aka": _join(entry.aka),
    }
    lines = []
    for option in OPTIONS:
        if option.name == "highlight":
            lines += [":highlight:"] if entry.highlight else []
        elif value := values[option.name]:
            lines.append(f":{option.name}: {quote(value)}")
    return lines


def quote(value: str) -> str:
    """An option's value on one line, in quotes where MyST would read it as YAML markup or as a comment."""
    value = " ".join(value.split())
    if not value.isprintable():
        value = "".join(character for character in value if character >= " " and character != "\x7f")
    if value[:1] in "'\"|>#" or " #" in value:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value


def part_options(lines: Sequence[str]) -> tuple[list[str], int]:
    """The options of a directive's content, without the colons or between the dashes, and the index of what is behind.

    MyST has them either way: ``:name: value``, or YAML between two lines of dashes.
    """
    if lines and lines[0].startswith("---"):
        end = next((index for index in range(1, len(lines)) if lines[index].startswith("---")), len(lines))
        return list(lines[1:end]), end + 1
    end = next((index for index, line in enumerate(lines) if not _is_option(line)), len(lines))
    return [line.lstrip()[1:] for line in lines[:end]], end


def plain_options(lines: Sequence[str]) -> dict[str, str]:
    """The options of lines that say the same whoever reads them: a name, a colon, words without any sign of YAML.

    Nothing where there is any other line; then MyST has to be asked.
    """
    found = [_PLAIN.fullmatch(line) for line in lines]
    return {match["name"]: match["value"] or "" for match in found if match} if all(found) else {}


def _is_option(line: str) -> bool:
    stripped = line.lstrip()
    return stripped.startswith(":") and not stripped.startswith(":::")


def write_names(authors: Iterable[Author], elided: bool = False) -> str:
    """Names as BibTeX lists them, in Unicode: ``Wu, Yue and {OpenAI} and others``."""
    return join_names([write_name(author) for author in authors], elided)


def join_names(names: Sequence[str], elided: bool = False) -> str:
    """The same for names that are written already."""
    return " and ".join([*names, "others"] if elided and names else names)


def write_name(author: Author) -> str:
    """A name as BibTeX writes it; braces keep a collective whole."""
    if author.collective:
        return f"{{{author.family}}}"
    # A family name of several words, without a given name, needs the comma to stay one.
    return author.sort_name if author.given or " " not in author.sort_name else f"{author.sort_name},"


class UnknownKindError(ValueError):
    """A kind that isn't in the table."""


def _highlight(value: str) -> dict[str, Any]:
    if value.lower() not in _FLAGS:
        raise ValueError(f"it takes no value, and not {value!r}")
    return {"highlight": _FLAGS[value.lower()]}


def _kind(value: str) -> dict[str, Any]:
    if value and value.lower() not in KINDS:
        raise UnknownKindError(f"{value!r} is no kind of entry; there are: {', '.join(KINDS)}")
    return {"kind": value.lower()}


def _key(value: str) -> dict[str, Any]:
    if value and not is_key(value):
        raise ValueError(f"{value!r} can't be a citation key: letters, digits and -_.:/+ are safe in one")
    return {"key": value}


def _formerly(value: str) -> dict[str, Any]:
    keys = split_several(value)
    if wrong := next((key for key in keys if not is_key(key)), ""):
        raise ValueError(f"{wrong!r} can't have been a citation key; several are separated by semicolons")
    return {"formerly": keys}


def _authors(value: str) -> dict[str, Any]:
    authors, elided = parse_names(value)
    return {"authors": authors, "authors_elided": elided}


def _date(field: str) -> Callable[[str], dict[str, Any]]:
    return lambda value: {field: PartialDate.parse(value) if value else None}


def _several(field: str) -> Callable[[str], dict[str, Any]]:
    return lambda value: {field: split_several(value)}


def split_several(value: str) -> tuple[str, ...]:
    r"""The parts of a value between semicolons, each once; ``\;`` is a semicolon within a part."""
    parts = (" ".join(part.replace("\\;", ";").split()) for part in re.split(r"(?<!\\);", value))
    return tuple(dict.fromkeys(part for part in parts if part))


def _join(parts: Iterable[str]) -> str:
    # A backslash at a part's end must not reach the semicolon.
    return "; ".join(part.replace(";", "\\;") + (" " if part.endswith("\\") else "") for part in parts)


_READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "key": _key,
    "formerly": _formerly,
    "highlight": _highlight,
    "kind": _kind,
    "authors": _authors,
    "date": _date("date"),
    "added": _date("added"),
    "tags": _several("tags"),
    "aka": _several("aka"),
}
