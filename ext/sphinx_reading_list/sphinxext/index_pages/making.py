"""The values of each page of the indexes, and what programs read in its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.catalogue import Catalogue
from ...core.words import count_of
from ...indexes._index import indexes
from ...indexes.grouping import written_together
from ...metadata.html import json_script, meta_tags
from ...metadata.jsonld import list_ld
from ...pictures.counting import shape
from ...pictures.sentences import shape_sentence
from ..cards.card import Place
from ..pages.addresses import index_page
from .page import Counted, HeadingPage, Letter, OverviewPage, Part, RootPage, Sample
from .planning import ENTRIES, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...indexes.grouping import Heading
    from .planning import Planned
    from .site import IndexSite

ROOT_TITLE = "Indexes"
SAMPLE = 12
"""How many headings of an index the page of all shows."""
AT_A_GLANCE = 24
"""So many headings can be looked through without letters, which would only take them apart."""


def heading_page(site: IndexSite, plan: Planned, heading: Heading) -> HeadingPage:
    """The page of a heading."""
    index, depth = indexes()[plan.name], site.depth(plan.page)
    first = (plan.part - 1) * ENTRIES
    before, _, after = index.title.partition("{}")
    return HeadingPage(
        index=index.name,
        before=before,
        label=heading.label,
        after=after,
        said=said_of(site, heading),
        trail=_trail(site, depth, index.name),
        keys=heading.keys[first : first + ENTRIES],
        first=first + 1,
        parts=_parts(site, plan, [str(part) for part in range(1, plan.parts + 1)]),
        together=_together(site, depth, heading) if index.name == "author" else (),
        filter_url=site.filtered(depth, index.name, heading),
    )


def said_of(site: IndexSite, heading: Heading) -> str:
    """The entries of a heading in a line of numbers."""
    entries = {key: site.catalogue.entries[key] for key in heading.keys}
    return shape_sentence(shape(Catalogue(entries=entries)))


def overview_page(site: IndexSite, plan: Planned) -> OverviewPage:
    """A part of the overview of an index."""
    index, depth = indexes()[plan.name], site.depth(plan.page)
    headings = list(site.indexes.headings(plan.name).values())
    first = (plan.part - 1) * HEADINGS
    lettered = index.letters and len(headings) > AT_A_GLANCE
    letters: dict[str, list[Counted]] = {}
    for heading in headings[first : first + HEADINGS]:
        letters.setdefault(heading.letter if lettered else "", []).append(_counted(site, depth, index.name, heading))
    titles = [_span(headings[start : start + HEADINGS]) for start in range(0, len(headings), HEADINGS)]
    return OverviewPage(
        index=index.name,
        title=index.label,
        said=index.said,
        trail=_trail(site, depth),
        letters=tuple(Letter(letter, tuple(counted)) for letter, counted in letters.items()),
        parts=_parts(site, plan, titles),
    )


def root_page(site: IndexSite, plan: Planned) -> RootPage:
    """The page that leads to all overviews."""
    depth = site.depth(plan.page)
    samples = []
    for name, index in indexes().items():
        headings = list(site.indexes.headings(name).values())
        if headings:
            # Of many, those that most entries have, in the order of the index.
            most = sorted(headings, key=lambda heading: -len(heading.keys))[:SAMPLE]
            shown = tuple(_counted(site, depth, name, heading) for heading in headings if heading in most)
            counted = Counted(index.label, site.address(depth, index_page(name)), len(headings), f"{len(headings):,}")
            samples.append(Sample(counted, index.said, shown, len(headings) - len(shown)))
    return RootPage(ROOT_TITLE, shape_sentence(shape(site.catalogue)), tuple(samples))


class Made(NamedTuple):
    """A page: its title, a line that describes it, and its template with the values for it."""

    title: str
    said: str
    template: str
    page: HeadingPage | OverviewPage | RootPage


def make(site: IndexSite, plan: Planned) -> Made:
    """A page of any sort."""
    part = f" ({plan.part} of {plan.parts})" if plan.part > 1 else ""
    if plan.heading is not None:
        found = heading_page(site, plan, plan.heading)
        return Made(f"{found.before}{found.label}{found.after}{part}", found.said, "index_heading", found)
    if plan.name:
        overview = overview_page(site, plan)
        return Made(overview.title + part, overview.said, "index_overview", overview)
    root = root_page(site, plan)
    return Made(root.title, root.said, "index_root", root)


def head_of(site: IndexSite, plan: Planned, title: str, said: str) -> str:
    """The elements of the head that programs read."""
    base = site.list.base_url
    url = site.list.page_url(plan.page) if base else ""
    shared = (("og:title", title), ("og:type", "website"), ("og:url", url), ("og:description", said),
              ("og:site_name", site.list.title))  # fmt: skip
    tags = meta_tags([("description", said)]) + meta_tags(shared, "property")
    if plan.heading is None:
        return tags
    first = (plan.part - 1) * ENTRIES
    places = (site.entry_place(key) for key in plan.heading.keys[first : first + ENTRIES])
    depth = site.depth(plan.page)
    entries = (base + site.list.path_of(*place) if base else site.address(depth, *place) for place in places)
    return tags + json_script(list_ld(title, url, entries))


def _together(site: IndexSite, depth: int, heading: Heading) -> tuple[Counted, ...]:
    found = []
    for name, count in written_together(heading, site.catalogue):
        has_page = site.indexes.heading("author", name)
        url = site.address(depth, index_page("author", name)) if has_page else ""
        found.append(Counted(name, url, count, count_of(count, "entry", "entries")))
    return tuple(found)


def _counted(site: IndexSite, depth: int, index: str, heading: Heading) -> Counted:
    count = len(heading.keys)
    url = site.address(depth, index_page(index, heading.value))
    return Counted(heading.label, url, count, count_of(count, "entry", "entries"))


def _trail(site: IndexSite, depth: int, index: str = "") -> tuple[Place, ...]:
    root = Place(ROOT_TITLE, site.address(depth, index_page("")))
    return (root, Place(indexes()[index].label, site.address(depth, index_page(index)))) if index else (root,)


def _parts(site: IndexSite, plan: Planned, titles: Sequence[str]) -> tuple[Part, ...]:
    if plan.parts == 1:
        return ()
    depth = site.depth(plan.page)
    return tuple(
        Part(title, site.address(depth, plan.part_page(part)) if part != plan.part else "")
        for part, title in enumerate(titles, 1)
    )


def _span(headings: Iterable[Heading]) -> str:
    labels = [heading.label for heading in headings]
    return f"{labels[0]} – {labels[-1]}"
