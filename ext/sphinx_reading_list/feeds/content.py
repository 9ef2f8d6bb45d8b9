"""What a feed says of a work: what it is, who made it, the curator's note, and where it leads, as HTML."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from mdit_py_plugins.myst_role import myst_role_plugin

from ..core.dates import MONTHS
from ..core.entry import Link
from ..core.identifiers import is_safe_url, split_url
from ..core.kinds import BY_NAME
from ..core.sites import face_of
from .feed import iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from ..core.dates import PartialDate
    from ..core.entry import Entry, PageEntry

AUTHORS = 25
"""So many authors are named; a paper may have thousands."""


def item_html(entry: Entry, notes: Iterable[PageEntry], titles: Mapping[str, str], *, news: str = "") -> str:
    """The content of an item. ``titles`` has that of each key, for notes that refer to other works.

    ``news`` says what has changed since the work was added.
    """
    parts = [_paragraph(escape(text)) for text in (news, *_facts(entry), names(entry)) if text]
    parts += [note_html(page.note, titles, _is_markdown(page)) for page in notes if page.note]
    links = [Link(entry.url), *entry.links] if entry.url else entry.links
    if anchors := [_anchor(link) for link in links if is_safe_url(link.url)]:
        parts.append(_paragraph(Markup(" · ").join(anchors)))
    return "\n".join(parts)


def kind_label(entry: Entry) -> str:
    """How its kind is called."""
    return BY_NAME[entry.kind].label if entry.kind in BY_NAME else entry.kind


def names(entry: Entry) -> str:
    """The authors, as far as a reader wants to see them in one line."""
    shown = [author.name for author in entry.authors[:AUTHORS]]
    if rest := len(entry.authors) - len(shown):
        shown.append(f"and {rest:,} others")
    elif entry.authors_elided:
        shown.append("and others")
    return ", ".join(shown)


def shown_date(date: PartialDate) -> str:
    """A date as people write it: ``6 Feb 2025``, ``Feb 2025``."""
    month = MONTHS[date.month - 1].capitalize() if date.month else ""
    return " ".join(part for part in (str(date.day or ""), month, str(date.year)) if part)


def _facts(entry: Entry) -> Iterator[str]:
    what = [entry.status.capitalize(), kind_label(entry), shown_date(entry.date) if entry.date else "", entry.venue]
    yield " · ".join(part for part in what if part)
    if entry.aka:
        yield f"Also known as: {'; '.join(entry.aka)}"


def _paragraph(html: Markup) -> str:
    return str(Markup("<p>{}</p>").format(html))


def _anchor(link: Link) -> Markup:
    html = Markup('<a href="{}">{}</a>').format(iri(link.url), face_of(link).name)
    return html + Markup(" {}").format(link.detail) if link.detail else html


def _is_markdown(page: PageEntry) -> bool:
    return not page.location.path.endswith(".rst")


def note_html(note: str, titles: Mapping[str, str], markdown: bool = True) -> str:
    """A note as HTML. Of MyST, roles become their text; a link to another page of the site becomes text.

    HTML in a note is shown as it is written, and so is reStructuredText, which only Sphinx can read.
    """
    if not markdown:
        return "\n".join(_paragraph(escape(part)) for part in note.split("\n\n") if part.strip())
    parser = _markdown()
    tokens = parser.parse(note)
    for token in tokens:
        token.children = list(_self_contained(token.children or (), titles)) if token.children else token.children
    return str(parser.renderer.render(tokens, parser.options, {})).strip()


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(myst_role_plugin)


def _self_contained(tokens: Sequence[Token], titles: Mapping[str, str]) -> Iterator[Token]:
    """The tokens without what only means something on the site, or would be fetched from elsewhere."""
    inside = True
    for token in tokens:
        if token.type == "link_open":
            url = str(token.attrGet("href") or "")
            parts = split_url(url)
            inside = not (parts and parts.scheme and is_safe_url(url))
        if token.type in ("link_open", "link_close") and inside:
            continue
        if token.type == "myst_role":
            yield _text(token, _role_text(token.content, titles))
        elif token.type == "image":
            yield _text(token, token.content)
        else:
            yield token


def _role_text(content: str, titles: Mapping[str, str]) -> str:
    said, _, target = content.rpartition("<")
    if said.strip() and target.endswith(">"):
        return said.strip()
    return titles.get(content.strip(), content)


def _text(token: Token, text: str) -> Token:
    return token.copy(type="text", tag="", nesting=0, content=text, children=None, attrs={})
