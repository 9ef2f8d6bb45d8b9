"""The end of reading an entry: where its title leads, what identifies it, what its markers say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.dates import PartialDate
from ...core.entry import Link, Location, PageEntry
from ...core.identifiers import arxiv_id, host_of, identify, path_parts
from ...core.problems import Code
from ...core.sites import kind_of_url
from ..document import ListItem
from ..words.facts import DATE, VENUE, facts_of
from ..words.link_labels import role_of_label
from ..words.markers import marker

if TYPE_CHECKING:
    from .parts import ItemParts

_MIRRORS = {"huggingface.co": "papers", "alphaxiv.org": "abs", "ar5iv.org": "abs", "ar5iv.labs.arxiv.org": "html"}
"""Sites that show papers of arXiv under their ids, and the first part of the path there."""
_PAGE_TITLE = re.compile(r"\[(?P<id>\d{4}\.\d{4,5})(?:v\d+)?\]\s+(?P<title>\S.*)")
_DIGITS = 4
_HUGGING_FACE = frozenset({"huggingface.co", "hf.co"})
_BY_LABEL = ("paper", "video", "talk", "dataset", "model", "post")
"""Kinds that the label of an entry's own link may tell, where its address tells none."""


def finished_item(parts: ItemParts) -> ListItem:
    """The entry of what was sorted."""
    label = _choose_address(parts)
    _find_identifier(parts)
    url = parts.url or (f"https://arxiv.org/abs/{parts.arxiv}" if parts.arxiv else "")
    if not url and parts.doi:
        url = f"https://doi.org/{parts.doi}"
    if parts.arxiv and (named := _PAGE_TITLE.fullmatch(parts.title)) and parts.arxiv == named["id"]:
        # As arXiv calls its pages.
        parts.source.report(Code.FACT, f"{parts.title[: named.start('title')].strip()} is the arXiv id", parts.line)
        parts.title = named["title"]
    if parts.arxiv and parts.date == _as_year(parts.arxiv):
        # "arXiv 2011" are the first digits of its id, and no year.
        parts.date = None
    marked, highlight = _marked(parts, url)
    entry = PageEntry(
        title=parts.title or url or "Untitled",
        url=url,
        kind=parts.kind or marked or _kind_of_label(parts, url, label),
        authors=parts.authors,
        authors_elided=parts.elided,
        date=parts.date,
        tags=tuple(parts.tags),
        aka=tuple(parts.aka),
        highlight=highlight,
        links=tuple(_own_links(parts)),
        note="\n\n".join(parts.note),
        location=Location(parts.source.path, parts.line),
    )
    return ListItem(entry, parts.arxiv, parts.doi, parts.venue, parts.authors_line, tuple(parts.metrics))


def _choose_address(parts: ItemParts) -> str:
    """Where a title without a link of its own leads: to the paper among its links, else to the first; that one's label."""
    if parts.url or parts.arxiv or parts.doi or not parts.links:
        return ""
    index, link = min(enumerate(parts.links), key=lambda numbered: _rank(numbered[1]))
    if link.detail:
        # What is said behind a link stays with it.
        parts.url = link.url
        return link.label
    parts.url = link.url
    if link.label and link.label != link.url and not _only_names(link.label, link.url):
        # What a label says beyond what is behind it (a venue, another title) stays with the link.
        return link.label
    del parts.links[index]
    if link.label and link.label != link.url:
        parts.source.report(Code.FACT, f"{link.label!r} is where the title leads", parts.line)
    return link.label


def _only_names(label: str, url: str) -> bool:
    """Whether a label says no more than what kind of thing is behind it, or that thing's own id."""
    if (found := arxiv_id(label)) and found == arxiv_id(url):
        return True
    return role_of_label(label) is not None and not any(map(str.isdigit, label))


def _rank(link: Link) -> int:
    role = role_of_label(link.label)
    if kind_of_url(link.url) == "paper":
        return 0 if identify(link.url) else 1
    return 1 if role == "paper" else 2


def _find_identifier(parts: ItemParts) -> None:
    found = identify(parts.url)
    if not parts.arxiv:
        if found and found.scheme == "arxiv":
            parts.arxiv = found.value
        elif mirrored := _mirrored(parts.url):
            parts.arxiv = mirrored
        elif parts.is_work:
            parts.arxiv = _only(
                [found.value for link in parts.links if (found := identify(link.url)) and found.scheme == "arxiv"]
            )
    if found and found.scheme == "doi" and not parts.doi:
        parts.doi = found.value


def _mirrored(url: str) -> str:
    first = _MIRRORS.get(host_of(url))
    steps = path_parts(url) if first else []
    return arxiv_id(steps[1]) if len(steps) > 1 and steps[0] == first else ""


def _only(values: list[str]) -> str:
    """The value, if all are the same."""
    return values[0] if len(set(values)) == 1 else ""


def _marked(parts: ItemParts, url: str) -> tuple[str, bool]:
    kind, highlight = "", False
    for sign in dict.fromkeys(parts.signs):
        meaning = marker(sign)
        highlight = highlight or meaning.highlight
        said = (
            "is a highlight" if meaning.highlight else f"is of kind {meaning.kind}" if meaning.kind else "was left out"
        )
        parts.source.report(Code.MARKER, f"{sign * parts.signs.count(sign)} {said}", parts.line)
        if meaning.kind and meaning.kind != kind_of_url(url) and not parts.arxiv and _may_be(meaning.kind, parts, url):
            kind = meaning.kind
    return kind, highlight


def _may_be(kind: str, parts: ItemParts, url: str) -> bool:
    """Whether a marker's kind may stand: not where the address is of a known place, nor 📰 and 📝 before a paper."""
    if host_of(url) in _HUGGING_FACE and kind == "model":
        # The sign of the site; its addresses tell models from datasets, spaces, papers and posts.
        return False
    return kind != "article" or not (parts.is_work or kind_of_url(url) in ("paper", "repository"))


def _kind_of_label(parts: ItemParts, url: str, label: str) -> str:
    """The kind of an entry whose address tells none: a publication, or what the label of its link says."""
    if kind_of_url(url) != "article":
        return ""
    if parts.work and not (parts.arxiv or parts.doi or parts.venue):
        return "paper"
    role = role_of_label(label) if label else None
    return role if role in _BY_LABEL and not (parts.arxiv or parts.doi or parts.venue) else ""


def _as_year(arxiv: str) -> PartialDate | None:
    """The first digits of an arXiv id taken for a year: ``2011.00001`` → 2011."""
    first = arxiv.partition(".")[0]
    return PartialDate(int(first)) if len(first) == _DIGITS and first.isdecimal() else None


def _is_known(parts: ItemParts, label: str) -> bool:
    """Whether a label only says where and when the work appeared, and the entry says that too: ``arXiv, 30 Sep 2024``."""
    facts = facts_of(label)
    return bool(facts) and all(
        (fact.kind == DATE and fact.date == parts.date)
        or (fact.kind == VENUE and fact.date is not None and parts.venue == f"{fact.text} {fact.date.year}")
        or (fact.kind == VENUE and not fact.text and fact.date in (None, parts.date))
        for fact in facts
    )


def _own_links(parts: ItemParts) -> list[Link]:
    """The links but those that the arXiv id gives, and the entry's own one."""
    if not parts.arxiv:
        return parts.links
    own = []
    for link in parts.links:
        found = identify(link.url)
        plain = (
            not any(map(str.isdigit, link.label))
            or arxiv_id(link.label) == parts.arxiv
            or link.label == link.url
            or _is_known(parts, link.label)
        )
        if found == ("arxiv", parts.arxiv) and not link.detail and plain:
            parts.source.report(
                Code.REDUNDANT_LINK,
                f"{link.label}: {link.url} is given by arXiv {parts.arxiv}".lstrip(": "),
                parts.line,
            )
        else:
            own.append(link)
    return own
