"""What the words of an entry are sorted into while a dialect reads them; at the end an entry is made of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..core.dates import PartialDate
from ..core.entry import Link, Location, PageEntry
from ..core.identifiers import arxiv_id, github_repository, identify, is_safe_url
from ..core.problems import Code
from ..core.sites import kind_of_url
from .document import ListItem
from .escape import escape_text
from .link_list import detail_text
from .markdown import one_line
from .markers import marker

if TYPE_CHECKING:
    from ..core.entry import Metric
    from ..core.names import Author
    from .document import Source

_PLACEHOLDERS = frozenset({"none", "null", "nan", "#", "", "todo", "n/a"})
SEPARATORS = " \t,.;:·•|-–—"
"""What lists put between the parts of an entry."""
_NO_SCHEME = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|ai|dev|edu)(?:/|$))", re.IGNORECASE)


@dataclass
class ItemParts:
    """An entry in the making. Whatever isn't understood is added to ``note``: nothing falls through."""

    source: Source
    line: int
    title: str = ""
    url: str = ""
    arxiv: str = ""
    doi: str = ""
    venue: str = ""
    date: PartialDate | None = None
    authors: tuple[Author, ...] = ()
    elided: bool = False
    authors_line: str = ""
    signs: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    metrics: list[Metric] = field(default_factory=list)
    note: list[str] = field(default_factory=list)

    def address(self, url: str, line: int, label: str) -> str:
        """The address of a link as a page may use it, or an empty string: then it is reported, or kept in the note."""
        url = url.strip()
        if url.lower() in _PLACEHOLDERS:
            if url:
                self.source.report(Code.PLACEHOLDER, f"{label!r} leads to {url!r}", line)
            return ""
        if is_safe_url(url):
            return url
        if _NO_SCHEME.match(url) and is_safe_url(f"https://{url}"):
            self.source.report(Code.DEFAULTED_SCHEME, f"{url!r} became 'https://{url}'", line)
            return f"https://{url}"
        resolved = urljoin(self.source.base_url, url) if self.source.base_url and ":" not in url.split("/")[0] else ""
        if is_safe_url(resolved):
            return resolved
        if is_safe_url(spaceless := url.replace(" ", "%20")):
            return spaceless
        if ":" in url.split("/")[0]:
            self.source.report(Code.UNSAFE_LINK, f"{label!r} leads to {url!r}; it is kept as text", line)
        else:
            self.source.report(Code.RELATIVE_LINK, f"{label!r} leads to {url!r}; it is kept as text", line)
        self.add_note(escape_text(one_line(f"{label} ({url})")))
        return ""

    def add_link(self, label: str, url: str, line: int, detail: str = "") -> None:
        """Take a link in; brackets that belong around it are put right."""
        clean = _balanced(label.strip())
        if clean != label.strip():
            self.source.report(Code.MENDED_LINK, f"{label.strip()!r} is now {clean!r}", line)
        if address := self.address(url, line, clean):
            self.links.append(Link(address, one_line(clean), detail_text(detail)))
        elif clean and url.strip().lower() in _PLACEHOLDERS:
            self.add_note(escape_text(one_line(clean)))

    @property
    def is_work(self) -> bool:
        """Whether it is known to be a publication."""
        return bool(self.arxiv or self.doi or self.venue) or (bool(self.url) and kind_of_url(self.url) == "paper")

    def set_venue(self, venue: str, year: int) -> None:
        """Where and when it was published."""
        self.venue = one_line(f"{venue} {year}")
        self.date = self.date or PartialDate(year)

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

    def finished(self) -> ListItem:
        """The entry."""
        self._find_identifier()
        url = self.url or (f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else "")
        if not url and self.doi:
            url = f"https://doi.org/{self.doi}"
        if not url and self.links:
            # A title without a link of its own leads where its first link does.
            url = self.links.pop(0).url
        kind, highlight = self._marked(url)
        entry = PageEntry(
            title=self.title or url or "Untitled",
            url=url,
            kind=kind,
            authors=self.authors,
            authors_elided=self.elided,
            date=self.date,
            highlight=highlight,
            links=tuple(self._own_links()),
            note="\n\n".join(self.note),
            location=Location(self.source.path, self.line),
        )
        return ListItem(entry, self.arxiv, self.doi, self.venue, self.authors_line, tuple(self.metrics))

    def _find_identifier(self) -> None:
        found = identify(self.url)
        if found and found.scheme == "arxiv" and not self.arxiv:
            self.arxiv = found.value
        elif found and found.scheme == "doi" and not self.doi:
            self.doi = found.value

    def _marked(self, url: str) -> tuple[str, bool]:
        kind, highlight = "", False
        for sign in dict.fromkeys(self.signs):
            meaning = marker(sign)
            highlight = highlight or meaning.highlight
            said = (
                "is a highlight"
                if meaning.highlight
                else f"is of kind {meaning.kind}"
                if meaning.kind
                else "was left out"
            )
            self.source.report(Code.MARKER, f"{sign} {said}", self.line)
            if meaning.kind and meaning.kind != kind_of_url(url) and not self.arxiv:
                kind = meaning.kind
        return kind, highlight

    def _own_links(self) -> list[Link]:
        """The links but those that the arXiv id gives."""
        own = []
        for link in self.links:
            found = identify(link.url)
            if self.arxiv and found == ("arxiv", self.arxiv) and not link.detail:
                self.source.report(Code.REDUNDANT_LINK, f"{link.url} is given by arXiv {self.arxiv}", self.line)
            else:
                own.append(link)
        return own


def bare_words(text: str) -> str:
    """Words without the separators and the partnerless brackets around them."""
    words, before = one_line(text), None
    while words != before:
        before = words
        words = _balanced(words.strip(SEPARATORS))
        if words[:1] == "(" and words[-1:] == ")" and words.find(")") == len(words) - 1:
            words = words[1:-1]
    return words if any(character.isalnum() or unicodedata.category(character) == "So" for character in words) else ""


def _balanced(label: str) -> str:
    """A label without the brackets at its ends that have no partner."""
    for opening, closing in ("()", "[]"):
        while label.count(closing) > label.count(opening) and label.endswith(closing):
            label = label[:-1].rstrip()
        while label.count(opening) > label.count(closing) and label.startswith(opening):
            label = label[1:].lstrip()
        # One that closes before anything opened, or opens at the very end, has no partner either.
        label = label.lstrip(closing + " ").rstrip(opening + " ")
    return label


def names_owner(url: str, words: str) -> bool:
    """Whether the words are the owner that a repository's address names already."""
    return bool(words) and github_repository(url).partition("/")[0].lower() == words.strip().lower()


def arxiv_in(text: str) -> str:
    """The arXiv id that a text is, as a whole."""
    found = arxiv_id(text)
    return found if found and text.strip().partition("v")[0].endswith(found) else ""
