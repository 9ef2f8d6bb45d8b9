"""Names and values as elements of a page's head: the one place where they are escaped."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# What could end the element, or begin a comment in it.
_IN_SCRIPT = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def meta_tags(values: Iterable[tuple[str, str]], attribute: str = "name") -> str:
    """A ``<meta>`` a pair, a line each; OpenGraph wants the attribute ``property``. Pairs without a value are left out."""
    return "".join(
        f'<meta {attribute}="{escape(name)}" content="{attribute_text(value)}">\n' for name, value in values if value
    )


def attribute_text(text: str) -> str:
    """The text so that it can stand in quotes; characters that HTML may not hold are left out."""
    return escape(_UNFIT.sub("", text))


def json_script(value: dict[str, Any]) -> str:
    """JSON-LD as a ``<script>`` (JSON-LD 1.1, section 7: nothing in it may look like the end of the element)."""
    text = json.dumps(value, separators=(",", ":"))  # ASCII: no lone surrogate, no line end of JavaScript
    for character, escaped in _IN_SCRIPT:
        text = text.replace(character, escaped)
    return f'<script type="application/ld+json">{text}</script>\n'
