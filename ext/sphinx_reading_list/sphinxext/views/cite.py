"""``{rl:cite}``: the way to the files of the whole list, or (put above its cards by the extension) of a section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from ..exported import offered_formats
from ..pages import addresses
from ..plain_nodes import link
from ._view import View

if TYPE_CHECKING:
    from ...core.catalogue import Catalogue
    from ..cards.card import Place
    from ._view import ViewPlace, Wanted


@dataclass(frozen=True, slots=True)
class CiteView:
    """The way to the files of a section, by its name, or of the list as a whole (empty); ``count`` is of its works."""

    section: str
    count: int


def counted(catalogue: Catalogue, page: str, wanted: Wanted) -> CiteView:  # noqa: ARG001
    """The works of the section, or of the list."""
    section = wanted.section
    places = catalogue.by_section.get(section, ()) if section else catalogue.appearances
    return CiteView(section, len({place.key for place in places}))


def as_html(view: CiteView, place: ViewPlace) -> str:
    """A row of links and buttons."""
    files = cite_files(place, view.section)
    return place.render("cite.html", cite=view, files=files) if files and view.count else ""


def as_nodes(view: CiteView, place: ViewPlace) -> list[nodes.Node]:
    """A line with the files of the whole list, where the site's address is known: they are nowhere else."""
    base = place.builder.config.html_baseurl
    # linkcheck would ask a site that isn't published yet.
    if view.section or not view.count or not base or place.builder.name == "linkcheck":
        return []
    row: list[nodes.Node] = [nodes.Text("Cite the whole list: ")]
    for export in offered_formats():
        row += [nodes.Text(" · ")] if len(row) > 1 else []
        row.append(link(export.label, f"{base.rstrip('/')}/cite/all{export.suffix}"))
    return [nodes.paragraph("", "", *row)]


def cite_files(place: ViewPlace, section: str) -> tuple[Place, ...]:
    """The files of a section, or of the whole list (empty); none where there are none, or the site wants no rows."""
    if not section:
        return addresses.format_files(place.builder, place.page, lambda suffix: f"cite/all{suffix}")
    if not place.builder.config.reading_list_cite_sections:
        return ()
    return addresses.format_files(place.builder, place.page, lambda suffix: addresses.section_file(section, suffix))


VIEW = View("cite", "The files of the whole list, in each format.", counted, as_html, as_nodes)
