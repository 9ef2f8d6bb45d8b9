"""What a site can set in a style sheet, read from where it is declared: ``styles/variables.css``.

There, a comment stands before each ``--_NAME: var(--rl-NAME, DEFAULT);`` and says what it is for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sphinx_reading_list.sphinxext.styling import STYLES

STYLE_SHEET = STYLES / "variables.css"
_DECLARED = re.compile(
    r"/\* (?P<help>[^*]+) \*/\s+--_(?P<short>[a-z-]+): var\((?P<name>--rl-[a-z-]+), (?P<default>.+)\);"
)
_THEMES = {"--color-": "furo", "--pst-": "pydata-sphinx-theme", "--_pst-": "pydata-sphinx-theme"}


class StyleVariable(NamedTuple):
    """A variable: its name, what it is for, and what it is where neither the site nor its theme says anything."""

    name: str
    help: str
    default: str
    themes: tuple[str, ...]


def style_variables() -> tuple[StyleVariable, ...]:
    """All of them, in the order of the style sheet."""
    return tuple(
        StyleVariable(found["name"], found["help"], *_default(found["default"]))
        for found in _DECLARED.finditer(STYLE_SHEET.read_text(encoding="utf-8"))
    )


def _default(value: str) -> tuple[str, tuple[str, ...]]:
    """The last of what is tried one after the other, and the themes whose own is tried before."""
    themes = []
    while found := re.fullmatch(r"var\((--[a-z_-]+)(?:, (.+))?\)", value):
        name, rest = found.groups()
        themes += [theme for prefix, theme in _THEMES.items() if name.startswith(prefix)]
        value = rest or _value(name)
    return value, tuple(themes)


def _value(name: str) -> str:
    """What a helper of the style sheet (``--_amber``) is."""
    found = re.search(rf"{name}: ([^;]+);", STYLE_SHEET.read_text(encoding="utf-8"))
    assert found, name
    return found[1]
