"""The scripts of a page, each where it serves best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ...core.kinds import KINDS
from .addresses import FORMATS_FILE, START_FILE

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CARD_SCRIPTS = (
    "reading-list-cite.js",
    "reading-list-panel.js",
    "reading-list-window.js",
    "reading-list-basket.js",
    "reading-list-dialog.js",
    "reading-list-marking.js",
    "reading-list-marks.js",
    "reading-list-marks-dialog.js",
)
"""What pages with cards need, to cite works and to mark them; later ones use what earlier ones bring."""
START_SCRIPT = "reading-list-find.js"
"""What a page has of the search from the start (as ``find/start.js``)."""
SEARCH_SCRIPTS = (
    "reading-list-find-words.js",
    "reading-list-find-index.js",
    "reading-list-find-query.js",
    "reading-list-find-search.js",
    "reading-list-find-facets.js",
    "reading-list-find-here.js",
    "reading-list-find-list.js",
    "reading-list-find-bar.js",
)
"""What the search is made of, in the order in which it runs; pages load all of it as ``find/search.js``."""
SCRIPT_ICONS = ("bookmark-fill", "check-circle-fill", "clock", "copy", "download", "trash", "upload")
"""The icons of what these scripts add to a page."""
FIND_ICONS = ("bookmark", "star-fill", *sorted({kind.icon for kind in KINDS}))
"""The icons of results before their cards have arrived; the cards bring theirs."""


def uses_files(html: str) -> bool:
    """Whether a page has something that the scripts for citing work on: a card, or a row of files."""
    return 'class="sd-card rl-entry' in html or 'class="rl-row"' in html or shows_results(html)


def shows_results(html: str) -> bool:
    """Whether a page shows what is found in the whole list."""
    return 'class="rl-browse"' in html


def script_icons(html: str, *, with_files: bool) -> tuple[str, ...]:
    """The icons that scripts will add to a page."""
    return (*(SCRIPT_ICONS if with_files else ()), *(FIND_ICONS if shows_results(html) else ()))


def add_scripts(app: Sphinx, context: dict[str, Any], *, with_files: bool) -> None:
    """Add our scripts to a page while its context is made (``html-page-context``).

    ``with_files`` adds those for citing and marking, too; they need the files of ``cite/``.
    """
    body = context["body"]
    # In the head (themes put what Sphinx knows of at the end of the body): it marks the page before the first card is
    # drawn, so that nothing moves later.
    density = Markup(' data-rl-density="compact"') if app.config.reading_list_density == "compact" else ""
    tags = Markup("")
    for script, more in (("reading-list.js", density), ("reading-list-early.js", "")):
        source = context["pathto"](f"_static/{script}", resource=True)
        tags += Markup('\n<script src="{}"{}></script>').format(source, more)
    if with_files:
        tags += Markup('\n<script src="{}" defer=""></script>').format(context["pathto"](FORMATS_FILE, resource=True))
        for script in CARD_SCRIPTS:
            app.add_js_file(script, loading_method="defer")
    if 'class="rl-find ' in body or shows_results(body):
        # What is shown without it isn't painted first where it will be replaced at once.
        how = "" if shows_results(body) else ' defer=""'
        source = context["pathto"](START_FILE, resource=True)
        tags += Markup('\n<script src="{}"{}></script>').format(source, Markup(how))  # noqa: S704  (one of two words)
    # Plain text again: added to Markup, what other extensions put there would be escaped.
    context["metatags"] = context.get("metatags", "") + str(tags)
