"""``llms.txt``: the list as Markdown for language models, in the form that https://llmstxt.org proposes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..core.identifiers import is_safe_url
from ..core.kinds import BY_NAME
from ..lists.markup.escape import escape_all, escape_text
from ..lists.markup.markdown import one_line, plain_text, strict_markdown
from ..lists.pages.writing import heading
from .content import kind_label, shown_date
from .feed import iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..core.catalogue import Catalogue
    from ..core.entry import Appearance, Entry

_AUTHORS = 3


class File(NamedTuple):
    """A file of the site: what it is called, its address, and what it is."""

    name: str
    url: str
    what: str


def llms_txt(
    catalogue: Catalogue, title: str, summary: str, files: Iterable[File], address: Callable[[Appearance], str]
) -> str:
    """The text: a line a work, below the sections of the list; ``files`` have more, for those who want it.

    ``address`` is that of a card. A work without an address leads there.
    """
    return "\n".join(_lines(catalogue, title, summary, files, address)) + "\n"


def summary_of(catalogue: Catalogue) -> str:
    """A list in a sentence, where nobody wrote one: how many works it has, of which kinds."""
    kinds = Counter(entry.kind for entry in catalogue.entries.values()).most_common()
    said = [
        f"{number:,} {(BY_NAME[kind].label if number == 1 else BY_NAME[kind].plural).lower()}"
        for kind, number in kinds
        if kind in BY_NAME
    ]
    return f"A curated reading list: {', '.join(said)}." if said else "A curated reading list."


def _lines(
    catalogue: Catalogue, title: str, summary: str, files: Iterable[File], address: Callable[[Appearance], str]
) -> Iterator[str]:
    yield heading(one_line(title), 1)
    yield f"> {escape_text(one_line(summary))}"
    yield "\nEach line is a work that the list's curators recommend: its title leads to the work itself."
    for section in catalogue.sections:
        if places := catalogue.by_section.get(section.name, ()):
            yield f"\n{heading(one_line(section.title), 2)}"
            for place in places:
                entry = catalogue.entries[place.key]
                url = entry.url if is_safe_url(entry.url) else address(place)
                yield _line(entry.title, url, ". ".join(_said(entry, place)))
    yield "\n## Optional\n"
    for file in files:
        yield _line(file.name, file.url, file.what)


def _line(title: str, url: str, notes: str) -> str:
    address = iri(url).replace("(", "%28").replace(")", "%29")
    return f"- [{_escaped(title)}]({address})" + (f": {_escaped(notes)}" if notes else "")


def _said(entry: Entry, place: Appearance) -> Iterator[str]:
    what = (entry.status, kind_label(entry), entry.venue, shown_date(entry.date) if entry.date else "")
    yield ", ".join(filter(None, what))
    if entry.authors:
        names = [author.name for author in entry.authors[:_AUTHORS]]
        more = len(entry.authors) > len(names) or entry.authors_elided
        yield ", ".join(names) + (" et al" if more else "")
    if place.curated.note and (first := _first_paragraph(place.curated.note)):
        yield first


def _first_paragraph(note: str) -> str:
    tokens = strict_markdown().parse(note)
    first = next((token for token in tokens if token.type == "inline"), None)
    return plain_text(first.children or ()) if first else ""


def _escaped(text: str) -> str:
    return escape_all(one_line(text))
