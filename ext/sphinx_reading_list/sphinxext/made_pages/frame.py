"""What the theme puts around made pages: rendered once, and filled in for each page.

The theme gets marks in place of what differs from page to page; what it makes of them is cut at the marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.locale import __

from ...core.problems import Code, Problem
from ..feed_links import feed_links
from ..pages.scripts import add_scripts
from ..report import report
from .marks import cut, mark
from .plain import plain_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from .navigation import Navigation

_FLAG = "reading_list_frame"


class Frame(NamedTuple):
    """A page cut into texts; ``slots`` says what stands behind each but the last.

    ``context`` is what the theme was given, for extensions that are told of each page.
    """

    texts: tuple[str, ...]
    slots: tuple[str, ...]
    context: dict[str, Any]

    def fill(self, values: Mapping[str, str]) -> str:
        """A page: ``title`` (escaped), ``head`` (elements) and ``body``.

        ``name`` is its docname in the folder that the frame is of, ``url`` its address there; and what its navigation says.
        """
        parts = [part for text, slot in zip(self.texts, self.slots, strict=False) for part in (text, values[slot])]
        return "".join((*parts, self.texts[-1]))

    def tell(self, builder: StandaloneHTMLBuilder, page: str) -> None:
        """Tell other extensions of a page (by docname), so that it is in their sitemaps; what they answer is not used."""
        # Themes take the tree apart on each page, and there is nobody to look at it.
        context = {**self.context, "toctree": lambda **_: "", "pagename": page, "current_page_name": page}
        builder.events.emit("html-page-context", page, "page.html", context, None)


def setup_frame(app: Sphinx) -> None:
    """Put the marks where only Sphinx itself can put them."""
    # After all others: themes put the page's address together here.
    app.connect("html-page-context", mark_context, priority=990)


def render_frame(
    builder: StandaloneHTMLBuilder,
    page: str,
    folder: str,
    navigation: Navigation,
    scratch: Path,
    *,
    with_files: bool = True,
) -> Frame:
    """The frame of a page (by docname) and of all in a folder of docnames that have the same depth, and the same
    navigation but for what it says of the way.

    Where the theme has no room for it, a plain one. ``scratch`` is a file to write to. ``with_files`` adds the scripts
    for citing. Extensions are told of this page (``html-page-context``), and only of it.
    """
    kept: dict[str, Any] = {}
    context = {
        _FLAG: (folder, with_files, kept),
        "title": mark("title"),
        "metatags": mark("head") + "".join(map(str, feed_links(builder, page))),
        "body": mark("body"),
        "toctree": lambda **_: navigation.sidebar,
        "parents": [{"link": link, "title": title} for link, title in navigation.parents],
        "toc": "",
        "display_toc": False,
    }
    builder.handle_page(page, context, "page.html", outfilename=scratch)
    html = scratch.read_text(encoding="utf-8")
    scratch.unlink()
    texts, slots = cut(html)
    if slots.count("body") != 1 or "head" not in slots:
        theme = builder.config.html_theme
        message = __("the theme %s can't show pages that are made for the list; they are plain") % theme
        report(builder.env, [Problem(Code.PLAIN_PAGES, message)], once=True)
        html = plain_page(builder, kept)
        texts, slots = cut(html)
    return Frame(texts, slots, kept)


def mark_context(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001
) -> None:
    """Mark the page's own name in its address, and add our scripts."""
    if _FLAG not in context:
        return
    folder, with_files, kept = context.pop(_FLAG)
    here: str = app.builder.get_target_uri(pagename)
    if (url := context.get("pageurl") or "").endswith(here):
        context["pageurl"] = f"{url.removesuffix(here)}{folder}/{mark('url')}"
    for variable in ("pagename", "current_page_name"):
        context[variable] = f"{folder}/{mark('name')}"
    add_scripts(app, context, with_files=with_files)
    kept |= context
