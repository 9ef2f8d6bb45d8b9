"""The real site, its theme alone and one with old addresses, each built once a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .sites import build_moved, build_real_site, build_theme_alone

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site's pages."""
    return build_real_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of two nearly empty pages of its theme."""
    return build_theme_alone(tmp_path_factory.mktemp("theme"))


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with pages at old addresses."""
    return build_moved(tmp_path_factory.mktemp("moved"))
