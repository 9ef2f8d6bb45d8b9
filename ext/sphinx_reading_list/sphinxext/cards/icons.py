"""Icons as one SVG sprite a page: octicons from sphinx-design, brands from simplepycons.

An icon is decoration: it is hidden from screen readers, and the text beside it says what it means.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from markupsafe import Markup, escape
from sphinx_design.icons import get_octicon_data

if TYPE_CHECKING:
    from collections.abc import Iterable

ID_PREFIX = "rl-i-"
BRANDS = {
    "arxiv": "file",
    "bilibili": "video",
    "bluesky": "comment",
    "doi": "link",
    "github": "mark-github",
    "gitlab": "repo",
    "googlecolab": "code",
    "googledocs": "file",
    "googlescholar": "mortar-board",
    "googleslides": "versions",
    "huggingface": "cpu",
    "kaggle": "database",
    "medium": "browser",
    "notion": "browser",
    "reddit": "comment",
    "substack": "mail",
    "vimeo": "video",
    "wechat": "comment-discussion",
    "x": "comment",
    "youtube": "video",
    "zhihu": "comment-discussion",
}
"""Brands, each with the octicon that stands in for it where simplepycons doesn't have it (brands come and go there)."""
_HAIRLINES = {"arxiv"}
"""Brands whose lines are too thin for the size of text: they are drawn with an outline as well."""
_OTHER_NAMES = {"file-pdf": "file"}
_LAST_RESORT = "link"
_USED = re.compile(rf'href="#{ID_PREFIX}([a-z0-9-]+)"')
_SVG = "{http://www.w3.org/2000/svg}"


@cache
def icon(name: str) -> Markup:
    """A reference to an icon of the page's sprite; its size is the text's, by the style sheet. No name, no icon."""
    if not name:
        return Markup("")
    return Markup(
        '<svg class="rl-icon" width="16" height="16" aria-hidden="true"><use href="#{}{}"></use></svg>'
    ).format(ID_PREFIX, name)


def sprite(names: Iterable[str]) -> str:
    """The sprite with these icons, sorted by name; an empty string where there are none. No name is an error."""
    symbols = [_symbol(name) for name in sorted(set(names))]
    if not symbols:
        return ""
    return f'<div hidden=""><svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true">{"".join(symbols)}</svg></div>'


def sprite_for(html: str, more: Iterable[str] = ()) -> str:
    """The sprite with the icons that this HTML refers to, and those that a script will."""
    return sprite([*_USED.findall(html), *more])


@cache
def _symbol(name: str) -> str:
    width, height, drawing = (_brand(name) if name in BRANDS else None) or _octicon(BRANDS.get(name, name))
    outline = ' stroke="currentColor"' if name in _HAIRLINES else ""
    return (
        f'<symbol id="{ID_PREFIX}{escape(name)}" viewBox="0 0 {width} {height}" fill="currentColor"{outline}>'
        f"{drawing}</symbol>"
    )


def _octicon(name: str) -> tuple[int, int, str]:
    known = get_octicon_data()
    drawings = known.get(_OTHER_NAMES.get(name, name), known[_LAST_RESORT])["heights"]
    # Octicons are drawn anew for each size; 16 pixels is the one that suits text.
    height = "16" if "16" in drawings else min(drawings, key=int)
    return drawings[height]["width"], int(height), drawings[height]["path"]


def _brand(name: str) -> tuple[int, int, str] | None:
    # Late, because the package imports its 3,500 modules at once: half a second that only a page with brands costs.
    from simplepycons import all_icons  # type: ignore[attr-defined]  # mypy can't follow its generated names

    if name not in all_icons.names():
        return None
    drawing = ElementTree.fromstring(all_icons[name].raw_svg)  # noqa: S314  (the package's own text)
    _, _, width, height = (int(float(number)) for number in drawing.get("viewBox", "0 0 24 24").split())
    outlines = [" ".join(path.get("d", "").split()) for path in drawing.iter(f"{_SVG}path")]
    return width, height, "".join(f'<path d="{escape(outline)}"></path>' for outline in outlines)
