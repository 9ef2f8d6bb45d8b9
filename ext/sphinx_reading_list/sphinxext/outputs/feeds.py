"""``feeds/``: what is new in the list and in each section, as Atom and as JSON Feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...feeds import atom, json_feed
from ...feeds.ids import list_name
from ...feeds.selecting import FeedSource, feeds
from ..pages.addresses import entry_page
from ._output import Output
from .llms import summary

if TYPE_CHECKING:
    from ...core.entry import Appearance
    from ._output import Files, ListSite


def feed_files(site: ListSite) -> Files:
    """The files: ``feeds/all.xml``, ``feeds/section/SECTION.xml``, and ``.json`` beside each."""
    config = site.builder.config
    source = FeedSource(
        catalogue=site.catalogue,
        name=list_name(config.reading_list_id, site.base_url, site.title),
        title=site.title,
        shown_at=lambda place: shown_at(site, place),
        section_at=lambda section: site.path_of(section.page, section.anchor),
        home=site.path_of(config.root_doc),
        subtitle=summary(site),
        base_url=site.base_url,
        language=config.language,
    )
    for feed in feeds(source):
        yield f"{feed.path}{atom.SUFFIX}", atom.atom(feed)
        yield f"{feed.path}{json_feed.SUFFIX}", json_feed.json_feed(feed)


def shown_at(site: ListSite, place: Appearance) -> str:
    """Where a reader sees a work: its own page, else its card."""
    if site.builder.config.reading_list_entry_pages:
        return site.path_of(entry_page(place.key))
    return site.path_of(place.section.page, place.anchor)


OUTPUT = Output("feeds", feed_files)
