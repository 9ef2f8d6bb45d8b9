"""Cards as HTML: the visitor of the HTML builders, and what a page with cards needs around them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup

from ...metadata.coins import coins_span
from ..cards.card import CardAddresses, Place, card_of
from ..cards.icons import sprite_for
from ..cards.templating import NO_NOTE, render_card
from ..domain import the_domain
from ..exported import export_formats
from ..nodes import rl_entry, rl_search_text
from . import addresses
from .contents import contents_with_cards
from .repository import Repository
from .scripts import add_scripts, script_icons, uses_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.writers.html5 import HTML5Translator

    from ...core.entry import Appearance

STATIC = Path(__file__).parents[1] / "static"


def setup_html(app: Sphinx) -> None:
    """Put our static files on the pages, and what cards need around them."""
    app.connect("builder-inited", add_static_files)
    app.connect("doctree-resolved", add_search_text)
    # After the theme's own handler (priority 500), which decides whether the contents are shown.
    app.connect("html-page-context", complete_page, priority=900)


def add_static_files(app: Sphinx) -> None:
    """Let the HTML builders copy our scripts; each page asks for those that it needs."""
    if app.builder.format == "html":
        app.config.html_static_path.append(str(STATIC))


def add_search_text(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Give the theme's search the words of each card; an opaque node has none."""
    if not getattr(app.builder, "search", False):
        return
    domain = the_domain(app.env)
    for node in doctree.findall(rl_entry):
        entry = domain.catalogue.entries[domain.card(node).key]
        names = ", ".join(author.name for author in entry.authors)
        # Sentences, because descriptions of pages are made of this text as well.
        parts = (entry.title, *entry.aka, names, entry.venue, ", ".join(entry.tags))
        node.append(rl_search_text(" ".join(f"{part}." for part in parts if part)))


def complete_page(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add our scripts, the icons that the page uses, and its cards to its contents."""
    if doctree is None:
        return
    if app.builder.name != "epub":
        with_files = app.builder.name in addresses.FILE_BUILDERS and uses_files(context["body"])
        more = script_icons(context["body"], with_files=with_files)
        context["body"] = sprite_for(context["body"], more) + context["body"]
        add_scripts(app, context, with_files=with_files)
    # The page's own contents; a single page's are those of the whole document.
    if pagename in the_domain(app.env).catalogue.by_page and app.builder.name in addresses.FILE_BUILDERS:
        context["toc"] = contents_with_cards(app, pagename)
        context["display_toc"] = True
        context["furo_hide_toc"] = "hide-toc" in (context.get("meta") or {})


def visit_entry(translator: HTML5Translator, node: rl_entry) -> None:
    """Write a card."""
    builder: StandaloneHTMLBuilder = translator.builder
    domain = the_domain(builder.env)
    appearance = domain.card(node)
    catalogue = domain.catalogue
    entry = catalogue.entries[appearance.key]
    bibtex = export_formats()["bibtex"]
    view = card_of(
        entry,
        appearance,
        authors_shown=builder.config.reading_list_authors_shown,
        bibtex=bibtex.join([domain.texts.text(bibtex, entry.key)]),
        addresses=card_addresses(builder, appearance),
    )
    note = Markup(children_html(translator, node))  # noqa: S704  (written by the translator itself)
    level = translator.section_level + 1
    how = template_folders(builder), has_icons(builder), level
    translator.body.append(render_card(view, note, *how, card_coins(builder, entry.key)))
    raise nodes.SkipNode


def children_html(translator: HTML5Translator, node: nodes.Element) -> str:
    """A node's children as the translator writes them, without those for the search."""
    kept, translator.body = translator.body, []
    try:
        for child in node.children:
            if not isinstance(child, rl_search_text):
                child.walkabout(translator)
        return "".join(translator.body)
    finally:
        translator.body = kept


def card_addresses(builder: StandaloneHTMLBuilder, appearance: Appearance, seen_from: str = "") -> CardAddresses:
    """The addresses of a card, as seen from its page, or from another page (by docname) that shows it."""
    env, home, key = builder.env, appearance.section, appearance.key
    page = seen_from or home.page
    domain = the_domain(env)
    record = domain.record_places.get(key)
    repository = Repository.of(builder.config, os.environ)
    source = env.doc2path(home.page, base=False).as_posix()
    permalink = addresses.place(builder, page, home.page, appearance.anchor) if seen_from else f"#{appearance.anchor}"
    return CardAddresses(
        permalink=permalink,
        files=addresses.format_files(builder, page, lambda suffix: addresses.entry_file(key, suffix)),
        bibliography_url=addresses.place(builder, page, *record) if record else "",
        edit_url=repository.line_url(source, appearance.curated.location.line) if repository else "",
        page_url=addresses.entry_page_from(builder, page, key),
        elsewhere=tuple(
            Place(other.section.title, addresses.place(builder, page, other.section.page, other.anchor))
            for other in domain.catalogue.by_key[key]
            if other is not appearance
        ),
        home=Place(home.title, addresses.place(builder, page, home.page, home.anchor)) if seen_from else None,
    )


def card_coins(builder: StandaloneHTMLBuilder, key: str) -> Markup:
    """The span in which reference managers find the entry on a page of many; other builders than these write none."""
    if builder.name not in addresses.FILE_BUILDERS:
        return NO_NOTE
    return Markup(coins_span(the_domain(builder.env).work(key)))  # noqa: S704  (escaped there)


def template_folders(builder: StandaloneHTMLBuilder) -> tuple[str, ...]:
    """The folders where the site may keep templates of its own."""
    return tuple(str(Path(builder.confdir) / folder) for folder in builder.config.templates_path)


def has_icons(builder: StandaloneHTMLBuilder) -> bool:
    """Whether pages carry icons: an epub would have to declare each file that holds one."""
    return bool(builder.name != "epub")
