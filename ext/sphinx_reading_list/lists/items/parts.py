"""What the words of an entry are sorted into while a dialect reads them; at the end an entry is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...core.dates import PartialDate
from ...core.entry import Link
from ...core.identifiers import arxiv_id
from ...core.problems import Code
from ...core.sites import kind_of_url
from ..markup.addresses import is_placeholder, usable_address
from ..markup.escape import escape_text
from ..markup.link_list import detail_text
from ..markup.markdown import one_line
from ..words.authors import read_authors, without_footnotes
from ..words.link_labels import role_of_label
from ..words.plain import SEPARATORS, balanced, bare_words, names_owner

if TYPE_CHECKING:
    from ...core.entry import Metric
    from ...core.names import Author
    from ..document import Source

__all__ = ["SEPARATORS", "ItemParts", "arxiv_in", "bare_words", "names_owner"]


@dataclass
class ItemParts:
    """An entry in the making. Whatever isn't understood is added to ``note``: nothing falls through.

    ``work`` is set where something tells that it is a publication, before its address or its venue are known,
    ``preprint`` where a preprint server is named.
    """

    source: Source
    line: int
    title: str = ""
    url: str = ""
    kind: str = ""
    arxiv: str = ""
    doi: str = ""
    venue: str = ""
    date: PartialDate | None = None
    authors: tuple[Author, ...] = ()
    elided: bool = False
    authors_line: str = ""
    work: bool = False
    preprint: bool = False
    signs: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    aka: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    metrics: list[Metric] = field(default_factory=list)
    note: list[str] = field(default_factory=list)

    def address(self, url: str, line: int, label: str) -> str:
        """The address of a link as a page may use it, or an empty string: then it is reported, or kept in the note."""
        usable, code, message = usable_address(url, label, self.source.base_url)
        if code:
            self.source.report(code, message, line)
        if not usable and not is_placeholder(url):
            self.add_note(escape_text(one_line(f"{label} ({url.strip()})")))
        return usable

    def add_link(self, label: str, url: str, line: int, detail: str = "") -> None:
        """Take a link in; brackets that belong around it are put right."""
        clean = balanced(label.strip())
        if clean != label.strip():
            self.source.report(Code.MENDED_LINK, f"{label.strip()!r} is now {clean!r}", line)
        if address := self.address(url, line, clean):
            self.links.append(Link(address, one_line(clean), detail and detail_text(detail)))
        elif clean and is_placeholder(url) and role_of_label(clean) is not None:
            self.source.report(Code.PLACEHOLDER, f"{clean!r} leads to {url!r}", line)
        elif clean and is_placeholder(url):
            self.add_note(escape_text(one_line(clean)))

    @property
    def is_work(self) -> bool:
        """Whether it is known to be a publication."""
        return self.work or bool(self.arxiv or self.doi or self.venue) or self.leads_to_paper

    @property
    def leads_to_paper(self) -> bool:
        """Whether its title leads to a paper."""
        return bool(self.url) and kind_of_url(self.url) == "paper"

    def set_authors(self, line: str) -> bool:
        """The people of a printed line, without the numbers of footnotes behind their names; whether it names any."""
        clean, numbered = without_footnotes(line)
        names = read_authors(clean)
        if not names.authors:
            return False
        self.authors, self.elided = names
        self.authors_line = one_line(line)
        if numbered:
            self.source.report(Code.FACT, f"what is no name taken off {', '.join(numbered)}", self.line)
        return True

    def set_venue(self, venue: str, year: int) -> None:
        """Where and when it was published."""
        self.venue = one_line(f"{venue} {year}")
        self.date = self.date or PartialDate(year)

    def add_tag(self, tag: str) -> None:
        """Take a tag in, once."""
        for part in tag.split(";"):
            if (clean := one_line(part).strip()) and clean not in self.tags:
                self.tags.append(clean)

    def add_aka(self, title: str) -> None:
        """Take in another title that the work is known by, if its title doesn't begin with that."""
        if self.title.casefold().startswith(title.casefold()):
            self.source.report(Code.FACT, f"{title!r} begins the title", self.line)
        elif title not in self.aka:
            self.aka.append(title)

    def add_words(self, words: str) -> None:
        """Take in words that have no place of their own: the owner that the address names already, or a note."""
        if names_owner(self.url, words):
            self.source.report(Code.REDUNDANT_OWNER, f"{words!r} is in {self.url}", self.line)
        else:
            self.add_note(escape_text(words))

    def add_note(self, markdown: str) -> None:
        """Add Markdown to the note, as a paragraph of its own."""
        if markdown.strip():
            self.note.append(markdown)


def arxiv_in(text: str) -> str:
    """The arXiv id that a text is, as a whole."""
    found = arxiv_id(text)
    return found if found and text.strip().partition("v")[0].endswith(found) else ""
