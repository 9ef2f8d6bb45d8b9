"""What stands at old addresses: small pages that lead on, and files again under their old names.

sphinx-reredirects isn't used: its pages need an inline script, know neither anchors nor a canonical address, are
written over pages of today, and stay when the redirect is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..cards.templating import render_part
from ..domain import the_domain
from ..exported import export_formats
from ..made_pages.files import path_of
from ..moved import GonePage, MovedPlace
from ..pages.addresses import entry_file, entry_page, file, place, section_file
from ..pages.html import template_folders
from ..pages.moved import MOVED_SCRIPT, moved_groups, titles
from ..styling import NAME
from ._output import Output
from .citation_scripts import citation_script
from .citations import several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._output import Files, ListSite


class Target(NamedTuple):
    """A place that an old page leads to."""

    title: str
    url: str


def redirect_files(site: ListSite) -> Files:
    """The files of former keys, then those of sections, then the pages."""
    catalogue = site.catalogue
    for former, key in catalogue.former_keys.items():
        if key in catalogue.entries:
            yield from _entry_files(site, former, key)
    for section in catalogue.former_sections:
        keys = dict.fromkeys(card.key for name in section.holds for card in catalogue.by_section.get(name, ()))
        if section.holds:
            for export in export_formats().values():
                yield section_file(section.name, export.suffix), several(site, export, keys)
    for page, gone in _gone_pages(site):
        path = path_of(site.builder, page)  # type: ignore[arg-type]
        yield path.relative_to(site.builder.outdir).as_posix(), _page(site, page, gone)


def _entry_files(site: ListSite, former: str, key: str) -> Files:
    for export in export_formats().values():
        yield entry_file(former, export.suffix), export.join([site.texts.text(export, key)])
    # A reader's basket may hold it still.
    yield entry_file(former, ".js"), citation_script(site, former, key)


def _gone_pages(site: ListSite) -> Iterator[tuple[str, GonePage]]:
    env = site.builder.env
    yield from the_domain(env).moved.gone.items()
    if site.builder.config.reading_list_entry_pages:
        for former, key in site.catalogue.former_keys.items():
            page = entry_page(former)
            if key in site.catalogue.entries and page not in env.found_docs:
                title = site.catalogue.entries[key].title
                yield page, GonePage((MovedPlace("", entry_page(key), "", title),))


def _page(site: ListSite, page: str, gone: GonePage) -> str:
    """The HTML of a page at an old address."""
    builder = site.builder
    named = titles(builder.env)
    targets = [
        Target(to.title or named.get(to.page, to.page), place(builder, page, to.page, to.anchor)) for to in gone.targets
    ]
    first = gone.targets[0]
    return render_part(
        "redirect.html",
        template_folders(builder),  # type: ignore[arg-type]
        icons=False,
        language=builder.config.language,
        title=targets[0].title if len(targets) == 1 else "This page has moved",
        canonical=site.page_url(first.page, first.anchor) if site.base_url else targets[0].url,
        script=file(builder, page, f"_static/{MOVED_SCRIPT}"),
        style=file(builder, page, f"_static/{NAME}"),
        targets=targets,
        groups=moved_groups(builder, page, gone.places, named),
    )


OUTPUT = Output("redirects", redirect_files)
