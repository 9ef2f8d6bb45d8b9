"""Inline SVG as text.

Widths and places across are per cent, heights and places down are pixels, and there is no ``viewBox``: so a picture
takes the width that there is, and its text keeps its size. Scaled to a telephone it couldn't be read.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from ..core.words import cleaned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Attributes = dict[str, str | float]
    Linked = Callable[[dict[str, str]], "Target"]
    """Gives where the entries with these facets are shown (``{"kind": "paper", "year": "2024"}``)."""


class Target(NamedTuple):
    """Where a link leads (empty: there is none); and where, for readers whose browser runs our script."""

    url: str = ""
    filtered: str = ""


NOWHERE = Target()
"""No link."""


def element(name: str, attributes: Attributes, *children: str | Markup) -> Markup:
    """An element. Numbers are written short, and text is escaped."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key, number(value) if isinstance(value, int | float) else value)
        for key, value in attributes.items()
    )
    inside = Markup("").join(escape(child) for child in children)
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, inside)


def number(value: float) -> str:
    """A number with three decimals at most: ``12.5``, ``3``."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def percent(part: float) -> str:
    """A part of 1 as per cent: ``12.5%``."""
    return f"{number(100.0 * part)}%"


def picture(name: str, title: str, description: str, height: float, children: Iterable[Markup], *, kind: str) -> Markup:
    """The whole picture: ``name`` is unique on its page, ``height`` is in pixels, ``kind`` goes into the class.

    To a screen reader it is one image, told by title and description; where it has links, it is a group of these.
    """
    ids = f"{name}-title", f"{name}-desc"
    content = Markup("").join(children)
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": f"rl-svg rl-svg-{kind}",
            # Nothing in an image can be used. What people wrote is escaped, so this is a link of ours.
            "role": "group" if "<a " in content else "img",
            "aria-labelledby": " ".join(ids),
            "width": "100%",
            "height": height,
        },
        element("title", {"id": ids[0]}, title),
        element("desc", {"id": ids[1]}, description),
        content,
    )


def linked(target: Target, tip: str, *children: Markup) -> Markup:
    """A part of a picture with a tip for the mouse, and a link where there is an address.

    The keyboard reaches the same link in the table, where it has its words beside it.
    """
    inside = (element("title", {}, tip), *children)
    if not target.url:
        return element("g", {}, *inside)
    script: Attributes = {"data-rl-filtered": target.filtered} if target.filtered else {}
    return element("a", {"href": target.url, "tabindex": "-1", **script}, *inside)


def shortened(text: str, columns: int) -> str:
    """The text in at most so many columns; a Chinese, Japanese or Korean character takes two."""
    text = cleaned(text)
    if sum(map(_width, text)) <= columns:
        return text
    kept, used = "", 1
    for character in text:
        used += _width(character)
        if used > columns:
            break
        kept += character
    return kept.rstrip() + "…"


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
