"""Pictures in a browser: they fit, they can be read, and they print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sphinx_reading_list.core.catalogue import Catalogue
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry
from sphinx_reading_list.core.kinds import KINDS
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.pictures.bars import draw_bars
from sphinx_reading_list.pictures.counting import timeline, venues
from sphinx_reading_list.pictures.matrix import draw_pairs
from sphinx_reading_list.pictures.pairs import pairs
from sphinx_reading_list.pictures.svg import Target
from sphinx_reading_list.pictures.tables import pairs_table, ranking_table, timeline_table
from sphinx_reading_list.pictures.timeline import draw_timeline
from sphinx_reading_list.sphinxext.cards.templating import render_part
from sphinx_reading_list.sphinxext.styling import style_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.needs("chromium")
NAMES = ("W" * 200, "山田" * 40, "Lovelace", "ابن سينا", *(f"Family{n} With a Long Name" for n in range(8)))
ENTRIES = [
    Entry(f"k{n}", KINDS[n % len(KINDS)].name, "T", authors=tuple(Author(name) for name in NAMES[n % 3 : 12]),
          date=PartialDate(2022 + n % 3, n % 13), venue=NAMES[n % 6])
    for n in range(120)
]  # fmt: skip
TEXTS = ".rl-svg text"


def link(facets: dict[str, str]) -> Target:
    return Target(f"#{len(facets)}")


@pytest.fixture(scope="module")
def html() -> str:
    """A page with all pictures and their tables, each at its widest."""
    made = Catalogue(entries={entry.key: entry for entry in ENTRIES})
    when, where, who = timeline(made), venues(made, 12), pairs(made, 12)
    shown = (
        (draw_timeline(when, "a", link), timeline_table(when, link)),
        (draw_bars(where, "b", "Venues", "By venue.", "venue", link), ranking_table(where, "Venue", "venue", link)),
        (draw_pairs(who, "c", link), pairs_table(who, link)),
    )
    figures = "".join(
        render_part("picture.html", (), True, svg=svg, said="Said.", table=table, place=f"p{number}")
        for number, (svg, table) in enumerate(shown)
    )
    return (
        f'<!DOCTYPE html><html lang="en" data-theme="auto"><head><meta charset="utf-8"><title>T</title><style>'
        ":root { color-scheme: light dark } body { background: Canvas; color: CanvasText; font-family: sans-serif; margin: 1rem }"
        f"{style_sheet()}</style></head><body><main><h1>T</h1>{figures}</main></body></html>"
    )


@pytest.fixture
def open_page(browser: Browser, html: str) -> Iterator[Open]:
    contexts = []

    def open_it(width: int = 900, **how: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **how)
        contexts.append(context)
        page = context.new_page()
        page.set_content(html)
        return page

    yield open_it
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_a_page_with_pictures_never_scrolls_sideways(open_page: Open, width: int) -> None:
    page = open_page(width)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1440])
def test_text_keeps_its_size(open_page: Open, width: int) -> None:
    heights = open_page(width).eval_on_selector_all(
        ".rl-svg .rl-row-name, .rl-svg-bars .rl-name:not(.rl-wide):not(.rl-narrow)",
        "all => all.map(text => text.getBoundingClientRect().height)",
    )
    assert heights
    assert min(heights) >= 12


@pytest.mark.parametrize("width", [320, 1440])
def test_a_name_never_runs_into_its_number(open_page: Open, width: int) -> None:
    ends, starts = open_page(width).evaluate(
        """() => {
          const all = selector => [...document.querySelectorAll(selector)];
          // The frame itself: its box is that of the text, which is cut off there.
          const end = frame => frame.ownerSVGElement.getBoundingClientRect().left + frame.width.baseVal.value;
          return [
            all(".rl-svg-bars svg").map(end),
            all(".rl-svg-bars .rl-count").map(text => text.getBoundingClientRect().left),
          ];
        }"""
    )
    assert ends
    assert max(ends) <= min(starts)


def test_numbers_above_bars_are_there_where_there_is_room(open_page: Open) -> None:
    def overlapping(page: Page) -> int:
        return page.eval_on_selector_all(
            ".rl-svg-many .rl-number",
            """all => {
              const boxes = all.map(text => text.getBoundingClientRect()).filter(box => box.width);
              return boxes.filter((box, n) => n && box.top === boxes[n - 1].top && box.left < boxes[n - 1].right).length;
            }""",
        )

    wide, narrow = open_page(1440), open_page(320)
    expect(wide.locator(".rl-svg-many .rl-number").first).to_be_visible()
    expect(narrow.locator(".rl-svg-many .rl-number").first).not_to_be_visible()
    assert overlapping(wide) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_bars_stand_out(open_page: Open, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    ratios = page.evaluate(
        """() => {
          const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const behind = getComputedStyle(document.body).backgroundColor;
          const light = colour => {
            for (const layer of [behind, colour]) {
              paint.fillStyle = layer;
              paint.fillRect(0, 0, 1, 1);
            }
            const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map(part => {
              const value = part / 255;
              return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = light(behind);
          const ratio = element => {
            const own = light(getComputedStyle(element).fill);
            return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
          };
          const least = selector => Math.min(...[...document.querySelectorAll(selector)].map(ratio));
          return { text: least(".rl-svg text"), bars: least(".rl-svg .rl-bar:not(.rl-unsure)") };
        }"""
    )
    # WCAG 2.2, 1.4.3 and 1.4.11.
    assert ratios["text"] >= 4.5
    assert ratios["bars"] >= 3


def test_the_keyboard_reaches_the_table_and_not_each_bar(open_page: Open) -> None:
    page = open_page()
    seen = []
    for _ in range(3):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.localName"))
    assert seen == ["summary"] * 3


def test_on_paper_the_pictures_remain_and_closed_tables_go(open_page: Open) -> None:
    page = open_page()
    page.emulate_media(media="print")
    expect(page.locator(".rl-svg")).to_have_count(3)
    assert all(picture.is_visible() for picture in page.locator(".rl-svg").all())
    expect(page.locator("summary").first).not_to_be_visible()
