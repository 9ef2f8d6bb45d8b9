"""The settings of ``conf.py``: registered and checked from their declarations, and the paths they lead to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx.locale import __

from ..core.settings import DENSITIES, SETTINGS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup_config(app: Sphinx) -> None:
    """Register the settings, and prepare those of the extensions that this one loads."""
    for setting in SETTINGS:
        app.add_config_value(setting.config_name, setting.default, setting.rebuild, setting.types)
    app.connect("config-inited", check_settings)
    # Before myst-parser and sphinxcontrib-bibtex read theirs, which they do on builder-inited.
    app.connect("config-inited", prepare_other_extensions)


def check_settings(app: Sphinx, config: Config) -> None:
    """Raise ``ConfigError`` for a value that can't work, saying what does."""
    if config.reading_list_authors_shown < 1:
        raise ConfigError(
            __("reading_list_authors_shown is %d; it must be at least 1") % config.reading_list_authors_shown
        )
    if config.reading_list_density not in DENSITIES:
        names = " or ".join(DENSITIES)
        raise ConfigError(__("reading_list_density is %r; it must be %s") % (config.reading_list_density, names))
    if config.reading_list_picture_font and not (Path(app.confdir) / config.reading_list_picture_font).is_file():
        path = Path(app.confdir) / config.reading_list_picture_font
        raise ConfigError(__("reading_list_picture_font: there is no file %s") % path)
    if config.reading_list_bib and not (Path(app.confdir) / config.reading_list_bib).is_file():
        raise ConfigError(__("reading_list_bib: there is no file %s") % (Path(app.confdir) / config.reading_list_bib))


def prepare_other_extensions(app: Sphinx, config: Config) -> None:
    """Switch on what our pages need, leaving alone what the site has set itself."""
    config.myst_enable_extensions = sorted({*config.myst_enable_extensions, "colon_fence"})
    if config.bibtex_bibfiles is None:
        found = bib_path(app)
        config.bibtex_bibfiles = [os.path.relpath(found, app.confdir)] if found else []
    if not config.bibtex_cite_id:
        # Stable anchors, so that a card can link to its record.
        config.bibtex_cite_id = "cite-{key}"
    # Tooltips would make sphinxcontrib-bibtex format every record twice.
    if "bibtex_tooltips" not in config._raw_config:
        config.bibtex_tooltips = False


def bib_path(app: Sphinx) -> Path | None:
    """The site's .bib file: the setting's, else ``refs.bib`` beside ``conf.py`` or one folder up; None without one."""
    folder = Path(app.confdir)
    if named := app.config.reading_list_bib:
        return Path(folder / named).resolve()
    candidates = (folder / "refs.bib", folder.parent / "refs.bib")
    return next((path.resolve() for path in candidates if path.is_file()), None)


def metrics_path(app: Sphinx) -> Path:
    """The file with citation counts and stars; it may be absent."""
    return Path(app.confdir, app.config.reading_list_metrics)
