"""``{rl:NAME}`` for each view: a part of a page that shows the list as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx.util.docutils import SphinxDirective

from ..nodes import rl_view
from ..views._view import Wanted, views

if TYPE_CHECKING:
    from docutils import nodes

    from ..views._view import View


class ViewDirective(SphinxDirective):
    """Leaves a place for a view, which is filled when the page is written. It takes neither argument nor content."""

    view: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Keep what is wanted."""
        wanted = Wanted(self.view, options=tuple(sorted(self.options.items())))
        view = rl_view(wanted=wanted, docname=self.env.docname, number=self.env.new_serialno("rl-view"))
        self.set_source_info(view)
        return [view]


def view_directives() -> dict[str, type[ViewDirective]]:
    """A directive for each view that people write, by its name."""
    return {view.name: _directive(view) for view in views().values() if view.written}


def _directive(view: View) -> type[ViewDirective]:
    spec = {option.name: option.read for option in view.options}
    return type(f"{view.name.title()}Directive", (ViewDirective,), {"view": view.name, "option_spec": spec})
