"""The files of made pages, and of the pictures beside them."""

from __future__ import annotations

from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

PICTURES = "entry/pictures/"
"""The folder of pictures; no page is there, since a key has no slash."""


def path_of(builder: StandaloneHTMLBuilder, name: str) -> Path:
    """The file of a page (by docname), or of a picture."""
    return Path(builder.outdir, name + _ending(builder, name))


def is_there(builder: StandaloneHTMLBuilder, name: str) -> bool:
    """Whether that file exists; every build asks for ten thousand, and a Path costs more than the answer."""
    return isfile(f"{builder.outdir}/{name}{_ending(builder, name)}")  # noqa: PTH113


def _ending(builder: StandaloneHTMLBuilder, name: str) -> str:
    if name.startswith(PICTURES):
        return ""
    inside = builder.name == "dirhtml" and not name.endswith("/index")
    return f"{'/index' if inside else ''}{builder.out_suffix}"


class FileWriter:
    """Writes files of the site, and makes each folder once."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._made: set[Path] = set()

    def write(self, name: str, data: bytes) -> None:
        """Write a page (by docname) or a picture."""
        path = path_of(self._builder, name)
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        path.write_bytes(data)

    def write_page(self, page: str, html: str) -> None:
        """Write a page; what UTF-8 can't say is written as a reference."""
        self.write(page, html.encode(errors="xmlcharrefreplace"))
