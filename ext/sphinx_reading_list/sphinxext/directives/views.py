"""``{rl:NAME}`` for each view: a part of a page that shows the list as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx.util.docutils import SphinxDirective

from ..nodes import rl_view
from ..views._view import Wanted, views
from .markup import content_line

if TYPE_CHECKING:
    from docutils import nodes

    from ..views._view import View, ViewBody


class ViewDirective(SphinxDirective):
    """Leaves a place for a view, which is filled when the page is written. It takes no argument."""

    view: ClassVar[str]
    body: ClassVar[ViewBody | None]

    def run(self) -> list[nodes.Node]:
        """Keep what is wanted."""
        options = dict(self.options)
        if self.body and self.content:
            options["body"] = self.body.read((content_line(self, at), line) for at, line in enumerate(self.content))
        wanted = Wanted(self.view, options=tuple(sorted(options.items())))
        view = rl_view(wanted=wanted, docname=self.env.docname, number=self.env.new_serialno("rl-view"))
        self.set_source_info(view)
        return [view]


def view_directives() -> dict[str, type[ViewDirective]]:
    """A directive for each view that people write, by its name."""
    return {view.name: _directive(view) for view in views().values() if view.written}


def _directive(view: View) -> type[ViewDirective]:
    spec = {option.name: option.read for option in view.options}
    made = {"view": view.name, "option_spec": spec, "body": view.body, "has_content": view.body is not None}
    return type(f"{view.name.title()}Directive", (ViewDirective,), made)
