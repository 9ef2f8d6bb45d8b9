"""Views of the list as HTML: their visitor of the HTML builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..domain import the_domain
from ..views._view import ViewPlace, value_of, views
from .html import has_icons, template_folders

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.writers.html5 import HTML5Translator

    from ..nodes import rl_view


def visit_view(translator: HTML5Translator, node: rl_view) -> None:
    """Write a view of the list."""
    builder: StandaloneHTMLBuilder = translator.builder
    place = ViewPlace(builder, node["docname"], node.get("number", 0), template_folders(builder), has_icons(builder))
    value = value_of(the_domain(builder.env).catalogue, place.page, node["wanted"])
    translator.body.append(views()[node["wanted"].view].html(value, place))
    raise nodes.SkipNode
