"""Nothing on our pages is out of reach: what axe finds on each type of page, beyond the theme's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from bs4 import BeautifulSoup

from .sites import PAGES, address_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.needs("chromium", "axe")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => [id, help, html]));
}"""
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"


class Finding(NamedTuple):
    """A rule that something on a page breaks: the thing's tag and classes, and its beginning."""

    rule: str
    what: str
    html: str = ""

    @property
    def kind(self) -> tuple[str, str]:
        """What is the same on another page."""
        return self.rule, self.what


class Axe:
    """Checks pages in a browser."""

    def __init__(self, browser: Browser, script: Path) -> None:
        self._browser = browser
        self._script = script.read_text(encoding="utf-8")
        self.findings_of = cache(self._findings_of)

    def _findings_of(self, address: str, scheme: str, opened: bool, forced: bool = False) -> list[Finding]:
        context = self._browser.new_context(
            color_scheme=scheme,  # type: ignore[arg-type]
            forced_colors="active" if forced else "none",
            reduced_motion="reduce",
        )
        try:
            page = context.new_page()
            page.goto(address, wait_until="networkidle")
            if opened:
                open_panels(page)
            page.evaluate(self._script)
            return list(_read(page.evaluate(RUN, RULES)))
        finally:
            context.close()


def _read(found: list[list[str]]) -> Iterator[Finding]:
    for rule, help_text, html in found:
        element: Any = BeautifulSoup(html, "html.parser").find()
        what = f"{element.name}.{'.'.join(element.get('class', []))}" if element else ""
        yield Finding(f"{rule}: {help_text}", what, html[:200])


def open_panels(page: Page) -> None:
    """Open what a page has to open: panels in place first, and the basket with an entry in it."""
    page.evaluate(OPEN_ALL)
    for button in page.locator(".rl-filter:visible, .rl-more:visible").all():
        button.click()
    for panel in page.locator(".rl-marker:visible").all()[:1]:
        panel.click()
    if page.locator(".rl-mark").count():
        page.locator(".rl-mark").first.click()
        page.locator(".rl-basket").first.click()
        # Its texts come from files of their own.
        page.locator("dialog[open] .rl-copy-basket").get_by_text("Copy BibTeX").wait_for()


@pytest.fixture(scope="module")
def axe(browser: Browser, path_of: Callable[[str], str]) -> Axe:
    return Axe(browser, Path(path_of("axe")))


def test_axe_finds_what_is_wrong(axe: Axe, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<!doctype html><html lang="en"><title>T</title><main><h1>T</h1><img src="x.png"></main>', encoding="utf-8"
    )
    assert [finding.what for finding in axe.findings_of(bad.as_uri(), "light", False)] == ["img."]


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "opened"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES.values(), ids=PAGES)
def test_a_page_adds_nothing_to_what_the_theme_has(
    axe: Axe, site: Path, theme: Path, name: str, scheme: str, opened: bool
) -> None:
    of_the_theme = {
        found.kind
        for page in ("index", "other")
        for found in axe.findings_of(address_of(theme, f"{page}.html"), scheme, False)
    }
    ours = [
        found for found in axe.findings_of(address_of(site, name), scheme, opened) if found.kind not in of_the_theme
    ]
    assert not ours, "\n".join(map(str, ours))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_with_a_page_that_became_several(axe: Axe, moved: Path, scheme: str) -> None:
    assert axe.findings_of(address_of(moved, "list/all.html"), scheme, False) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["browse", "section", "entry", "pictures", "author"])
def test_nothing_more_is_wrong_where_the_system_sets_the_colours(
    axe: Axe, site: Path, theme: Path, name: str, scheme: str
) -> None:
    of_the_theme = {found.kind for found in axe.findings_of(address_of(theme, "other.html"), scheme, False, True)}
    found = axe.findings_of(address_of(site, PAGES[name]), scheme, True, True)
    assert [one for one in found if one.kind not in of_the_theme] == []
