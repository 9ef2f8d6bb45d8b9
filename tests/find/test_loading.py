"""What the search loads and when, and what a page is without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ..look.cite_site import becomes
from .find_site import ADA, EARLY, field, keys, ready, typed

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from ..look.cite_site import Reader

pytestmark = pytest.mark.needs("chromium")
LOADED = "performance.getEntriesByType('resource').map((one) => one.name.split('/en/')[1])"
FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
SHIFTS = """() => new Promise((done) => {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(shifts)));
})"""


def loaded(page: Page) -> set[str]:
    """What a page has asked for of the search."""
    return {path for path in page.evaluate(LOADED) if path and path.startswith("find/")}


def test_a_page_loads_one_small_script_until_a_reader_searches(reader: Reader) -> None:
    page = reader.open()
    page.wait_for_load_state("load")
    assert loaded(page) == {"find/start.js"}
    field(page).focus()
    ready(page)
    assert loaded(page) == {"find/start.js", "find/search.js", "find/index.js"}
    field(page).press_sequentially("ada")
    page.wait_for_function(f"() => {LOADED}.includes('find/notes.js')")


def test_nothing_moves_when_a_page_loads(reader: Reader) -> None:
    page = reader.open()
    page.wait_for_load_state("load")
    expect(page.locator(".rl-find")).to_be_visible()
    assert page.evaluate(SHIFTS) == []


def places(html: bytes, start: bytes, end: bytes) -> list[int]:
    """Where the tags end, from the first ``start`` to the ``end`` after it."""
    first = html.index(start)
    last = html.index(end, first)
    return [first + tag.end() for tag in re.finditer(rb"<(?!/)[^>]*>", html[first:last])]


@pytest.mark.parametrize(
    ("start", "end", "width"),
    [
        (b'<div class="rl-find-line"', b'<div class="rl-facets"', 1000),
        (b'<div class="rl-row"', b'<h2 class="rl-title"', 1000),
        (b'<div class="rl-row"', b'<h2 class="rl-title"', 390),
        (b'<p class="rl-tools"', b"@article", 1000),
        (b'<p class="rl-tools"', b"@article", 390),
    ],
    ids=["field", "row", "row, narrow", "tools", "tools, narrow"],
)
def test_nothing_moves_while_a_page_arrives(reader: Reader, start: bytes, end: bytes, width: int) -> None:
    name = "list/early.html"
    html = (reader.out / name).read_bytes()
    moved = {}
    for place in places(html, start, end):
        reader.server.held[name] = place
        reader.server.rest.clear()
        page = reader.page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(reader.server.url + name, wait_until="commit")
        page.wait_for_selector(".rl-find", state="attached")
        page.evaluate(FRAME)
        reader.server.rest.set()
        page.wait_for_load_state("load")
        if page.evaluate(SHIFTS):
            moved[place] = html[place - 60 : place]
        page.close()
    assert not moved


def test_a_button_that_arrives_without_its_words_says_them_once(reader: Reader) -> None:
    name, words = "list/early.html", b"<span>My marks"
    reader.server.held[name] = (reader.out / name).read_bytes().index(words) + len(b"<span>")
    reader.server.rest.clear()
    page = reader.page()
    page.add_init_script(
        "window.said = new Set(); new MutationObserver(() => said.add(document.querySelector('.rl-my-marks')?.textContent))"
        ".observe(document, { childList: true, subtree: true, characterData: true })"
    )
    page.goto(reader.server.url + name, wait_until="commit")
    page.wait_for_selector(".rl-my-marks", state="attached")
    reader.server.rest.set()
    page.wait_for_load_state("load")
    assert set(page.evaluate("[...said]")) - {None, ""} == {"My marks"}


def test_a_page_is_whole_once_it_has_arrived(reader: Reader) -> None:
    before = "window.seen = []; new MutationObserver(() => seen.push(document.documentElement.className)).observe(document, { attributes: true, subtree: true })"
    page = reader.open(before=before)
    assert any("rl-coming" in names for names in page.evaluate("seen"))
    expect(page.locator("html")).not_to_have_class(re.compile("rl-coming"))


def test_nothing_moves_when_the_search_begins(reader: Reader) -> None:
    page = reader.open()
    top = page.locator("article.rl-entry").first.bounding_box()
    field(page).focus()
    ready(page)
    assert page.locator("article.rl-entry").first.bounding_box() == top


@pytest.mark.parametrize("path", ["find/search.js", "find/index.js"])
def test_where_something_is_missing_the_page_stays_and_says_so(reader: Reader, path: str) -> None:
    reader.broken.add(path)
    page = reader.open()
    field(page).focus()
    page.get_by_text("The search couldn’t be loaded.").first.wait_for()
    becomes(page, keys, EARLY)
    reader.broken.clear()
    page.get_by_role("button", name="Try again").click()
    ready(page)
    page.locator(".rl-again").wait_for(state="detached")
    typed(page, "ada")
    becomes(page, keys, [ADA])


@pytest.mark.parametrize("path", ["find/start.js", "find/search.js", "find/index.js"])
def test_without_its_scripts_the_page_of_results_shows_the_ways(reader: Reader, path: str) -> None:
    reader.broken.add(path)
    page = reader.open("browse.html")
    page.get_by_role("main").get_by_role("link", name="Early").first.wait_for()
    expect(page.locator(".rl-ways")).to_be_visible()


def test_without_the_first_script_the_field_leads_to_the_page_of_results(reader: Reader) -> None:
    reader.broken.add("find/start.js")
    page = reader.open()
    field(page).fill("ada")
    field(page).press("Enter")
    page.wait_for_url("**/browse.html?q=ada")


def test_without_javascript_there_is_no_field(reader: Reader) -> None:
    page = reader.open(script=False)
    expect(page.get_by_role("searchbox")).not_to_be_visible()
    page = reader.open("browse.html")
    expect(page.get_by_role("searchbox")).not_to_be_visible()
    expect(page.locator(".rl-ways .rl-sections").get_by_role("link", name="Early")).to_be_visible()
    expect(page.locator(".rl-ways").get_by_role("link", name="Years")).to_be_visible()


def test_words_that_were_typed_before_the_search_came_are_searched(reader: Reader) -> None:
    page = reader.open("list/early.html", before="")
    page.evaluate("document.querySelector('[name=q]').value = 'ada'")
    field(page).focus()
    ready(page)
    becomes(page, keys, [ADA])
