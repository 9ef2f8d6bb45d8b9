"""An entry's page as a file: the theme's frame around it, the notes and the picture, each made when it is needed."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ...metadata.opengraph import Picture
from ..cards.icons import sprite_for
from ..cards.templating import render_part
from ..made_pages.files import PICTURES, FileWriter, is_there
from ..made_pages.frame import Frame, render_frame
from ..made_pages.manifest import digest, template_text
from ..pages.scripts import SCRIPT_ICONS
from .making import head_of, make_page, words_of
from .notes import page_notes
from .pictures import HEIGHT, WIDTH, Painter, Words, painter
from .site import ANY_PAGE, EntrySite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...core.entry import Appearance


def picture_of(page: str) -> str:
    """The path of a page's picture from the site's root."""
    return f"{PICTURES}{page.rpartition('/')[2]}.png"


TEMPLATES = ("entry_page", "entry_relative")


class PageWriter:
    """Writes pages; frames and notes are made when the first page needs them."""

    def __init__(self, site: EntrySite, scratch: Path) -> None:
        self.site = site
        self._builder = site.builder
        self._scratch = scratch / "reading_list_frame.html"
        self._frames: dict[object, Frame] = {}
        self._notes: dict[str, Mapping[int, str]] = {}
        self._template = digest(template_text(site.templates, *TEMPLATES))
        self._told: set[str] = set()
        self._files = FileWriter(site.builder)
        self._words = cache(self._say)

    def write(self, old: Mapping[str, str]) -> dict[str, str]:
        """Write the pages whose digest isn't ``old``; return the digest of each page there is now, by docname."""
        keys = {page: key for key in self.site.catalogue.entries if (page := self.site.page_of(key))}
        if not keys:
            return {}
        page, key = next(iter(keys.items()))
        theme = digest(self._frame(self.site.catalogue.by_key[key][0].section.page, page).texts)
        new = {page: digest((theme, self._template, self._said(key))) for page, key in keys.items()}
        words = {page: words for page, key in keys.items() if (words := self._words(key))}
        pictures = {picture_of(page): digest((said, self._drawn)) for page, said in words.items()}
        for page, key in keys.items():
            if old.get(page) != new[page] or not is_there(self._builder, page):
                self._files.write_page(page, self._html(page, key))
        for page, said in words.items():
            name = picture_of(page)
            if self._painter and (old.get(name) != pictures[name] or not is_there(self._builder, name)):
                self._files.write(name, self._painter.png(said))
        return new | pictures

    @cached_property
    def _painter(self) -> Painter | None:
        """What draws the pictures, where they are wanted and can be shown: previews ask for absolute addresses."""
        config = self._builder.config
        font = (
            Path(self._builder.confdir, config.reading_list_picture_font) if config.reading_list_picture_font else None
        )
        return painter(font) if config.reading_list_pictures and self.site.list.base_url else None

    @cached_property
    def _drawn(self) -> str:
        return digest(self._painter.version) if self._painter else ""

    def _say(self, key: str) -> Words | None:
        """What an entry's picture says; nothing where it has none."""
        words = words_of(self.site, key) if self._painter else None
        return words if words and self._painter and self._painter.can_say(words) else None

    def _said(self, key: str) -> object:
        """All that the page shows of the list."""
        site, catalogue = self.site, self.site.catalogue
        places = catalogue.by_key[key]
        relatives = site.relatives[key]
        others = [*site.neighbours[key], *(other.key for other in chain(relatives.same_people, relatives.related))]
        return (
            site.domain.texts.digest(key),
            site.domain.record_places.get(key),
            [(place.section, place.anchor, place.curated) for place in places],
            [site.prose(place.section.page) for place in places if place.curated.note],
            site.navigation(places[0].section.page),
            site.indexed(key),
            relatives,
            [site.brief(other) for other in others if other],
            self._words(key) is not None,
        )

    def _html(self, page: str, key: str) -> str:
        site = self.site
        places = site.catalogue.by_key[key]
        work = site.domain.work(key)
        notes = {place.anchor: self._note(place) for place in places if place.curated.note}
        shown = make_page(site, work, notes)
        body = render_part("entry_page.html", site.templates, icons=True, page=shown)
        said = " ".join(note.striptags() for note in notes.values())
        frame = self._frame(places[0].section.page, page)
        values = {
            "title": str(escape(shown.card.title)),
            "head": head_of(site, work, shown.card, said, self._shown_picture(page, key)),
            "body": sprite_for(body, SCRIPT_ICONS) + body,
            "name": page.removeprefix("entry/"),
            "url": self._builder.get_target_uri(page).removeprefix("entry/"),
        }
        return frame.fill(values | dict(site.navigation(places[0].section.page).said))

    def _shown_picture(self, page: str, key: str) -> Picture | None:
        words = self._words(key)
        return Picture(self.site.list.base_url + picture_of(page), WIDTH, HEIGHT, words.title) if words else None

    def _note(self, place: Appearance) -> Markup:
        page = place.section.page
        if page not in self._notes:
            self._notes[page] = page_notes(self._builder, page, ANY_PAGE)
        # The anchor is that of the card, whose number on its page is that of the appearance there.
        number = self.site.catalogue.by_page[page].index(place)
        return Markup(self._notes[page].get(number, ""))  # noqa: S704  (written by Sphinx's own translator)

    def _frame(self, section_page: str, page: str) -> Frame:
        """The frame of the entries that stand first on a page of the list; rendered for ``page``, or told of it."""
        navigation = self.site.navigation(section_page)
        shape = (navigation.sidebar, navigation.parents)
        frame = self._frames.get(shape)
        if frame is None:
            frame = render_frame(self._builder, page, "entry", navigation, self._scratch)
            self._frames[shape] = frame
            self._told.add(page)
        elif page not in self._told:
            frame.tell(self._builder, page)
        return frame
