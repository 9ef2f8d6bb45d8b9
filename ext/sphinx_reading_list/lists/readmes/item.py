"""An entry as an item of a README: plain and pretty on GitHub, and read back as the same entry.

``- 🌟 **[Title](address)** `tag` <!-- key -->``, then a line of authors in ``*…*``, then a line with date, venue and
links, then the note. What these can't say, or what wouldn't be read back from them, the comment says as JSON.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ..markup.escape import escape_all, escape_text, write_link
from ..markup.markdown import list_markdown
from .fields import doi_link, hidden_fields
from .head import Reading, read_visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...core.entry import Link
    from ..document import ListItem

STAR = "🌟"
_PLAIN_KEY = re.compile(r"[A-Za-z0-9]+(?:[-_:/.][A-Za-z0-9]+)*")


def write_item(item: ListItem) -> str:
    """The item's lines, with a line break at the end."""
    visible = next((lines for lines in _forms(item) if _read(lines) is not None), None)
    lines = visible or [f"**{escape_all(item.entry.title) or 'Untitled'}**"]
    read = _read(lines)
    assert read is not None
    hidden = hidden_fields(item, read.item)
    head = f"{lines[0]} {_comment(item.entry.key, hidden)}"
    text = "\\\n  ".join([head, *lines[1:]])
    note = "".join(f"  {line}\n" if line else "\n" for line in item.entry.note.split("\n")) if item.entry.note else ""
    return f"- {text}\n" + (f"\n{note}" if note else "")


def visible_lines(item: ListItem, escape: Callable[[str], str] = escape_text) -> list[str]:
    """What a reader sees of an item, but for its note."""
    entry = item.entry
    title = _link(entry.title, entry.url, escape) if entry.url else escape(entry.title)
    # That a work is retracted stands where tags do: a reader has to see it.
    tags = dict.fromkeys(filter(None, (*entry.tags, item.status)))
    head = f"{STAR} " * entry.highlight + f"**{title}**" + "".join(f" {_code(tag)}" for tag in tags)
    lines = [head]
    if entry.authors:
        names = ", ".join([*(author.name for author in entry.authors), *(["…"] if entry.authors_elided else [])])
        lines.append(f"*{escape(names)}*")
    facts = [escape(text) for text in (str(entry.date or ""), _venue(item)) if text]
    if facts or item.arxiv or item.doi or entry.links:
        lines.append(" · ".join([*facts, *_links(item, escape)]))
    return lines


def _venue(item: ListItem) -> str:
    """The venue as a reader sees it: with the year of its publication, if the comment says when that was."""
    year = str(item.published.year) if item.venue and item.published else ""
    return item.venue if year in item.venue else f"{item.venue} {year}"


def _forms(item: ListItem) -> Iterator[list[str]]:
    """The lines, with as few backslashes as each text needs, then with as many as all of them together may need."""
    yield visible_lines(item)
    yield visible_lines(item, escape_all)


def _links(item: ListItem, escape: Callable[[str], str]) -> Iterator[str]:
    if item.arxiv:
        yield f"[arXiv](https://arxiv.org/abs/{item.arxiv})"
        yield f"[PDF](https://arxiv.org/pdf/{item.arxiv})"
    if item.doi:
        yield write_link("DOI", doi_link(item.doi))
    for link in item.entry.links:
        yield _link_with_detail(link, escape)


def _link_with_detail(link: Link, escape: Callable[[str], str]) -> str:
    written = _link(link.label, link.url, escape) if link.label else write_link("", link.url)
    return f"{written} – {escape(link.detail)}" if link.detail else written


def _link(text: str, url: str, escape: Callable[[str], str]) -> str:
    written = write_link(text, url, titled=True)
    if escape is escape_all:
        # The address as that link has it, and the text as it is safe beside any other.
        return f"[{escape_all(text)}]({written.rpartition('](')[2]}"
    return written


def _code(text: str) -> str:
    fence = "`"
    while fence in text:
        fence += "`"
    space = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def _comment(key: str, hidden: dict[str, object]) -> str:
    """The key, and JSON for what is hidden, without what would end a comment or begin a span of code in it."""
    if not _PLAIN_KEY.fullmatch(key):
        key, hidden = "", {"key": key, **hidden} if key else hidden
    data = json.dumps(hidden, ensure_ascii=False) if hidden or not key else ""
    for character, escaped in (("--", "-\\u002d"), ("<", "\\u003c"), (">", "\\u003e"), ("`", "\\u0060")):
        data = data.replace(character, escaped)
    return f"<!-- {' '.join(filter(None, (key, data)))} -->"


def _read(lines: list[str]) -> Reading | None:
    """What a reader of the README makes of the lines."""
    tokens = list_markdown().parse("- " + "\\\n  ".join([f"{lines[0]} <!-- - -->", *lines[1:]]))
    kinds = [token.type for token in tokens]
    if kinds[:4] != ["bullet_list_open", "list_item_open", "paragraph_open", "inline"] or len(kinds) != 7:
        return None
    return read_visible(tokens[3].children or [])
