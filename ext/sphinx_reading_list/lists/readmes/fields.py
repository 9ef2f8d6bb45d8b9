"""The fields of a README's entry as JSON: what its comment says where the visible text can't."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...core.dates import PartialDate
from ...core.entry import STATUSES, Link
from ...core.identifiers import is_safe_url
from ...core.kinds import BY_NAME as KINDS
from ...core.names import Author, parse_names
from ..markup.markdown import one_line
from ..pages.options import is_key, write_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..document import ListItem

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_FAMILIES = "families"
"""Family names of several words: with them, the names that a reader sees say it all."""
_OF_ITEM = ("arxiv", "doi", "venue", "published", "undated", "status")
FIELDS = (
    "key", "title", "url", "highlight", "kind", "authors", "authors_elided", "date", "added", "tags", "aka", "formerly",
    "arxiv", "doi", "venue", "published", "undated", "status", "links",
)  # fmt: skip
"""Everything that a README says of an entry, but for its note."""


def doi_link(number: str) -> str:
    """Where a DOI leads."""
    return f"https://doi.org/{quote(number, safe='/:;()._-~!*,@&=+$')}"


def as_json(item: ListItem, name: str) -> Any:
    """A field's value as JSON has it."""
    value = getattr(item if name in _OF_ITEM else item.entry, name)
    if name == "links":
        return [[link.url, link.label, link.detail] for link in value]
    if name == "authors":
        names = write_names(value)
        # As BibTeX has them, wherever that says it all.
        return names if parse_names(names) == (value, False) else [list(_parts(author)) for author in value]
    if isinstance(value, PartialDate) or value is None:
        return str(value or "")
    return list(value) if isinstance(value, tuple) else value


def hidden_fields(item: ListItem, visible: ListItem) -> dict[str, Any]:
    """What a reader of the visible text wouldn't know, as JSON has it; the key apart."""
    hidden = {name: as_json(item, name) for name in FIELDS if as_json(item, name) != as_json(visible, name)}
    hidden.pop("key", None)
    families = list(dict.fromkeys(author.family for author in item.entry.authors if " " in author.family))
    if "authors" in hidden and _split(visible.entry.authors, families) == item.entry.authors:
        del hidden["authors"]
        hidden[_FAMILIES] = families
    return hidden


def with_fields(item: ListItem, fields: Mapping[str, Any]) -> ListItem:
    """The item with what a comment says of it; raise ``ValueError`` where it says what an item can't be."""
    for name, value in fields.items():
        if name not in (*FIELDS, _FAMILIES):
            raise ValueError(f"{name!r} is no field")
        try:
            read: Any = _split(item.entry.authors, value) if name == _FAMILIES else _READERS[name](value)
        except (TypeError, AttributeError) as error:
            raise ValueError(f"{name} can't be {value!r}") from error
        field = "authors" if name == _FAMILIES else name
        item = (
            item._replace(**{field: read})
            if field in _OF_ITEM
            else item._replace(entry=item.entry._replace(**{field: read}))
        )
    return item


def _split(authors: Sequence[Author], families: Sequence[str]) -> tuple[Author, ...]:
    """The authors with these family names, of several words each, taken as such: *Nicolas Le Roux* is *Le Roux*."""
    named = [_text(family) for family in families]
    found = []
    for author in authors:
        family = next((one for one in named if author.name.endswith(f" {one}")), "")
        found.append(Author(family, author.name.removesuffix(family).strip()) if family else author)
    return tuple(found)


def _parts(author: Author) -> tuple[str | bool, ...]:
    return author.family, author.given, author.particle, author.suffix, author.collective


def _authors(value: Any) -> tuple[Author, ...]:
    return parse_names(_text(value))[0] if isinstance(value, str) else tuple(map(_author, value))


def _text(value: Any) -> str:
    if not isinstance(value, str) or _CONTROL.search(value) or one_line(value) != value:
        raise ValueError(f"{value!r} is no line of text")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not a flag")
    return value


def _address(value: Any) -> str:
    if value and not is_safe_url(value):
        raise ValueError(f"{value!r} is no address")
    return str(value)


def _kind(value: Any) -> str:
    if value and value not in KINDS:
        raise ValueError(f"{value!r} is no kind")
    return str(value)


def _status(value: Any) -> str:
    if value not in ("", *STATUSES):
        raise ValueError(f"{value!r} is no status")
    return str(value)


def _key(value: Any) -> str:
    if value and not is_key(value):
        raise ValueError(f"{value!r} is no key")
    return str(value)


def _date(value: Any) -> PartialDate | None:
    return PartialDate.parse(value) if value else None


def _author(value: Any) -> Author:
    family, given, particle, suffix = map(_text, value[:4])
    return Author(family, given, particle, suffix, _flag(value[4]))


def _links(value: Any) -> tuple[Link, ...]:
    return tuple(Link(_address(url), _text(label), _text(detail)) for url, label, detail in value)


_READERS: dict[str, Callable[[Any], Any]] = {
    "key": _key,
    "title": _text,
    "url": _address,
    "highlight": _flag,
    "kind": _kind,
    "authors": _authors,
    "authors_elided": _flag,
    "date": _date,
    "added": _date,
    "tags": lambda value: tuple(map(_text, value)),
    "aka": lambda value: tuple(map(_text, value)),
    "formerly": lambda value: tuple(map(_key, value)),
    "arxiv": _text,
    "doi": _text,
    "venue": _text,
    "published": _date,
    "undated": _flag,
    "status": _status,
    "links": _links,
}
