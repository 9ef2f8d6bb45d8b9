"""What the columns of a row say of its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dates import PartialDate
from ...core.problems import Code
from ..items.finish import finished_item
from ..items.lines import take_image
from ..markup.inline import Piece, joined_text
from ..markup.markdown import one_line
from ..markup.render import inline_markdown, shown
from ..words.dates import read_date
from ..words.link_labels import role_of_label
from ..words.markers import take_markers
from ..words.venues import is_venue_name, read_venue

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..document import ListItem
    from ..items.parts import ItemParts
    from .cells import Cell

_PREPRINTS = ("arxiv", "arxiv preprint", "arxiv.org", "corr", "preprint")
_PLACEHOLDERS = frozenset(
    {"n/a", "na", "none", "null", "nan", "tbd", "tba", "todo", "not available", "unknown", "coming soon"}
)


class Fields:
    """Takes in the columns of a row, one by one."""

    def __init__(self, parts: ItemParts) -> None:
        self.parts = parts
        self.fields: list[str] = []
        self.tags: list[str] = []
        self.unlabelled: set[str] = set()

    def take(self, role: str, name: str, cell: Cell) -> None:
        """Take in a cell as what its column is, or else with the name of that in front."""
        if role in ("paper", "link") or (role == "field" and cell.links and not self._leads_somewhere()):
            known = self._links(name, cell)
        else:
            known = role in _TAKERS and _TAKERS[role](self, cell)
        if known or self._is_placeholder(name, cell):
            return
        if markdown := inline_markdown(shown(cell.pieces, self.parts.source.report)):
            lead = inline_markdown(shown(_text(f"{name}: ", cell), self.parts.source.report)) if name else ""
            self.fields.append(f"{lead} {markdown}".strip())

    def finished(self, first: ListItem | None) -> ListItem:
        """The entry with all that the row says of it."""
        parts = self.parts
        if self.fields:
            parts.add_note(" · ".join(self.fields))
        if parts.venue and parts.date and not any(character.isdigit() for character in parts.venue):
            parts.venue = f"{parts.venue} {parts.date.year}"
        if not parts.url and not parts.arxiv and parts.links:
            # A title without a link of its own leads where the first link of its row does.
            first_link = parts.links[0]
            parts.url = first_link.url
            label = first_link.label
            if not label or label in self.unlabelled or role_of_label(label) is not None:
                if label:
                    parts.source.report(Code.FACT, f"{label!r} is the entry's own link", parts.line)
                del parts.links[0]
        item = finished_item(parts)
        before = first.entry if first else item.entry
        tags = (*before.tags, *(tag for tag in self.tags if tag not in before.tags))
        entry = item.entry._replace(
            kind=before.kind or item.entry.kind,
            highlight=before.highlight or item.entry.highlight,
            aka=before.aka,
            tags=tags,
        )
        return item._replace(entry=entry)

    def _leads_somewhere(self) -> bool:
        return bool(self.parts.url or self.parts.arxiv or self.parts.links)

    def _links(self, name: str, cell: Cell) -> bool:
        """A cell of links, and of nothing else that says anything."""
        parts = self.parts
        beside = "".join(piece.text for piece in cell.pieces if piece.kind not in ("link", "image"))
        words, signs = take_markers(beside)
        if any(character.isalnum() for character in words):
            return False
        parts.signs += signs
        for piece in cell.pieces:
            if piece.kind == "image":
                take_image(parts, piece)
            elif piece.kind == "link":
                label = one_line(piece.text).strip("[]")
                bare = not label or label == piece.url or label.casefold() in ("link", "here", "url", "链接")
                if bare and name:
                    self.unlabelled.add(name)
                parts.add_link(name if bare and name else piece.text, piece.url, piece.line)
        return True

    def _authors(self, cell: Cell) -> bool:
        if self.parts.authors or len(cell.text) > 2000 or not self.parts.set_authors(cell.text):
            return False
        for piece in cell.links:
            self.parts.add_link(piece.text, piece.url, piece.line)
        return True

    def _number(self, cell: Cell) -> bool:
        if not cell.text.strip(".)").isdigit():
            return False
        self.parts.source.report(Code.FACT, f"{cell.text} is the number of the row", self.parts.line)
        return True

    def _date(self, cell: Cell) -> bool:
        date = read_date(cell.text) if not cell.links else None
        if date is None or (self.parts.date and self.parts.date != PartialDate(date.year)):
            return date is not None and date == self.parts.date
        self.parts.date = date
        return True

    def _venue(self, cell: Cell) -> bool:
        parts = self.parts
        text = cell.text or one_line(joined_text(cell.pieces))
        if not text or parts.venue:
            return bool(text) and text == parts.venue
        if text.casefold() in _PREPRINTS:
            if parts.arxiv or "arxiv.org" in parts.url:
                parts.source.report(Code.REDUNDANT_LINK, f"{text!r} is said by {parts.url or parts.arxiv}", cell.line)
                return not cell.links
            return False
        venue = read_venue(text, strict=False)
        if venue and venue.name:
            parts.set_venue(venue.name, venue.year)
        elif venue and not parts.date:
            parts.date = PartialDate(venue.year)
            return False
        elif not venue and is_venue_name(text, strict=False):
            parts.venue = text
        else:
            return False
        for piece in cell.pieces:
            if piece.kind == "image":
                take_image(parts, piece)
            elif piece.kind == "link":
                parts.add_link(piece.text, piece.url, piece.line)
        return True

    def _note(self, cell: Cell) -> bool:
        self.parts.add_note(inline_markdown(shown(cell.pieces, self.parts.source.report)))
        return True

    def _tags(self, cell: Cell) -> bool:
        if cell.links or not cell.text:
            return False
        tags = [one_line(tag) for tag in cell.text.replace(",", ";").replace("、", ";").split(";")]
        if any(len(tag) > 60 for tag in tags):
            return False
        self.tags += [tag for tag in tags if any(character.isalnum() for character in tag)]
        return True

    def _rating(self, cell: Cell) -> bool:
        words, signs = take_markers(cell.text)
        if words.strip() or cell.links:
            return False
        self.parts.signs += signs
        return True

    def _is_placeholder(self, name: str, cell: Cell) -> bool:
        """Whether a cell only says that there is nothing to say."""
        text = cell.text.strip(" -–—_/?.*").casefold()
        if cell.links or any(piece.kind == "image" for piece in cell.pieces) or (text and text not in _PLACEHOLDERS):
            return False
        if text:
            self.parts.source.report(Code.PLACEHOLDER, f"{name}: {cell.text}", cell.line)
        return True


def _text(text: str, cell: Cell) -> list[Piece]:
    return [Piece("text", text, cell.line)]


_TAKERS: dict[str, Callable[[Fields, Cell], bool]] = {
    "authors": Fields._authors,
    "date": Fields._date,
    "venue": Fields._venue,
    "note": Fields._note,
    "tags": Fields._tags,
    "rating": Fields._rating,
    "number": Fields._number,
}
"""What takes in a cell, by the role of its column."""
