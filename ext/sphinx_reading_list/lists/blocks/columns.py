"""What the columns of a table hold, told from their headings and from what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.dates import read_date
from ..words.names_line import are_names
from ..words.venues import known_venue, read_venue
from .column_names import role_of_heading, tells_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .cells import Cell

    Rows = Sequence[Sequence[Cell]]

_TITLES = ("title", "work", "name")
_LINKS = ("paper", "link")


def roles_of(headings: Sequence[str], rows: Rows) -> list[str]:
    """What each column is; ``title`` for one of them, or none of them is anything where no row is an entry."""
    roles = [role_of_heading(heading) for heading in headings]
    title = _title_column(roles, rows)
    if title is None:
        return []
    chosen = roles[title]
    linked = sum(any(cell.links for cell in row) for row in rows)
    known = {role for index, role in enumerate(roles) if index != title} & {"authors", "venue", "date", "paper", "link"}
    # "Name" and "Model" may head any table; they mean works only where these lead somewhere.
    if chosen in ("title", "work"):
        sure = bool(known) or 2 * linked >= len(rows)
    else:
        sure = 2 * linked >= len(rows) and linked > 0
    if not sure:
        return []
    for index, role in enumerate(roles):
        if index != title and role in _TITLES:
            roles[index] = "paper" if role == "work" and not _are_titles(rows, index) else "field"
        elif index != title and role == "field" and tells_nothing(headings[index]):
            roles[index] = _role_by_contents(rows, index, set(roles))
    roles[title] = "title"
    return roles


def _title_column(roles: Sequence[str], rows: Rows) -> int | None:
    """The column that says what the works are called: one with titles in it, the best heading first."""
    named = [[index for index, role in enumerate(roles) if role == wanted] for wanted in _TITLES]
    titles, works, names = ([index for index in some if _are_titles(rows, index)] for some in named)
    if titles:
        return titles[0]
    long_works = [index for index in works if _length(rows, index) >= 3]
    for some in (long_works, names, works):
        if some:
            return some[0]
    return _title_by_contents(roles, rows)


def _title_by_contents(roles: Sequence[str], rows: Rows) -> int | None:
    """The column that says what the works are called, where no heading tells."""
    fields = [index for index, role in enumerate(roles) if role == "field" and _are_titles(rows, index)]
    if all(role == "field" for role in roles):
        # Nothing is known but what leads somewhere: links that are all a cell says, or addresses beside words.
        linked = [index for index in fields if _are_linked_titles(rows, index)]
        leads = any(_are_addresses(rows, index) for index in range(len(roles)))
        return linked[0] if linked else max(fields, key=lambda i: _length(rows, i)) if fields and leads else None
    linked = [index for index in fields if 2 * sum(bool(row[index].links) for row in rows) > len(rows)]
    if linked:
        return linked[0]
    for index, role in enumerate(roles):
        if role in _LINKS and _are_titles(rows, index) and _are_linked_titles(rows, index):
            return index
    if not any(role in _LINKS or role == "work" for role in roles):
        return None
    # Whatever is before the links to a paper and its code names it; where nothing does, what is said about it has to.
    notes = [index for index, role in enumerate(roles) if role == "note" and _are_titles(rows, index)]
    return next(iter(fields or notes), None)


def _role_by_contents(rows: Rows, index: int, taken: set[str]) -> str:
    """What a column with a heading that tells nothing holds, if nearly all its cells are the same kind of fact."""
    texts = [row[index].text for row in rows if row[index].text and not row[index].links]
    for role, is_one in _FACTS.items():
        if role not in taken and texts and 5 * sum(map(is_one, texts)) >= 4 * len(texts):
            return role
    return "field"


_FACTS: dict[str, Callable[[str], bool]] = {
    "date": lambda text: read_date(text) is not None,
    "authors": are_names,
    "venue": lambda text: bool(read_venue(text) or known_venue(text)),
}


def _are_titles(rows: Rows, index: int) -> bool:
    return 2 * sum(row[index].is_title for row in rows) > len(rows)


def _are_linked_titles(rows: Rows, index: int) -> bool:
    """Whether most cells of a column are links and hardly more, their texts titles and not their addresses."""
    linked = [row[index] for row in rows if row[index].links]
    return 2 * len(linked) > len(rows) and 2 * sum(map(_is_linked_title, linked)) > len(linked)


def _is_linked_title(cell: Cell) -> bool:
    text, url = cell.links[0].text.strip(), cell.links[0].url
    is_host = "." in text and " " not in text and text.casefold() in url.casefold()
    return cell.is_title and not is_host and 2 * sum(len(link.text) for link in cell.links) > len(cell.text)


def _are_addresses(rows: Rows, index: int) -> bool:
    """Whether most cells of a column only lead somewhere, and say nothing that could be a title."""
    return 2 * sum(bool(row[index].links) and not row[index].is_title for row in rows) > len(rows)


def _length(rows: Rows, index: int) -> float:
    filled = [len(row[index].text.split()) for row in rows if row[index].text]
    return sum(filled) / len(filled) if filled else 0
