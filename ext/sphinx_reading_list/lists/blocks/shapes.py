"""What a paragraph looks like: the head of an entry, a line of links, a byline, a bold line, or prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.sites import kind_of_url
from ..markup.inline import joined_text
from ..markup.nodes import inline_of, row_of
from ..words.dates import read_date
from ..words.facts import VENUE
from ..words.line import Line
from ..words.link_labels import role_of_label
from ..words.markers import take_markers
from ..words.segments import segments
from ..words.venues import read_venue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

    from ..markup.inline import Piece

ENTRY, LINKS, BYLINE, BOLD, PROSE = "entry", "links", "byline", "bold", "prose"
_LEAD = re.compile(r"(?:[\W\d_]|\[[^\[\]]{1,40}\])*")
_LEADING_ON = frozenset({"by", "in", "at", "et", "with"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTED = re.compile(r"[\"“«].{8,}[\"”»]")
_FIELD = re.compile(r"\W*[^\W\d_][^:：]{0,29}[:：]")


def shape_of(row: Sequence[Piece]) -> str:
    """The shape of a paragraph or of a line of it."""
    row = [piece for piece in row if piece.kind != "image" and (piece.text.strip() or piece.url)]
    start = next((index for index, piece in enumerate(row) if not (_is_lead(piece) or _is_dated(piece))), None)
    if start is None:
        return PROSE
    start += 2 * _is_kind(row[start : start + 3])
    first, rest = row[start], row[start + 1 :]
    if all(piece.em for piece in row[start:]):
        return BYLINE
    if all(_is_generic(piece) or _is_separator(piece) for piece in row):
        return LINKS
    if all(piece.badge or _is_separator(piece) for piece in row):
        return PROSE
    if first.kind == "link":
        if not first.text.strip() or "://" in first.text:
            return PROSE
        return PROSE if _is_generic(first) or _is_sentence(rest) or _is_menu(row) else ENTRY
    if first.strong:
        return _bold_shape(row[start:])
    return ENTRY if _is_citation(row) else PROSE


def names_work(row: Sequence[Piece]) -> bool:
    """Whether a paragraph alone is enough to tell that it names a work: a paper's address, or links to its parts."""
    links = [piece for piece in row if piece.kind == "link"]
    if any(kind_of_url(link.url) == "paper" for link in links) or sum(map(_is_generic, links)) > 1:
        return True
    # A citation: people and a year around a title that is set off.
    words = joined_text(piece for piece in row if piece.kind != "link")
    return bool(links and all(map(_is_generic, links)) and _QUOTED.search(words) and _YEAR.search(words))


def is_field_list(node: SyntaxTreeNode) -> bool:
    """Whether the items of a list are fields of what stands above it: ``Code: …``, or only links to its parts."""
    if not node.children or len(node.children) > 12:
        return False
    for item in node.children:
        if not item.children or item.children[0].type != "paragraph" or len(item.children) > 2:
            return False
        token = inline_of(item.children[0])
        row = row_of(token) if token else []
        if not is_named_field(row) and shape_of(row) not in (LINKS, BYLINE):
            return False
        if row and row[0].kind == "link" and not _is_generic(row[0]):
            return False
    return True


def is_named_field(row: Sequence[Piece]) -> bool:
    """Whether a line begins with a short name and a colon."""
    return bool(_FIELD.match(joined_text(row)))


def _is_lead(piece: Piece) -> bool:
    """Whether a piece only leads to a title: a number, an emoji, a tag in brackets."""
    return piece.kind == "text" and not piece.strong and bool(_LEAD.fullmatch(take_markers(piece.text)[0]))


def _is_dated(piece: Piece) -> bool:
    """Whether a span of code only says when or where something appeared: ``2017-06``, ``ICLR 2024``."""
    return piece.kind == "code" and bool(read_date(piece.text) or read_venue(piece.text))


def _is_kind(row: Sequence[Piece]) -> bool:
    """Whether a link is led by what kind of thing it is, in emphasis: ``*Book* - [Weaving for Everybody](…)``."""
    if len(row) < 3 or not row[0].em or row[0].kind != "text" or row[1].text.strip() not in ("-", "–", "—", ":", "|"):
        return False
    return len(row[0].text.split()) <= 3 and row[2].kind == "link" and not _is_generic(row[2])


def _is_separator(piece: Piece) -> bool:
    return piece.kind == "text" and not any(character.isalnum() for character in take_markers(piece.text)[0])


def _is_generic(piece: Piece) -> bool:
    return piece.kind == "link" and role_of_label(piece.text) is not None


def _is_sentence(rest: Sequence[Piece]) -> bool:
    """Whether what follows a title goes on in the same sentence."""
    if not rest or rest[0].kind != "text" or rest[0].em:
        return False
    text = rest[0].text
    word = re.match(r"\s*([^\W\d_][\w'’]*|['’]s\b)", text)
    return text.startswith(("'s", "’s")) or (word is not None and word[1][0].islower() and word[1] not in _LEADING_ON)


def _is_menu(row: Sequence[Piece]) -> bool:
    """Whether a line is a row of links to parts of a site: short names with bars or dots between."""
    links = [piece for piece in row if piece.kind == "link"]
    return (
        len(links) > 1
        and all(piece.kind == "link" or _is_separator(piece) for piece in row)
        and all(len(link.text.split()) <= 3 and not link.strong for link in links)
    )


def _bold_shape(row: Sequence[Piece]) -> str:
    end = next((index for index, piece in enumerate(row) if not piece.strong), len(row))
    title = joined_text(row[:end]).strip()
    after = row[end].text.lstrip() if end < len(row) else ""
    is_lead = after.startswith((":", "：")) and not _has_links(row[end:])
    if is_lead or title.endswith((":", "：", "?", "!")):
        return PROSE
    if len(title.split()) < 2 and not _has_links(row):
        return PROSE
    if end == len(row):
        return BOLD
    if _is_sentence(row[end:]):
        return PROSE
    return ENTRY if _has_links(row) else BOLD


def _has_links(row: Sequence[Piece]) -> bool:
    return any(piece.kind == "link" and piece.url and piece.url[0] != "#" for piece in row)


def _is_citation(row: Sequence[Piece]) -> bool:
    """Whether words end in links to a work's parts: ``Authors, *Title*, Venue 2016 [Paper](…) [Code](…)``."""
    start = next((index for index, piece in enumerate(row) if piece.kind == "link"), len(row))
    links = [piece for piece in row[start:] if piece.kind == "link"]
    if len(links) == 1 and links[0] is row[-1] and "://" in links[0].text:
        # Title. People. SOSP 2007. <https://…>
        parts = segments(Line(row[:start]))
        dated = any(fact.kind == VENUE and fact.date for part in parts for fact in part.facts)
        return dated and any(not part.facts for part in parts)
    if (
        not links
        or not all(map(_is_generic, links))
        or not all(piece.kind == "link" or _is_separator(piece) for piece in row[start:])
    ):
        return False
    before = joined_text(row[:start])
    if len(before.split()) < 3:
        return False
    marked = any(piece.em or piece.strong for piece in row[:start]) or _QUOTED.search(before) or _YEAR.search(before)
    bracketed = links[0].text.startswith("[") or before.rstrip()[-1:] in "[(.|:-–—"
    return sum((bool(marked), bracketed, len(links) > 1)) > 1
