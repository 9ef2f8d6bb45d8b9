"""What stands beside and above a made page, by the page of the project that it belongs to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .marks import WayMarks
from .sidebar import root_contents, sidebar, way_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.environment import BuildEnvironment

    from .sidebar import Contents


class Navigation(NamedTuple):
    """The tree of the site's pages, and the pages below the root down to one, as addresses and titles.

    What they say of the way to the page is marked: ``said`` has the slots of :mod:`.marks`, each with its text, escaped.
    So themes are asked once for all pages whose ways have the same shape.
    """

    sidebar: str
    parents: tuple[tuple[str, str], ...]
    said: tuple[tuple[str, str], ...]


class Navigator:
    """Makes the navigation of pages; what all of them show is worked out once."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env

    def to(self, page: str, address_of: Callable[[str], str]) -> Navigation:
        """The navigation down to a page of the project (by docname; empty: that of none)."""
        root: str = self._env.config.root_doc
        way = way_to(page, root, self._env.toctree_includes) if page else []
        marked = WayMarks()
        parents = tuple((marked(address_of(above)), marked(self._title(above))) for above in way)
        tree = sidebar(self._contents, way, self._title, address_of, marked)
        return Navigation(tree, parents, tuple(marked.values()))

    @cached_property
    def _contents(self) -> tuple[Contents, ...]:
        return root_contents(self._env)

    def _title(self, page: str) -> str:
        return self._env.titles[page].astext() if page in self._env.titles else page
