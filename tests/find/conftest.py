"""A small list, built once, and a reader of it with a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..look.cite_site import Reader, Server, build
from .find_site import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def find_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site's pages (see ``find_site.py``)."""
    return build(tmp_path_factory.mktemp("find"), FILES)


@pytest.fixture(scope="session")
def find_server(find_site: Path) -> Iterator[Server]:
    """Its server."""
    server = Server(find_site)
    yield server
    server.close()


@pytest.fixture
def reader(browser: Browser, find_site: Path, find_server: Server) -> Iterator[Reader]:
    """A reader of that site; the test fails where a script does, or asks another host."""
    found = Reader(browser, find_site, find_server)
    yield found
    found.close()
