"""``{rl:highlights}``, ``{rl:sections}`` and ``{rl:suggest}``: parts of a page that show the list as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from ..nodes import rl_view

if TYPE_CHECKING:
    from docutils import nodes


class ViewDirective(SphinxDirective):
    """A view of the list; which one, the directive's name says. It takes neither argument nor content."""

    def run(self) -> list[nodes.Node]:
        """Leave a place for the view, which is filled when the page is written."""
        view = rl_view(view=self.name.rpartition(":")[2], docname=self.env.docname)
        self.set_source_info(view)
        return [view]
