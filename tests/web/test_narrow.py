"""Narrow screens, magnified text, no script: everything is still there, and nothing scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .sites import PAGES, address_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest("[hidden], .sidebar-drawer, .toc-drawer"))
  .slice(0, 5).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("name", PAGES.values(), ids=PAGES)
def test_nothing_scrolls_sideways(browser: Browser, site: Path, name: str, width: int, script: bool) -> None:
    context = browser.new_context(viewport={"width": width, "height": 256}, java_script_enabled=script)
    try:
        page = context.new_page()
        page.goto(address_of(site, name), wait_until="networkidle")
        # Where scripts are off Playwright's own still run.
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.evaluate(TOO_WIDE)
    finally:
        context.close()
