"""An entry's page from all that is known of it: its values, and what programs read in its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ...core.words import cleaned, venue_in_words
from ...metadata.highwire import highwire_tags
from ...metadata.html import json_script, meta_tags
from ...metadata.jsonld import work_ld
from ...metadata.opengraph import Shared, opengraph_properties, twitter_tags
from ..cards.card import CardAddresses, Place, card_of
from ..exported import offered_formats
from ..pages import addresses
from .page import EntryPage, InFormat, InStyle, Relative, Stand, facts_of
from .pictures import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...metadata.opengraph import Picture
    from ...metadata.work import Work
    from ...relations._related import Related
    from ..cards.card import CardView
    from .site import EntrySite

AUTHORS_SHOWN = 30
"""How many authors a page shows at once; the others unfold."""
NO_NOTE = Markup("")


def make_page(site: EntrySite, work: Work, notes: Mapping[str, Markup]) -> EntryPage:
    """All that the page of an entry shows; ``notes`` are the curators' by the anchor of the card that they stand on."""
    catalogue, texts, key = site.catalogue, site.domain.texts, work.key
    entry, places = catalogue.entries[key], catalogue.by_key[key]
    record = site.domain.record_places.get(key)
    here = CardAddresses(
        edit_url=site.edit_url(places[0]),
        bibliography_url=site.address(*record) if record else "",
    )
    relatives = site.relatives[key]
    before, after = (_to(site, other) for other in site.neighbours[key])
    return EntryPage(
        card=card_of(entry, places[0], authors_shown=AUTHORS_SHOWN, bibtex="", addresses=here),
        facts=facts_of(entry, work),
        styles=tuple(InStyle(label, Markup(html)) for label, html in _styles(site, key)),  # noqa: S704  (escaped by the style)
        formats=tuple(
            InFormat(export.name, export.label, export.join([texts.text(export, key)]),
                     site.file(addresses.entry_file(key, export.suffix)))
            for export in offered_formats()
        ),
        stands=tuple(
            Stand(site.section(place), place.curated.highlight, notes.get(place.anchor, NO_NOTE)) for place in places
        ),
        same_people=_relatives(site, relatives.same_people),
        same_people_count=relatives.same_people_count,
        related=_relatives(site, relatives.related),
        indexed=site.indexed(key),
        before=before,
        after=after,
        abstract=cleaned(work.abstract),
    )  # fmt: skip


def _styles(site: EntrySite, key: str) -> Iterable[tuple[str, str]]:
    references = site.domain.texts.references(key)
    return sorted((site.style_labels[name], found.html) for name, found in references.items())


def _relatives(site: EntrySite, found: Iterable[Related]) -> tuple[Relative, ...]:
    return tuple(Relative(site.relative_html(key), why) for key, why in found)


def _to(site: EntrySite, key: str) -> Place | None:
    return Place(site.highlight(key).title, site.highlight(key).url) if key else None


def words_of(site: EntrySite, key: str) -> Words:
    """What the picture of an entry says."""
    entry = site.catalogue.entries[key]
    brief = site.highlight(key)
    what = venue_in_words(cleaned(entry.venue), entry.published) or brief.date
    names = ", ".join(cleaned(author.name) for author in entry.authors[:4])
    more = " et al." if len(entry.authors) > 4 or (names and entry.authors_elided) else ""
    return Words(" · ".join(filter(None, (brief.kind_label, what))), brief.title, names + more, site.list.title)


def head_of(site: EntrySite, work: Work, card: CardView, said: str, picture: Picture | None) -> str:
    """The elements of the head that programs read; ``said`` is what the curators say of the work, as plain text."""
    url = site.list.page_url(addresses.entry_page(work.key)) if site.list.base_url else ""
    facts = ", ".join(card.authors[:3]) + (" et al." if len(card.authors) > 3 or card.authors_elided else "")
    line = " · ".join(filter(None, (facts, card.venue or card.date, card.kind_label)))
    page = Shared(url, site.list.title, said, line, site.builder.config.language or "", picture)
    tags = [("description", work.abstract or said), *highwire_tags(work), *twitter_tags(work, page)]
    return meta_tags(tags) + meta_tags(opengraph_properties(work, page), "property") + json_script(work_ld(work, url))
