"""Cards in a browser: what the script adds, and that nothing is missed without it.

The page is served from memory under a host that doesn't exist, with a Content-Security-Policy that allows nothing but
its own files.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

import sphinx_reading_list
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.sphinxext.cards.icons import sprite_for
from sphinx_reading_list.sphinxext.cards.templating import render_card
from sphinx_reading_list.sphinxext.styling import NAME, style_sheet

from .cite_site import becomes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

    from sphinx_reading_list.sphinxext.cards.card import CardView

    MakeView = Callable[..., CardView]
    Open = Callable[..., Page]

pytestmark = pytest.mark.needs("chromium")
STATIC = Path(sphinx_reading_list.__file__).parent / "sphinxext" / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".html": "text/html; charset=utf-8"}
BIBTEX = "@misc{a2024b,\n  title = {Tülu: <b> & 如何},\n}\n"
AUTHORS = tuple(Author(f"Family{number}", "Given") for number in range(1, 13))
BARS = (
    '<p><a href="ada.html" data-rl-filtered="browse.html?author=Ada&amp;year=2024">1</a></p>'
    '<svg width="9" height="9"><a href="ada.html" data-rl-filtered="browse.html?author=Ada"><title>Ada</title></a></svg>'
)
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def open_page(browser: Browser, view: MakeView) -> Iterator[Open]:
    """Opens a page with one card; fails where the script fails, or asks another host."""
    card = render_card(view(authors=AUTHORS, title="W" * 300, bibtex=BIBTEX, highlight=True))
    page_html = (
        '<!DOCTYPE html><html lang="en"><head><title>Cards</title>'
        f'<link rel="stylesheet" href="{NAME}">'
        '<script src="reading-list.js"></script></head>'
        f'<body>{sprite_for(card)}<main><h1>RLHF</h1>{card}<textarea aria-label="Paste here"></textarea>{BARS}</main></body></html>'
    )
    made = {"page.html": lambda: page_html, NAME: style_sheet}
    contexts = []
    troubles: list[str] = []

    def serve(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if "//list.test/" not in route.request.url:
            troubles.append(f"asked for {route.request.url}")
        route.fulfill(
            body=made[name]() if name in made else (STATIC / name).read_text(encoding="utf-8"),
            headers={"Content-Security-Policy": "default-src 'self'", "Content-Type": TYPES[Path(name).suffix]},
        )

    def open_it(scheme: str = "https", script: bool = True, width: int = 900) -> Page:
        context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 800})
        contexts.append(context)
        context.route("**/*", serve)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: said.type == "error" and troubles.append(said.text))
        page.goto(f"{scheme}://list.test/page.html")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert troubles == []


def test_authors_unfold_and_fold_by_keyboard(open_page: Open) -> None:
    page = open_page()
    button, last = page.get_by_role("button", name="+6 more"), page.get_by_text("Given Family12")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(last).not_to_be_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(last).to_be_visible()
    fewer = page.get_by_role("button", name="fewer")
    expect(fewer).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Space")
    expect(last).not_to_be_visible()
    becomes(page, "document.activeElement.textContent", "+6 more")


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_the_bibtex_is_copied_as_it_is(open_page: Open, scheme: str) -> None:
    page = open_page(scheme)  # http:// has no clipboard interface: the old way is taken
    if scheme == "https":
        page.context.grant_permissions(CLIPBOARD)
    page.locator("summary").click()
    page.get_by_role("button", name="Copy BibTeX").click()
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    page.locator("textarea").last.focus()
    page.keyboard.press("Control+V")
    expect(page.locator("textarea").last).to_have_value(BIBTEX)


def test_where_copying_is_refused_the_text_is_selected(open_page: Open) -> None:
    page = open_page("http")
    page.evaluate("document.execCommand = () => false")
    page.locator("summary").click()
    page.get_by_role("button", name="Copy BibTeX").click()
    page.get_by_role("status").get_by_text("Selected").wait_for(state="attached")
    becomes(page, "getSelection().toString().trim()", BIBTEX.strip())


def test_cite_opens_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Tülu: <b> & 如何")).to_be_visible()


def test_the_page_is_whole_without_the_script(open_page: Open) -> None:
    page = open_page(script=False)
    expect(page.get_by_text("Given Family12")).to_be_visible()
    page.locator("summary").click()
    expect(page.get_by_text("Tülu: <b> & 如何")).to_be_visible()
    expect(page.get_by_role("link", name="BibTeX")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_nothing_moves_when_the_script_starts(open_page: Open) -> None:
    page = open_page()
    shifts = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
            .observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })"""
    )
    assert shifts == 0


def test_bars_lead_to_an_index_page_and_with_the_script_to_the_search(open_page: Open) -> None:
    hrefs = "[...document.querySelectorAll('a[data-rl-filtered]')].map(link => link.getAttribute('href'))"
    assert open_page().evaluate(hrefs) == ["browse.html?author=Ada&year=2024", "browse.html?author=Ada"]
    without = open_page(script=False)
    assert [link.get_attribute("href") for link in without.locator("a[data-rl-filtered]").all()] == ["ada.html"] * 2


def test_a_script_that_is_there_twice_does_things_once(open_page: Open) -> None:
    page = open_page()
    page.add_script_tag(url="reading-list.js")
    page.get_by_role("button", name="+6 more").click()
    expect(page.get_by_text("Given Family12")).to_be_visible()
    expect(page.locator("#rl-status")).to_have_count(1)


def test_it_adds_one_name_to_the_page(open_page: Open) -> None:
    page = open_page()
    names = "Object.getOwnPropertyNames(window)"
    page.add_init_script(f"history.before = {names}")
    page.reload()
    becomes(page, f"{names}.filter((name) => !history.before.includes(name))", ["sphinxReadingList"])


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_the_longest_word_scrolls_nothing_sideways(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    page.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_there_is_nothing_to_press_and_all_authors_are_named(open_page: Open) -> None:
    page = open_page()
    page.emulate_media(media="print")
    expect(page.get_by_text("Given Family12")).to_be_visible()
    expect(page.locator("summary, button:visible, .rl-tools:visible").first).not_to_be_visible()
