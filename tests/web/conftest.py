"""The real site and its theme alone, each built once a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .sites import build_real_site, build_theme_alone

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
