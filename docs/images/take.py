"""Take the pictures of the site that README shows: ``python take.py SITE``, where SITE is the built html."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGE = "list/rlhf.html"
WIDTH, HEIGHT = 1440, 900


def take(site: Path, folder: Path) -> None:
    """Write ``site-light.png`` and ``site-dark.png`` into the folder."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium found; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)
            page.goto((site / PAGE).resolve().as_uri())
            page.screenshot(path=folder / f"site-{scheme}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(__file__).parent)
