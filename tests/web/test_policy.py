"""What is ours works under ``default-src 'self'``: no script or style within a page, nothing from elsewhere.

The theme's own needs are those of an almost empty page of it; the docs name them.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from .sites import DOCS, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
OURS = "default-src 'self'; script-src 'self' 'report-sample'; style-src 'self' 'report-sample'"
LISTEN = """addEventListener("securitypolicyviolation", (event) => {
  (window.refused ??= []).push([event.effectiveDirective, event.blockedURI, event.sample]);
})"""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a policy."""

    def __init__(self, *arguments: Any, policy: str, **others: Any) -> None:
        self.policy = policy
        super().__init__(*arguments, **others)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def serve() -> Iterator[Callable[..., str]]:
    """Serve a folder, under the policy that we promise; gives its address."""
    servers = []

    def start(folder: Path, policy: str = OURS) -> str:
        handler = partial(Handler, directory=str(folder), policy=policy)
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def refused(browser: Browser, address: str) -> tuple[set[tuple[str, ...]], list[str]]:
    """What the policy refused on a page, and which other hosts it asked."""
    page = browser.new_page()
    asked: list[str] = []
    origin = address[: address.index("/", 7)]
    page.on("request", lambda request: None if request.url.startswith((origin, "data:")) else asked.append(request.url))
    page.add_init_script(LISTEN)
    try:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        # Everything may be used: what comes in on demand counts as well.
        page.keyboard.press("/")
        if page.locator(".rl-mark").count():
            page.locator(".rl-mark").first.click()
        page.wait_for_load_state("networkidle")
        return {tuple(found) for found in page.evaluate("window.refused ?? []")}, asked
    finally:
        page.close()


@pytest.fixture(scope="module")
def of_the_theme(browser: Browser, serve: Callable[..., str], theme: Path) -> set[tuple[str, ...]]:
    address = serve(theme)
    found = [refused(browser, f"{address}{name}") for name in ("index.html", "other.html")]
    assert not any(asked for _, asked in found)
    return {one for page, _ in found for one in page}


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], site: Path) -> str:
    return serve(site)


def test_what_is_refused_is_seen(browser: Browser, serve: Callable[..., str], tmp_path: Path) -> None:
    text = "<!doctype html><p style='color: red'>x</p><img src='https://example.org/x.png'><script>var a = 1</script>"
    (tmp_path / "bad.html").write_text(text, encoding="utf-8")
    found, _asked = refused(browser, f"{serve(tmp_path)}bad.html")
    assert {directive for directive, *_ in found} == {"style-src-attr", "img-src", "script-src-elem"}


@pytest.mark.parametrize("name", PAGES.values(), ids=PAGES)
def test_a_page_needs_no_more_than_the_theme(
    browser: Browser, address: str, of_the_theme: set[tuple[str, ...]], name: str
) -> None:
    found, asked = refused(browser, address + name)
    assert not found - of_the_theme
    assert not asked


def hash_of(text: str) -> str:
    """A source of a policy (CSP level 3, 2.3.1): the hash of what is allowed."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def documented() -> str:
    """The policy in the docs, as one line."""
    text = (DOCS / "project" / "howto.md").read_text(encoding="utf-8")
    return " ".join(text.split("Content-Security-Policy: ")[1].split("```")[0].split())


def test_the_policy_in_the_docs_is_what_the_theme_needs(
    browser: Browser, serve: Callable[..., str], site: Path, theme: Path
) -> None:
    page = BeautifulSoup((theme / "index.html").read_text(encoding="utf-8"), "html.parser")
    needed = {
        "script-src": {hash_of(str(found.string)) for found in page.select("script:not([src])")},
        "style-src": {hash_of(str(found.string)) for found in page.select("style")}
        | {hash_of(str(found["style"])) for found in page.select("[style]")},
    }
    policy = {name: set(sources) for name, *sources in map(str.split, documented().split(";")) if name}
    if f"furo {importlib.metadata.version('furo')} " in (DOCS / "project" / "howto.md").read_text(encoding="utf-8"):
        for name, hashes in needed.items():
            assert {source for source in policy[name] if source.startswith("'sha256-")} == hashes
    else:  # another version: what it needs itself
        for name, hashes in needed.items():
            policy[name] = {source for source in policy[name] if not source.startswith("'sha256-")} | hashes
    sent = "; ".join(f"{name} {' '.join(sorted(sources))}" for name, sources in policy.items())
    address = serve(site, sent)
    for name in (PAGES["home"], PAGES["section"], PAGES["entry"]):
        assert refused(browser, address + name) == (set(), [])
