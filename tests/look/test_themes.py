"""Five themes: what is ours can be read, in light and dark, fits the screen, and no page lacks anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .theme_site import AUTHORS, LONG_TITLE, LONG_WORD, OVERRIDE, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.needs("chromium")
AA = 4.5
"""What WCAG 2.2 asks of text (1.4.3), of any size."""
FAINT = """(least) => {
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  // One colour over another, as the browser paints them.
  const paint = (colours) => {
    pen.fillStyle = getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "#000" : "#fff";
    pen.fillRect(0, 0, 1, 1);
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((x) => x / 255).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => (element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : []);
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: element, data } = texts.currentNode;
    const ours = element.closest("body [class^='rl-'], .rl-entry");
    if (!ours || !data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".rl-vh, :disabled, sup")) continue;
    const svg = element.closest("svg");
    const style = getComputedStyle(element);
    if (style.opacity !== "1") found.add(`opacity: ${element.outerHTML.slice(0, 160)}`);
    const under = behind(element);
    const [a, b] = [light(paint(under)), light(paint([...under, svg ? style.fill : style.color]))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least) found.add(`${contrast.toFixed(2)}: ${element.outerHTML.slice(0, 160)}`);
  }
  return [...found].slice(0, 10);
}"""
TOO_WIDE = """() => [...document.querySelectorAll("body [class^='rl-'], .rl-entry, .rl-entry *")]
  .filter((one) => one.checkVisibility() && !one.closest(".rl-vh, .rl-scroll, .rl-text, svg"))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 160)).slice(0, 5)"""
MARKED = """for (const [at, card] of [...document.querySelectorAll(".rl-entry[data-key]")].entries())
  sphinxReadingList.early.dress(card, { state: ["read", "later", ""][at % 3], note: "A note" });
for (const one of document.querySelectorAll(".rl-entry details, .rl-page details")) one.open = true;
document.querySelector(".rl-marker")?.click();"""


@pytest.fixture
def open_page(browser: Browser, theme_pages: Path) -> Iterator[Open]:
    """Opens a page in the theme; fails where a script does."""
    contexts = []
    troubles: list[str] = []

    def open_it(name: str, width: int = 1200, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto((theme_pages / name).as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not troubles


def test_all_text_can_be_read(open_page: Open) -> None:
    faint = {}
    for scheme in ("light", "dark"):
        for name in PAGES.values():
            page = open_page(name, scheme=scheme)
            found = page.evaluate(FAINT, AA)
            page.evaluate(MARKED)
            faint[name, scheme] = found + page.evaluate(FAINT, AA)
            page.context.close()
    assert {place: found for place, found in faint.items() if found} == {}


@pytest.mark.parametrize("width", [320, 640], ids=["320px", "200%"])
def test_nothing_scrolls_sideways(open_page: Open, width: int) -> None:
    # What the theme does on a page without anything of ours is its own.
    alone = open_page("plain.html", width).evaluate("document.documentElement.scrollWidth")
    wide = {}
    for name in PAGES.values():
        page = open_page(name, width)
        page.evaluate(MARKED)
        wide[name] = page.evaluate(TOO_WIDE)
        if page.evaluate("document.documentElement.scrollWidth") > max(alone, width):
            wide[name].append("the page")
        page.context.close()
    assert {name: found for name, found in wide.items() if found} == {}


def test_an_entry_has_a_page_that_can_be_used(open_page: Open) -> None:
    page = open_page("entry/lovelace1843notes.html")
    title = page.get_by_role("heading", level=1, name="Notes on the Analytical Engine")
    box = title.bounding_box()
    assert box
    on_top = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('h1') !== null", [box["x"] + 5, box["y"] + 10]
    )
    assert on_top, "nothing of the theme lies over it"
    page.get_by_role("button", name="My mark").click()
    page.get_by_role("radio", name="Read", exact=True).check()
    page.locator(".rl-stands").get_by_role("link", name="Good").click()
    page.wait_for_url("**/list/good.html#entry-lovelace1843notes")
    card = page.locator("#entry-lovelace1843notes")
    assert card.locator(".rl-said").inner_text().strip(" ·") == "Read"
    card.get_by_role("link", name="All about this entry").click()
    page.wait_for_url("**/entry/lovelace1843notes.html")


@pytest.mark.parametrize("width", [360, 1440])
def test_the_page_of_an_entry_is_as_wide_as_the_text_of_others(open_page: Open, width: int) -> None:
    page = open_page("entry/lovelace1843notes.html", width)
    ends = page.locator(".rl-page > .rl-part").evaluate_all(
        """parts => parts.map((part) => {
          const page = part.parentElement, { paddingRight } = getComputedStyle(page.parentElement);
          const end = page.parentElement.getBoundingClientRect().right - parseFloat(paddingRight);
          const widest = page.getBoundingClientRect().left + parseFloat(getComputedStyle(page).maxWidth);
          return part.getBoundingClientRect().right - Math.min(end, widest);
        })"""
    )
    assert ends
    assert max(map(abs, ends)) < 1


def test_the_icons_of_a_card_stand_in_one_line(open_page: Open) -> None:
    page = open_page("list/good.html")
    middles = page.locator("#entry-lovelace1843notes .rl-tools svg").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2)"
    )
    assert len(middles) == 3
    assert max(middles) - min(middles) < 0.5


@pytest.mark.parametrize("media", ["screen", "print"])
def test_an_icon_stands_beside_the_middle_of_its_words(open_page: Open, media: str) -> None:
    page = open_page("list/good.html")
    page.emulate_media(media=media)  # type: ignore[arg-type]
    off = page.locator("#entry-lovelace1843notes .rl-links a > svg").evaluate_all(
        """all => all.map((icon) => [icon, icon.parentElement].map((one) => one.getBoundingClientRect()))
          .map(([icon, link]) => (icon.top + icon.bottom - link.top - link.bottom) / 2)"""
    )
    assert off
    assert max(map(abs, off)) < 1


def test_lists_have_no_bullets_and_no_gaps_of_the_theme(open_page: Open) -> None:
    lists = {
        "list/good.html": (".rl-links", ".rl-links > li", ".rl-tags > li", ".rl-meta", ".rl-authors", ".rl-tools"),
        "index.html": (".rl-highlights > li", ".rl-sections > li", ".rl-indexes > li"),
        "by/kind/index.html": (".rl-headings > li",),
        "by/kind/video.html": (".rl-newest > li",),
    }
    for name, parts in lists.items():
        page = open_page(name)
        for what in parts:
            found = page.locator(what).evaluate_all(
                """all => all.map((one) => getComputedStyle(one))
                  .map((style) => [style.marginTop, style.marginBottom, style.marginLeft, style.listStyleType].join(" "))"""
            )
            assert set(found) == {"0px 0px 0px none"}, f"{name} {what}"


def test_what_is_hostile_is_text(open_page: Open) -> None:
    page = open_page("list/bad.html")
    titles = page.locator("article.rl-entry .rl-title").all_inner_texts()
    assert titles == [
        LONG_TITLE.strip(),
        LONG_WORD,
        f"<script>alert(1)</script> {OVERRIDE}evil & <b>",
        f"<img src=x onerror=alert(1)> {OVERRIDE}x",
    ]
    expect(page.locator("article.rl-entry :is(img, script, b)")).to_have_count(0)
    entry = open_page("entry/many.html")
    expect(entry.locator(".rl-authors bdi")).to_have_count(AUTHORS)


def test_letters_that_turn_others_around_turn_only_their_own(open_page: Open) -> None:
    page = open_page("list/bad.html")
    for what in (".rl-title", ".rl-venue", ".rl-authors bdi", ".rl-tags bdi", ".rl-detail"):
        how = page.locator(f"article.rl-entry {what}").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).unicodeBidi)"
        )
        assert set(how) <= {"isolate", "plaintext", "isolate-override"}, what
        assert how, what


def test_what_was_read_and_what_is_copied_have_a_ground_of_their_own(open_page: Open) -> None:
    for scheme in ("light", "dark"):
        page = open_page("list/good.html", scheme=scheme)
        page.evaluate("document.body.append(Object.assign(document.createElement('i'), { className: 'rl-panel' }))")
        panel, page_of = page.evaluate(
            """() => [document.querySelector("body > .rl-panel"), document.body]
              .map((one) => getComputedStyle(one).backgroundColor)"""
        )
        assert panel not in {page_of, "rgba(0, 0, 0, 0)"}, scheme
