"""The lines below an entry's title: authors or a description in ``*…*``, links with their owners, or prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.problems import Code
from ...core.sites import kind_of_url
from ..markup.addresses import is_badge
from ..markup.inline import Piece, joined_text
from ..markup.markdown import one_line
from ..markup.render import inline_markdown
from ..words.badges import badge_texts
from ..words.facts import VENUE, single_fact
from ..words.line import Line
from .parts import ItemParts, bare_words
from .take import take_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}|\.{2,}|…|et\.? al\.?")


def read_body(parts: ItemParts, row: Sequence[Piece]) -> None:
    """Take in a line below the title."""
    row = _trimmed(row)
    end = next((index for index, piece in enumerate(row) if not piece.em), len(row))
    if end and row[0].kind != "link":
        _read_emphasis(parts, row[:end])
        row = _trimmed(row[end:])
    if not row:
        return
    lead = row[0].text.lstrip()
    if (
        row[0].kind in ("link", "image")
        or (row[0].kind == "text" and lead[:1] in "·([" and bare_words(lead) == "")
        or (row[0].kind == "text" and lead.startswith("·") and "·" not in lead[1:])
    ):
        _read_links(parts, row)
    else:
        parts.add_note(inline_markdown(row))


def take_image(parts: ItemParts, piece: Piece) -> None:
    """Leave a badge out, but for the venue that it may tell; make a link of any other image."""
    if is_badge(piece.url):
        texts = (*badge_texts(piece.url), piece.text)
        facts = next((facts for text in texts if (facts := single_fact(text)) and facts[0].kind == VENUE), ())
        take_facts(parts, facts, Line([]))
        parts.source.report(Code.BADGE, f"{piece.text or 'badge'}: {piece.url}", piece.line)
    else:
        parts.source.report(Code.IMAGE, f"{piece.url} became a link", piece.line)
        parts.add_link(piece.text or "image", piece.url, piece.line)


def _trimmed(row: Sequence[Piece]) -> list[Piece]:
    """The pieces without blank text at the ends."""
    filled = [index for index, piece in enumerate(row) if piece.kind != "text" or piece.text.strip()]
    return list(row[filled[0] : filled[-1] + 1]) if filled else []


def _read_emphasis(parts: ItemParts, row: Sequence[Piece]) -> None:
    """Authors under a paper, a description under anything else that the words don't tell apart."""
    line = one_line(joined_text(row))
    if not parts.authors and (parts.is_work or _are_names(parts, line)) and parts.set_authors(line):
        for piece in row:
            if piece.kind == "link":
                parts.add_link(piece.text, piece.url, piece.line)
    else:
        parts.add_note(inline_markdown([piece._replace(em=False) for piece in row]))


def _are_names(parts: ItemParts, line: str) -> bool:
    """Whether the line under a page that is neither paper nor repository lists people."""
    if not parts.url or kind_of_url(parts.url) in ("repository", "model", "dataset", "tool"):
        return False
    names = [part.strip() for part in re.split(r",|&|\band\b", line)]
    return len(names) > 1 and all(_NAME.fullmatch(name) and name[0].isupper() for name in names if name.strip("."))


def _read_links(parts: ItemParts, row: Sequence[Piece]) -> None:
    """``· ([label](url) - owner) ![Star](badge) · …``: what stands behind a link, up to the next dot, is its detail."""
    link: Piece | None = None
    words = ""
    for piece in [*row, None]:
        if piece is not None and piece.kind == "image":
            take_image(parts, piece)
        elif piece is not None and piece.kind != "link":
            words += piece.text
        else:
            detail, lead = _shared(words) if link else ("", words)
            if link:
                _add_link(parts, link, bare_words(detail))
            lead = bare_words(lead)
            if piece is None and lead:
                parts.add_words(lead)
            elif piece is not None and lead:
                # "Code: [x](…)": what leads to a link is a part of its name.
                piece = piece.saying(f"{lead} {piece.text}" if lead.endswith(":") else f"{lead}: {piece.text}")
            link, words = piece, ""


def _shared(words: str) -> tuple[str, str]:
    """What of the words between two links belongs to the first one, and what to the second."""
    if "·" in words:
        detail, _, lead = words.partition("·")
        return detail, lead
    opening = words.rfind("(")
    return (words[:opening], words[opening:]) if opening > words.rfind(")") else (words, "")


def _add_link(parts: ItemParts, link: Piece, detail: str) -> None:
    before = len(parts.links)
    parts.add_link(link.text, link.url, link.line, detail)
    if len(parts.links) == before and detail:
        parts.add_words(detail)
