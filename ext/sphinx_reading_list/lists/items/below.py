"""What stands below the first line of an entry: lines of facts and links, fields, nested bullets, text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...core.sites import kind_of_url
from ..markup.nodes import LISTS, inline_of, row_of
from ..markup.render import blocks_markdown, inline_markdown, item_markdown, shown
from ..words.facts import AUTHORS
from ..words.line import WHOLE, Line, rows_of
from ..words.link_labels import role_of_label
from ..words.names_line import is_name
from ..words.plain import says_something
from ..words.segments import all_facts, segments
from ..words.units import EMPHASIS as EMPHASIS_UNIT
from ..words.units import LINK as LINK_UNIT
from ..words.units import WORDS as WORDS_UNIT
from ..words.units import is_label, units_of
from ..words.volumes import read_volume
from .fields import field_of, take_field
from .lines import read_body, take_image
from .marked_runs import EMPHASIS, LINK, QUOTE, WORDS
from .rest import Rest, is_links
from .take import take_facts
from .title import find_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

    from ..markup.inline import Piece
    from .parts import ItemParts


_LONGEST_PART = 4
"""How many words the name of a work's part has at most."""
_PARTS = frozenset({"repository", "dataset", "model"})
"""Kinds of what belongs to a work."""


def lines_of(row: Sequence[Piece]) -> list[list[Piece]]:
    """The lines of a paragraph as they are meant: one that only goes on where the last one ended is joined to it."""
    lines: list[list[Piece]] = []
    for meant, pieces in rows_of(row):
        if lines and not meant and not _begins_anew(lines[-1], pieces):
            lines[-1] += pieces
        else:
            lines.append(list(pieces))
    return lines


def _begins_anew(before: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether a line says something of its own, though only a simple line break is before it."""
    if Line(before).text.rstrip()[-1:] in (",", "&", "，") or _is_open(before, row):
        return False
    line = Line(row)
    if line.masked.lstrip()[:1] == WHOLE and is_name(Line(before).text.strip(" .,")):
        # Whose they are: what follows are no parts of a person.
        return False
    lead = line.text.lstrip()[:1]
    if lead == "·" or all(piece.em or not piece.text.strip() for piece in row):
        return True
    return is_links(row) or field_of(row) is not None or bool(all_facts(line))


def _is_open(before: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether a mark goes on over the line break: a bold title, an emphasis."""
    last = next((piece for piece in reversed(before) if piece.text), None)
    first = next((piece for piece in row if piece.text.strip()), None)
    return last is not None and first is not None and last.text == " " and (last.strong or last.em)


def read_line(parts: ItemParts, row: Sequence[Piece]) -> None:
    """Take in a line below the first one."""
    row = without_images(parts, row)
    line = Line(row)
    if not line.text.strip():
        return
    if line.text.lstrip().startswith("·"):
        read_body(parts, row)
        return
    if (field := field_of(row)) and take_field(parts, field):
        return
    emphasis = all(piece.em or not piece.text.strip() for piece in row)
    if (facts := all_facts(line, sure=emphasis and (parts.is_work or not parts.url))) and take_facts(
        parts, facts, line
    ):
        return
    if emphasis:
        Rest(parts, sure=not parts.authors and (parts.is_work or not parts.url)).read(
            [piece._replace(em=False) for piece in row]
        )
    elif (
        is_links(row)
        or _begins_with_facts(line)
        or ends_in_labels(row)
        or leads_to_parts(row)
        or read_volume(line.text)
    ):
        Rest(parts).read(row)
    else:
        parts.add_note(inline_markdown(shown(row, parts.source.report)))


def _begins_with_facts(line: Line) -> bool:
    """Whether a line is a work's people and venue, or is led by them."""
    found = segments(line, sure=bool(line.row[0].em))
    return bool(found) and bool(found[0].facts)


def ends_in_labels(row: Sequence[Piece]) -> bool:
    """Whether a short line ends in links to a work's parts."""
    units = [unit for unit in units_of(row) if unit.kind != WORDS_UNIT or says_something(unit.text)]
    links = [unit for unit in units if unit.kind == LINK_UNIT]
    return (
        bool(links)
        and units[-1].kind != WORDS_UNIT
        and len(units) == len(links) + 1
        and all(is_label(unit.row[0]) for unit in links)
    )


def leads_to_parts(row: Sequence[Piece]) -> bool:
    """Whether a line says only who made a work and when, beside links to its parts."""
    units = [unit for unit in units_of(row) if says_something(unit.text)]
    links = [unit for unit in units if unit.kind == LINK_UNIT]
    words = [unit for unit in units if unit.kind != LINK_UNIT]
    if not links or not words or not all(is_label(unit.row[0]) for unit in links):
        return False
    # What is set off in front of the links is about the work; any other words have to be facts of it.
    return all(
        all_facts(Line(unit.row), sure=unit.kind == EMPHASIS_UNIT) or (unit is units[0] and unit.kind == EMPHASIS_UNIT)
        for unit in words
    )


def without_images(parts: ItemParts, row: Sequence[Piece]) -> list[Piece]:
    """The pieces without pictures, which are links of the entry, or badges."""
    for piece in row:
        if piece.kind == "image":
            take_image(parts, piece)
    return [piece for piece in row if piece.kind != "image"]


def read_blocks(parts: ItemParts, nodes: Sequence[SyntaxTreeNode]) -> None:
    """Take in the blocks below the first paragraph, but for lists of entries."""
    for node in nodes:
        token = inline_of(node) if node.type == "paragraph" else None
        if token is not None:
            for row in lines_of(row_of(token)):
                read_line(parts, row)
        elif node.type in LISTS:
            _read_bullets(parts, node)
        else:
            parts.add_note(blocks_markdown([node], parts.source.report))


def _read_bullets(parts: ItemParts, node: SyntaxTreeNode) -> None:
    """Nested bullets: fields, people, links; the others stay a list in the note."""
    left: list[str] = []
    for index, item in enumerate(node.children):
        row = _only_row(item)
        if row is not None and _read_bullet(parts, row, first=index == 0):
            continue
        bullet = "-" if node.type == "bullet_list" else f"{index + 1}."
        if (markdown := item_markdown(item, bullet, parts.source.report)) != bullet:
            left.append(markdown)
    parts.add_note("\n".join(left))


def _only_row(item: SyntaxTreeNode) -> list[Piece] | None:
    """The pieces of an item that is one paragraph."""
    if len(item.children) != 1 or item.children[0].type != "paragraph":
        return None
    token = inline_of(item.children[0])
    return row_of(token) if token else None


def _read_bullet(parts: ItemParts, row: Sequence[Piece], *, first: bool) -> bool:
    lines = lines_of(row)
    if any(piece.kind == "image" for piece in row):
        return False
    if len(lines) != 1:
        if not all(field_of(each) or is_links(each) for each in lines):
            return False
        for each in lines:
            read_line(parts, each)
        return True
    if (field := field_of(row)) is not None and take_field(parts, field):
        return True
    line = Line(row)
    if (facts := all_facts(line, sure=first and parts.is_work)) and take_facts(parts, facts, line):
        return True
    if is_links(row):
        Rest(parts).read(row)
        return True
    return _read_citation(parts, line)


def _read_citation(parts: ItemParts, line: Line) -> bool:
    """A nested citation of the work itself: ``Authors, Title, Venue, Year``, below its short name."""
    found = find_title(line)
    if found is None or found.form in (LINK,) or parts.authors:
        return False
    people = all_facts(found.before, sure=True)
    if not any(fact.kind == AUTHORS for fact in people):
        return False
    rest = Rest(parts)
    title = found.title.text.strip(" .,;")
    if not take_facts(parts, people, found.before):
        return False
    if title.casefold() != parts.title.casefold():
        short, parts.title = parts.title, title
        parts.add_aka(short)
    rest.read(found.after.row)
    return True


def is_citation(item: SyntaxTreeNode) -> bool:
    """Whether a nested bullet is a citation without links: people, a title that is set off, a venue."""
    row = _only_row(item)
    if row is None or any(piece.kind in ("link", "image") for piece in row):
        return False
    found = find_title(Line(row))
    return (
        found is not None
        and found.form in (EMPHASIS, QUOTE)
        and any(fact.kind == AUTHORS for fact in all_facts(found.before, sure=True))
    )


def is_about(item: SyntaxTreeNode) -> bool:
    """Whether a nested bullet says something of the entry above it, and is none itself."""
    row = _only_row(item)
    return row is not None and _says_about(tuple(row))


def are_about(node: SyntaxTreeNode) -> bool:
    """Whether all bullets of a nested list say something of the entry above it.

    Beside people or a paper, links to the other parts of a work may have any short names.
    """
    about = [is_about(item) for item in node.children]
    if all(about):
        return bool(about)
    return any(map(_is_of_work, node.children)) and all(
        told or _is_part(item) for told, item in zip(about, node.children, strict=True)
    )


def _is_of_work(item: SyntaxTreeNode) -> bool:
    """Whether a nested bullet is people, or leads to a paper."""
    row = _only_row(item) or []
    links = [piece for piece in row if piece.kind == "link"]
    if links:
        return any(role_of_label(link.text) == "paper" for link in links)
    return any(fact.kind == AUTHORS for fact in all_facts(Line(row)))


def _is_part(item: SyntaxTreeNode) -> bool:
    """Whether a nested bullet is one link with a short name in brackets, or to code: ``[[Python Reference]](…)``."""
    row = _only_row(item) or []
    links = [piece for piece in row if piece.kind == "link"]
    if len(links) != 1 or says_something("".join(piece.text for piece in row if piece.kind != "link")):
        return False
    around = "".join(piece.text for piece in row).strip()
    is_named = around[:1] == "[" and around[-1:] == "]"
    return len(around.split()) <= _LONGEST_PART and (is_named or kind_of_url(links[0].url) in _PARTS)


@lru_cache(256)  # the bullets below a line are asked to tell whether it is an entry, and again when they are taken in
def _says_about(row: tuple[Piece, ...]) -> bool:
    line = Line([piece for piece in row if piece.kind != "image"])
    if not says_something(line.text):
        return True
    if field_of(line.row) or all_facts(line):
        return True
    if is_links(line.row):
        return all(is_label(link) for link in line.links)
    found = find_title(line)
    return found is not None and found.form == WORDS and not line.links and bool(all_facts(found.before, sure=True))
