"""What has moved away from a page, at its foot: a link for each anchor that is somewhere else now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from ..cards.templating import render_part
from ..domain import the_domain
from . import addresses
from .html import template_folders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..moved import MovedPlace

MOVED_SCRIPT = "reading-list-moved.js"
_MOST_LINES = 1000
"""So many anchors have a link each, of some 200 bytes; of more, those of a page share one, at 35 bytes each."""


class MovedLine(NamedTuple):
    """An old anchor with its link."""

    id: str
    url: str
    title: str


class MovedGroup(NamedTuple):
    """What has moved to one page: a link for each anchor (``lines``), or the anchors (``ids``) before one for all."""

    url: str
    title: str
    lines: tuple[MovedLine, ...] = ()
    ids: tuple[str, ...] = ()


def setup_moved(app: Sphinx) -> None:
    """Add the links when the page is written."""
    # After the icons, which are for what the page itself shows (900).
    app.connect("html-page-context", add_moved, priority=910)


def add_moved(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the links below the page's own content."""
    places = the_domain(app.env).moved.pages.get(pagename, ())
    if doctree is None or app.builder.name not in addresses.FILE_BUILDERS or not places:
        return
    # An anchor that the page has itself leads there.
    found = [place for place in places if f'id="{place.old}"' not in context["body"]]
    groups = moved_groups(app.builder, pagename, found, titles(app.env))
    if groups:
        folders = template_folders(app.builder)  # type: ignore[arg-type]
        context["body"] += render_part("moved.html", folders, icons=True, groups=groups)
        tag = Markup('\n<script src="{}" defer=""></script>').format(
            context["pathto"](f"_static/{MOVED_SCRIPT}", resource=True)
        )
        context["metatags"] = context.get("metatags", "") + str(tag)


def titles(env: BuildEnvironment) -> dict[str, str]:
    """The titles of all pages."""
    return {docname: title.astext() for docname, title in env.titles.items()}


def moved_groups(
    builder: Builder, page: str, places: Sequence[MovedPlace], named: dict[str, str]
) -> tuple[MovedGroup, ...]:
    """The places as links from a page, by the page on which they are now; ``named`` has the titles of pages."""
    by_page: dict[str, list[MovedPlace]] = {}
    for place in places:
        by_page.setdefault(place.page, []).append(place)
    groups = []
    for to, found in by_page.items():
        url = addresses.place(builder, page, to, "")
        if len(places) > _MOST_LINES:
            groups.append(MovedGroup(url, named[to], ids=tuple(place.old for place in found)))
        else:
            lines = (MovedLine(one.old, f"{url}#{one.anchor}" if one.anchor else url, one.title) for one in found)
            groups.append(MovedGroup(url, named[to], lines=tuple(lines)))
    return tuple(groups)
