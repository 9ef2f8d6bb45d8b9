"""The dialect of the READMEs that ``reading-list export readme`` writes: it knows its own items, and no others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ...core.entry import Location
from ...core.problems import Code
from ..markup.markdown import list_markdown
from ..readmes.fields import with_fields
from ..readmes.head import Reading, read_visible
from ..readmes.item import write_item
from ..readmes.note import read_note
from ..reports import Reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from ..document import ListItem, Source


class Readme:
    """Reads the items that :func:`~sphinx_reading_list.lists.readmes.item.write_item` writes."""

    name = "readme"
    order = 1

    def read(self, node: SyntaxTreeNode, source: Source) -> list[ListItem] | None:
        """The entry of an item, with what its comment says; ``None`` where the program wouldn't write it like that."""
        head = node.children[0] if node.children else None
        token = head.children[0].token if head is not None and head.type == "paragraph" and head.children else None
        if token is None or "<!-- " not in token.content:
            return None
        children = token.children or []
        reading = read_visible(children)
        item = _with_comment(reading) if reading else None
        # What somebody has added to the item would be lost: another dialect reads it.
        if item is None or _signature(children) != _signature(_written(item)):
            return None
        line = token.map[0] + 1 if token.map else 0
        if isinstance(source.report, Reports):
            source.report.retract(Code.HTML_COMMENT, line)
        note = read_note(node.children[1:], source)
        return [item._replace(entry=item.entry._replace(note=note, location=Location(source.path, line)))]


def _with_comment(reading: Reading) -> ListItem | None:
    key, _, data = reading.comment.partition(" ") if not reading.comment.startswith("{") else ("", "", reading.comment)
    try:
        fields = json.loads(data) if data.strip() else {}
        if not isinstance(fields, dict):
            return None
        return with_fields(reading.item, {"key": key, **fields} if key else fields)
    except (ValueError, RecursionError):
        return None


def _written(item: ListItem) -> Sequence[Token]:
    tokens = list_markdown().parse(write_item(item))
    return next((token.children or [] for token in tokens if token.type == "inline"), [])


def _signature(tokens: Sequence[Token]) -> list[tuple[str, str, str]]:
    return [
        (token.type, token.content, str(token.attrs.get("href", "")))
        for token in tokens
        if token.type != "text" or token.content
    ]


DIALECT = Readme()
