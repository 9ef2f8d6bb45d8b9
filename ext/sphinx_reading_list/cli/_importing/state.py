"""What the last import read and wrote, remembered in a file beside the pages.

It tells a change of the list from a change by hand. A line an entry, sorted as the list is: a commit shows what changed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from ...core.entry import Location
from ...core.problems import Code, Problem
from .._files import FailedError

if TYPE_CHECKING:
    from collections.abc import Mapping

STATE_FILE = ".reading-list-import.json"
SCHEMA = 1
_ABOUT = "What `reading-list import` read and wrote last. It writes this file; commit it with the pages."


class Remembered(NamedTuple):
    """What an import wrote: an entry (``key``, and ``of``: its work), a text of so many ``lines``, or a ``title``.

    ``read`` is the digest of its lines in the source, ``wrote`` that of what was written on the page ``page``.
    """

    page: str
    key: str = ""
    of: str = ""
    title: str = ""
    lines: int = 0
    read: str = ""
    wrote: str = ""


@dataclass
class State:
    """What is remembered: of each source what was written, in its order, and the digests of the records that were made.

    A source is called by its place, seen from the folder of pages; ``folders`` are those of their pages.
    """

    sources: dict[str, list[Remembered]] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)


def digest(text: str) -> str:
    """A short digest of a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def read_state(text: str, path: str) -> State:
    """The state that a file holds; a new one for an empty text. :class:`FailedError` where it can't be read."""
    if not text.strip():
        return State()
    try:
        content = json.loads(text)
        if content["schema"] != SCHEMA:
            raise ValueError(f"its schema is {content['schema']}, not {SCHEMA}")
        sources, folders = {}, {}
        for place, source in content["sources"].items():
            folders[place] = _text(source["folder"])
            sources[place] = [_remembered(page, thing) for page, things in source["pages"].items() for thing in things]
        return State(sources, folders, {key: _text(value) for key, value in content["records"].items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        message = f"can't be read: {type(error).__name__}: {error}".replace("\n", " ")
        raise FailedError(Problem(Code.BROKEN_STATE, message, Location(path, getattr(error, "lineno", 0)))) from error


def _remembered(page: str, thing: Mapping[str, Any]) -> Remembered:
    texts = {name: _text(thing[name]) for name in ("key", "of", "title", "read", "wrote") if name in thing}
    return Remembered(page, lines=int(thing.get("lines", 0)), **texts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def write_state(state: State) -> str:
    """The text of the file."""
    sources = []
    for name in sorted(state.sources):
        pages: dict[str, list[str]] = {}
        for thing in state.sources[name]:
            pages.setdefault(thing.page, []).append(_line(thing))
        written = [f"   {_json(page)}: [\n    " + ",\n    ".join(things) + "\n   ]" for page, things in pages.items()]
        folder = _json(state.folders.get(name, ""))
        sources.append(f'  {_json(name)}: {{"folder": {folder}, "pages": {{\n' + ",\n".join(written) + "\n  }}")
    records = [f"  {_json(key)}: {_json(state.records[key])}" for key in sorted(state.records)]
    return (
        f'{{\n "schema": {SCHEMA},\n "about": {_json(_ABOUT)},\n "sources": {{\n'
        + ",\n".join(sources)
        + '\n },\n "records": {'
        + ("\n" + ",\n".join(records) + "\n }" if records else "}")
        + "\n}\n"
    )


def _line(thing: Remembered) -> str:
    shown = zip(_SHOWN, thing[1:], strict=True)
    return f"{{{', '.join([f'{name}: {_json(value)}' for name, value in shown if value])}}}"


# json.dumps makes one anew for each call.
_json = json.JSONEncoder(ensure_ascii=False).encode
_SHOWN = tuple(map(_json, Remembered._fields[1:]))
"""What a line may say: all but the page, which stands above."""
