"""Which made pages the last build wrote, and what they showed; what this one would show."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from ... import __version__
from ..cards.templating import environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config


def digest(value: object) -> str:
    """A digest of a value, by its ``repr``."""
    return hashlib.blake2b(repr(value).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def read_manifest(path: Path) -> tuple[str, dict[str, str]]:
    """The digest of what all pages showed, and that of each page, by docname; nothing where it can't be read."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        return str(manifest["state"]), dict(manifest["pages"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", {}


def write_manifest(path: Path, state: str, pages: Mapping[str, str]) -> None:
    """Keep them for the next build."""
    path.write_text(json.dumps({"state": state, "pages": pages}), encoding="utf-8")


def state_of(builder: StandaloneHTMLBuilder, shown: Mapping[str, str], *more: object) -> str:
    """A digest of everything that a made page could show: of the list, the settings, the theme, and of ``more``.

    ``shown`` is the digest of each of the project's pages, which together say the whole list.
    """
    said = (sorted(shown.items()), settings_of(builder.config), builder.templates.newest_template_mtime(), more)
    return digest((__version__, said))


def settings_of(config: Config) -> list[tuple[str, str]]:
    """The settings that pages depend on, so that the same ones have the same ``repr`` in every build."""
    values = config.filter(frozenset({"env", "html"}))
    return sorted((value.name, _plain(value.value)) for value in values)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return repr(sorted((str(name), _plain(part)) for name, part in value.items()))
    if isinstance(value, set | frozenset):
        return repr(sorted(map(_plain, value)))
    if isinstance(value, list | tuple):
        return repr([_plain(part) for part in value])
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
    return repr(value) if isinstance(value, str | int | float | bool | None) else type(value).__name__


def template_text(folders: tuple[str, ...], *names: str) -> str:
    """The text of templates by their names (``entry_page``), the site's own and ours."""
    jinja = environment(folders)
    loader = jinja.loader
    assert loader is not None
    paths = [f"{whose}reading_list/{name}.html" for name in names for whose in ("", "!")]
    return "\0".join(loader.get_source(jinja, found)[0] for found in paths)
