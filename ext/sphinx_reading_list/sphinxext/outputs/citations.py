"""``cite/``: the whole list, each section and each entry in every format that has files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exported import export_formats
from ..pages.addresses import entry_file, section_file
from ._output import Output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...exports._export import Export
    from ._output import Files, ListSite


def citation_files(site: ListSite) -> Files:
    """The files of each format: ``cite/all.bib``, ``cite/section/SECTION.bib``, ``cite/KEY.bib``."""
    for export in export_formats().values():
        yield f"cite/all{export.suffix}", several(site, export, site.catalogue.entries)
        for section in site.catalogue.sections:
            keys = dict.fromkeys(place.key for place in site.catalogue.by_section.get(section.name, ()))
            yield section_file(section.name, export.suffix), several(site, export, keys)
        for key in site.catalogue.entries:
            yield entry_file(key, export.suffix), export.join([site.texts.text(export, key)])


def several(site: ListSite, export: Export, keys: Iterable[str]) -> str:
    """The file of several entries in a format, which says where it came from.

    ``keys`` are those of the entries, in their order.
    """
    return export.sign(export.join([site.texts.text(export, key) for key in keys]), site.provenance)


OUTPUT = Output("citations", citation_files)
