"""The pages of the indexes as files, in the theme's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from ..cards.icons import sprite_for
from ..cards.templating import render_part
from ..made_pages.files import FileWriter, is_there
from ..made_pages.frame import Frame, render_frame
from ..made_pages.manifest import digest, template_text
from .making import head_of, make
from .page import HeadingPage
from .planning import planned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from .making import Made
    from .planning import Planned
    from .site import IndexSite

FOLDER = "by"
TEMPLATES = ("index_heading", "index_overview", "index_root", "index_trail", "index_parts", "entry_relative")


class IndexWriter:
    """Writes pages; frames are made when the first page of a depth needs them."""

    def __init__(self, site: IndexSite, scratch: Path) -> None:
        self.site = site
        self._builder = site.builder
        self._scratch = scratch / "reading_list_index_frame.html"
        self._frames: dict[int, Frame] = {}
        self._files = FileWriter(site.builder)
        self._template = digest(template_text(site.templates, *TEMPLATES))

    def write(self, old: Mapping[str, str]) -> dict[str, str]:
        """Write the pages whose digest isn't ``old``; return the digest of each page there is now, by docname."""
        new = {}
        for plan in planned(self.site.indexes):
            page = plan.page
            if page in self.site.env.found_docs:
                continue
            frame, made = self._frame(page), make(self.site, plan)
            keys = made.page.keys if isinstance(made.page, HeadingPage) else ()
            entries = [self.site.brief(key) for key in keys]
            said = self.site.navigation(self.site.depth(page)).said
            new[page] = digest((frame.texts, said, self._template, plan.parts, made, entries))
            if old.get(page) != new[page] or not is_there(self._builder, page):
                self._files.write_page(page, frame.fill(self._values(plan, made, keys) | dict(said)))
        return new

    def _values(self, plan: Planned, made: Made, keys: Iterable[str]) -> dict[str, str]:
        """What is put into the frame."""
        site = self.site
        entries = [site.entry_html(site.depth(plan.page), key) for key in keys]
        body = render_part(f"{made.template}.html", site.templates, icons=True, page=made.page, entries=entries)
        return {
            "title": str(escape(made.title)),
            "head": head_of(site, plan, made.title, made.said),
            "body": sprite_for(body) + body,
            "name": plan.page.removeprefix(f"{FOLDER}/"),
            "url": self._builder.get_target_uri(plan.page).removeprefix(f"{FOLDER}/"),
        }

    def _frame(self, page: str) -> Frame:
        """The frame of a page; rendered for it, or told of it."""
        depth = self.site.depth(page)
        frame = self._frames.get(depth)
        if frame is None:
            navigation = self.site.navigation(depth)
            frame = render_frame(self._builder, page, FOLDER, navigation, self._scratch, with_files=False)
            self._frames[depth] = frame
        else:
            frame.tell(self._builder, page)
        return frame
