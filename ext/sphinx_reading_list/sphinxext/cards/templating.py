"""The Jinja templates of cards and lists: a site's own first, then ours.

A site overrides ``reading_list/card.html`` by a file of that name in its ``templates_path``; it can extend ours, which
is also called ``!reading_list/card.html``, and change one block of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from .icons import icon

if TYPE_CHECKING:
    from .card import CardView

_NAMED_ICON = re.compile(r"""\b(?:icon|drawn)\(["']([a-z0-9-]+)["']""")
_OURS = Path(__file__).parents[1] / "templates"
NO_NOTE = Markup("")


@lru_cache(maxsize=8)
def environment(templates: tuple[str, ...] = ()) -> Environment:
    """The environment that looks into these folders first (absolute paths, the site's ``templates_path``)."""
    ours = FileSystemLoader(_OURS)
    return Environment(
        loader=ChoiceLoader(
            [
                FileSystemLoader(templates),
                ours,
                PrefixLoader({"!reading_list": FileSystemLoader(_OURS / "reading_list")}),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_card(
    view: CardView,
    note_html: Markup = NO_NOTE,
    templates: tuple[str, ...] = (),
    icons: bool = True,
    level: int = 3,
    coins: Markup = NO_NOTE,
) -> str:
    """The card as HTML that is XHTML as well. ``note_html`` is the curator's note, already HTML.

    ``level`` is that of the title's heading, one below the heading it stands under; without ``icons`` no SVG is used.
    ``coins`` is an empty element for reference managers (see :mod:`...metadata.coins`).
    """
    values = {"card": view, "note": note_html, "level": max(2, min(level, 6)), "coins": coins}
    return render_part("card.html", templates, icons, **values)


def render_part(name: str, templates: tuple[str, ...], icons: bool, **values: object) -> str:
    """A template of ``reading_list/`` with these values."""
    template = environment(templates).get_template(f"reading_list/{name}")
    return template.render(icon=icon if icons else _no_icon, **values)


def icons_named(template: str) -> set[str]:
    """The icons that a template's text asks for by their names."""
    return set(_NAMED_ICON.findall(template))


def _no_icon(name: str) -> Markup:  # noqa: ARG001
    return Markup("")
