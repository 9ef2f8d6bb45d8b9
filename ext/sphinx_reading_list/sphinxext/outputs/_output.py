"""What a kind of files beside the pages is, and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..pages.addresses import page_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.builders import Builder

    from ...core.catalogue import Catalogue
    from ...exports._export import Provenance
    from ..exported import ExportedTexts

    Files = Iterator[tuple[str, "str | OnDemand"]]


class OnDemand(NamedTuple):
    """A text that takes long to make: it is made where ``digest``, of all that it shows, isn't what it was."""

    digest: str
    make: Callable[[], str]


@dataclass(frozen=True)
class ListSite:
    """The whole list as the site shows it, for the outputs.

    ``base_url`` is the site's address with a slash at its end, or empty where the site doesn't know it;
    ``provenance`` says in each file where it came from.
    """

    catalogue: Catalogue
    texts: ExportedTexts
    provenance: Provenance
    title: str
    base_url: str
    builder: Builder

    def page_url(self, page: str, anchor: str = "") -> str:
        """The address of a page (by docname): absolute where the site's address is known, else from the site's root."""
        return self.base_url + self.path_of(page, anchor)

    def path_of(self, page: str, anchor: str = "") -> str:
        """The address of a page from the site's root."""
        return page_address(self.builder, page, anchor)


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of files: ``files`` gives the path below the site's root and the text of each.

    ``shown`` is what they show beside the list and the settings: where nothing changed, no file is looked at.
    """

    name: str
    files: Callable[[ListSite], Files]
    shown: Callable[[ListSite], object] = lambda site: None
