"""The ``{entry}`` directive as text: read into a :class:`PageEntry`, and written so that it reads back the same.

Pure functions that the Sphinx directive and the command line share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.entry import Link, Location, PageEntry
from ...core.identifiers import is_safe_url
from ...core.problems import Code, Problem
from ..markup.escape import escape_text, plain_link, write_link
from ..markup.link_list import parse_body
from ..markup.markdown import one_line, plain_text, title_markdown
from .options import is_key, read_options, write_options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Title", "note_span", "page_entry", "parse_argument", "parse_body", "write_entry"]


class Title(NamedTuple):
    """The argument of an entry that is written on the page whole: ``[title](url)``."""

    title: str
    url: str


def parse_argument(text: str) -> str | Title:
    """What an ``{entry}`` is called after: a link with its title as plain text, or else the text as it is, a key.

    An argument that is neither (white space in it, no link) comes back as it is; see :func:`page_entry`.
    """
    text = one_line(text)
    if "](" not in text:
        return text
    if plain := plain_link(text):
        return Title(*plain)
    children = title_markdown().parseInline(text)[0].children or []
    depths = [index for index, token in enumerate(children) if token.type in ("link_open", "link_close")]
    if depths != [0, len(children) - 1]:
        return text
    title = one_line(plain_text(children[1:-1]))
    return Title(title, str(children[0].attrGet("href") or ""))


def page_entry(
    argument: str, options: Mapping[str, str | None], body: Sequence[str], location: Location, body_line: int
) -> tuple[PageEntry, list[Problem]]:
    """The entry that a directive's parts say, and what is wrong with it.

    ``location`` is the line of the directive's name, ``body_line`` the line (from 1) of the first line of ``body``.
    The entry's ``note`` is what the list of links leaves of the body, without blank lines around it: which lines
    these are, :func:`note_span` says.
    """
    fields, problems = read_options(options, location)
    problems += _set_subject(fields, argument, location)
    note, links = parse_body(body)
    fields["links"] = tuple(link for link in links if is_safe_url(link.url))
    for link in links:
        if not is_safe_url(link.url):
            line = next((n for n, text in enumerate(body) if link.url in text), 0)
            place = Location(location.path, body_line + line)
            problems.append(
                Problem(Code.UNSAFE_LINK, f"{link.label!r} leads to {link.url!r}, which is left out", place)
            )
    return PageEntry(**fields, note="\n".join(note), location=location), problems


def note_span(body: Sequence[str], note: str) -> tuple[int, int]:
    """Where a note stands in the body it was taken from: its first line, counted from 0, and how many lines it has."""
    if not note:
        return 0, 0
    return next(index for index, line in enumerate(body) if line.strip()), note.count("\n") + 1


def _set_subject(fields: dict[str, object], argument: str, location: Location) -> list[Problem]:
    """Put key, title and url of the argument into the fields; say what is wrong with them."""
    subject = parse_argument(argument)
    if isinstance(subject, Title):
        return _set_title(fields, subject, location)
    if is_key(subject):
        problems = []
        if fields.get("key", subject) != subject:
            message = f"key: the entry is {subject!r} already; only an entry with a title and a link takes one"
            problems.append(Problem(Code.BAD_OPTION, message, location))
        fields["key"] = subject
        return problems
    fields["title"] = subject
    what = f"{subject!r} is neither a citation key nor a [title](address)" if subject else "no key and no title"
    return [Problem(Code.ENTRY_WITHOUT_TITLE, what, location)]


def _set_title(fields: dict[str, object], subject: Title, location: Location) -> list[Problem]:
    problems = []
    fields["title"] = subject.title or subject.url
    if not subject.title:
        problems.append(Problem(Code.ENTRY_WITHOUT_TITLE, f"the link to {subject.url!r} has no title", location))
    if not subject.url or is_safe_url(subject.url):
        fields["url"] = subject.url
    else:
        problems.append(Problem(Code.UNSAFE_LINK, f"{subject.title!r} leads to {subject.url!r}", location))
    return problems


def write_entry(entry: PageEntry) -> str:
    """The directive of an entry, with a line break at its end, such that reading it gives the same entry again."""
    argument = write_link(entry.title, entry.url, titled=True) if entry.title else entry.key
    lines = [f"{{entry}} {argument}", *write_options(entry)]
    note = entry.note.split("\n") if entry.note else []
    if note:
        lines += ["", *note]
    if entry.links:
        lines += ["", *_link_lines(entry.links, note)]
    text = "\n".join(lines)
    fence = ":" * max(3, 1 + max(map(_leading_colons, lines))) if ":::" in text else ":::"
    return f"{fence}{text}\n{fence}\n"


def _link_lines(links: Sequence[Link], note: Sequence[str]) -> list[str]:
    written = [write_link(link.label, link.url) + _detail(link.detail) for link in links]
    # A list in the note that ends in the same bullet would take the links in.
    for bullet in "-*+":
        lines = [f"{bullet} {item}" for item in written]
        if not note or len(parse_body([*note, "", *lines])[1]) == len(links):
            return lines
    return [f"- {item}" for item in written]


def _detail(detail: str) -> str:
    return f" – {escape_text(detail)}" if detail else ""


def _leading_colons(line: str) -> int:
    line = line.lstrip()
    colons = len(line) - len(line.lstrip(":"))
    return colons if colons > 2 else 0
