"""The one style sheet of our pages, joined from those in ``styles/``, each of which has one subject.

A browser asks for it once for the whole site. A site's own style sheets come after it, so they win.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STYLES = Path(__file__).parent / "styles"
NAME = "reading-list.css"
ORDER = (
    "variables", "parts", "card", "lists", "cite", "basket", "marks", "pictures", "find", "entry", "index", "moved",
)  # fmt: skip
"""The style sheets as they are joined: later ones win."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def setup_styles(app: Sphinx) -> None:
    """Link the style sheet of every HTML page."""
    app.connect("builder-inited", add_style_sheet)


def style_sheet() -> str:
    """All style sheets as one, without comments, indentation and empty lines."""
    texts = [_COMMENT.sub("", (STYLES / f"{name}.css").read_text(encoding="utf-8")) for name in ORDER]
    return "".join(f"{line.strip()}\n" for text in texts for line in text.splitlines() if line.strip())


def add_style_sheet(app: Sphinx) -> None:
    """Let the HTML builders copy it with the site's static files, and link it."""
    if app.builder.format != "html":
        return
    folder = Path(app.doctreedir) / "reading_list_static"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(style_sheet(), encoding="utf-8")
    app.config.html_static_path.append(str(folder))
    app.add_css_file(NAME)
