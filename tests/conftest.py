"""What all tests share: the programs that some need, a browser, and no network."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

# How hypothesis searches: enough to be worth it, the same on every machine, however slow that is.
settings.register_profile(
    "reading-list", deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("reading-list")
pytest_plugins = ("sphinx.testing.fixtures", "pytester")


NODE_MODULES = Path(__file__).parent / "node" / "node_modules"


class Program(NamedTuple):
    """A program that pip can't install: the commands that it goes by, and the Debian package that has it."""

    commands: tuple[str, ...]
    package: str

    @property
    def path(self) -> str | None:
        """Where it is, or ``None``."""
        return next((found for command in self.commands if (found := shutil.which(command))), None)

    @property
    def remedy(self) -> str:
        """How to get it."""
        return f"on Debian: apt-get install {self.package}"


class NodeModule(NamedTuple):
    """A program that npm installs, by a file of it: ``tests/node/package.json`` asks for its package."""

    file: str

    @property
    def path(self) -> str | None:
        """Where it is, or ``None``."""
        path = NODE_MODULES / self.file
        return str(path) if path.exists() else None

    @property
    def remedy(self) -> str:
        """How to get it."""
        return "with Node.js: npm ci --prefix tests/node"


PROGRAMS: dict[str, Program | NodeModule] = {
    "axe": NodeModule("axe-core/axe.min.js"),
    "biber": Program(("biber",), "biber"),
    "bibtex": Program(("bibtex",), "texlive-latex-base"),
    "bibutils": Program(("ris2xml",), "bibutils"),
    "chromium": Program(("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "html-metadata": NodeModule("html-metadata/package.json"),
    "java": Program(("java",), "default-jre-headless"),
    "node": Program(("node",), "nodejs"),
    "pandoc": Program(("pandoc",), "pandoc"),
    "pdflatex": Program(("pdflatex",), "texlive-latex-base"),
    "tsc": NodeModule("typescript/bin/tsc"),
    "vnu": NodeModule("vnu-jar/build/dist/vnu.jar"),
    "xelatex": Program(("xelatex",), "texlive-xetex"),
}
IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"needs(*programs): which programs the test runs: {', '.join(PROGRAMS)}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A misspelt program would never be missed, so it ends the run."""
    for item in items:
        for name in _needed(item):
            if name not in PROGRAMS:
                raise pytest.UsageError(f"{item.nodeid} needs {name!r}, which tests/conftest.py doesn't know")


@pytest.hookimpl(tryfirst=True)  # before the fixtures, which start the program
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave a test out whose program is missing; where everything has to be there, let it fail."""
    missing = [name for name in _needed(item) if PROGRAMS[name].path is None]
    if missing:
        remedies = "; ".join(sorted({PROGRAMS[name].remedy for name in missing}))
        reason = f"needs {' and '.join(missing)}, which this machine lacks; {remedies}"
        if IN_CI:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if IN_CI and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("CI is set, and tests were skipped: that counts as a failure.", red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _needed(item: pytest.Item) -> list[str]:
    return [name for mark in item.iter_markers("needs") for name in mark.args]


@pytest.fixture(scope="session")
def path_of() -> Callable[[str], str]:
    """Where a program of :data:`PROGRAMS` is, by its name; the test that asks says that it needs it."""

    def find(name: str) -> str:
        path = PROGRAMS[name].path
        assert path, f"mark the test: needs({name!r})"
        return path

    return find


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only this machine may be talked to."""
    connect = socket.socket.connect

    def connect_locally(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test asked the network for {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_locally)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_repository_around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Git sees no repository that the tests' folder may lie in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp().resolve()))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, driven by Playwright; a test that asks for it has the mark ``needs("chromium")``."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # as long as Playwright's other waits
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, and CI is root.
        chromium = playwright.chromium.launch(
            executable_path=PROGRAMS["chromium"].path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()
        # A process that a test forked and left has the driver's input open too, and the driver waits for that to end.
        left = multiprocessing.active_children()
        for process in left:
            process.terminate()
    assert not left, f"a test left processes behind: {left}"
