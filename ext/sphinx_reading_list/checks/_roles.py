"""The keys that the prose of pages names, in roles: ``{entry}`KEY` `` and ``{cite:p}`KEY,KEY` ``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.entry import Location
from ..lists.markup.markdown import strict_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from ._site import Site

ENTRY_ROLES = ("entry", "rl:entry")


class RoleKey(NamedTuple):
    """A key in a role: the role's name, the role as it is written, and where it stands."""

    key: str
    role: str
    written: str
    location: Location


def role_keys(site: Site) -> Iterator[RoleKey]:
    """All keys in roles, in the order of the site; those in the notes of entries, too."""
    for path, text in site.pages.items():
        yield from _in_text(text, path, 0)


def _in_text(text: str, path: str, offset: int) -> Iterator[RoleKey]:
    if "{cite" not in text and "entry}`" not in text:
        return
    lines = text.split("\n")
    for token in strict_markdown().parse(text):
        if token.type in ("fence", "colon_fence") and token.info.startswith("{") and token.map:
            yield from _in_text(token.content, path, offset + token.map[0] + 1)
        elif token.children:
            yield from _in_block(token, lines, path, offset)


def _in_block(token: Token, lines: Sequence[str], path: str, offset: int) -> Iterator[RoleKey]:
    start, end = token.map or (0, len(lines))
    for child in token.children or ():
        name = child.meta.get("name", "") if child.type == "myst_role" else ""
        if name in ENTRY_ROLES or name.startswith("cite"):
            written = f"{{{name}}}`{child.content}`"
            line = next((number for number in range(start, end) if written in lines[number]), start)
            place = Location(path, offset + line + 1)
            for key in keys_in(name, child.content):
                yield RoleKey(key, name, written, place)


def keys_in(role: str, content: str) -> list[str]:
    """The keys that a role's content names."""
    if role in ENTRY_ROLES:
        return [content.rpartition("<")[2].strip(" >") if content.endswith(">") else content.strip()]
    return [key.rpartition("}")[2].strip() for key in content.split(",")]
