"""A made page without a theme, where the theme can't show it: readable, and with a way to the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..cards.templating import render_part
from ..pages.html import template_folders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.builders.html import StandaloneHTMLBuilder


def plain_page(builder: StandaloneHTMLBuilder, context: Mapping[str, Any]) -> str:
    """The page whose context the theme was given, with what it was given in it."""
    sheets = [context["css_tag"](sheet) for sheet in context["css_files"]]
    scripts = [context["js_tag"](script) for script in context["script_files"]]
    return render_part(
        "plain_page.html",
        template_folders(builder),
        icons=True,
        head=Markup("\n".join([*sheets, context["metatags"], *scripts])),  # noqa: S704  (Sphinx's own tags, and ours)
        body=Markup(context["body"]),  # noqa: S704  (a page's text is HTML)
        title=context["title"],
        language=builder.config.language,
        project=builder.config.project,
        home=context["pathto"](builder.config.root_doc),
    )
