"""What tells a program on a page where the feeds are: ``<link rel="alternate">`` to those of the list and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..feeds import atom, json_feed
from ..feeds.selecting import feed_path, section_title
from .domain import the_domain
from .pages import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

_LINK = Markup('\n<link rel="alternate" type="{}" title="{}" href="{}">')


def setup_feed_links(app: Sphinx) -> None:
    """Put the links on the pages."""
    app.connect("html-page-context", add_feed_links)


def add_feed_links(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the links to the head of a page; builders without feeds have none."""
    if doctree is None or app.builder.name not in addresses.FILE_BUILDERS:
        return
    # Plain text again: added to Markup, what other extensions put there would be escaped.
    context["metatags"] = context.get("metatags", "") + "".join(map(str, feed_links(app.builder, pagename)))


def feed_links(builder: Builder, docname: str) -> Iterator[Markup]:
    """The links of a page: to the feed of the list, and to that of the section that the page is."""
    title = builder.config.project
    found = [(title, feed_path())]
    found += [
        (section_title(title, section.title), feed_path(section.name))
        for section in the_domain(builder.env).catalogue.sections
        if section.page == docname and not section.anchor
    ]
    for name, path in found:
        for form in (atom, json_feed):
            url = addresses.file(builder, docname, path + form.SUFFIX)
            yield _LINK.format(form.MEDIA_TYPE, name, url)
