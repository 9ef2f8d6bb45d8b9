"""An option put into an ``{entry}`` where it stands on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._site import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.entry import Location
    from ._site import Site


def directives(site: Site) -> set[tuple[str, int]]:
    """The paths and lines of all ``{entry}``; an item of a plain list is none, and can have no options."""
    return {
        (path, number)
        for path, text in site.pages.items()
        for number, line in enumerate(lines_of(text), 1)
        if "{entry}" in line
    }


def with_options(site: Site, wanted: Mapping[Location, str]) -> dict[str, str]:
    """The new text of each page on which the entries at these places get an option (``key: KEY``)."""
    texts = {path: lines_of(text) for path, text in site.pages.items()}
    for place, option in sorted(wanted.items(), reverse=True):
        lines = texts[place.path]
        # It stands in the block of options, where there is one between dashes.
        dashes = place.line < len(lines) and lines[place.line].startswith("---")
        own = lines[place.line - 1]
        end = own[len(own.rstrip("\r\n")) :] or "\n"
        behind = place.line + dashes
        if lines[behind : behind + 1] and lines[behind].lstrip(":").startswith("key:"):
            behind += 1  # the key is what people look for
        lines.insert(behind, f"{'' if dashes else ':'}{option}{end}")
    return {path: "".join(lines) for path, lines in texts.items()}
