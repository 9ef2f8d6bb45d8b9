"""The page of results, in a browser: all entries as lines, then as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ..look.cite_site import becomes, said
from .find_site import (
    ADA,
    ALL,
    EARLY,
    GROSS,
    HOSTILE,
    LONG,
    facet,
    field,
    focused,
    hits,
    keys,
    query,
    ready,
    typed,
    unfolded,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from ..look.cite_site import Reader

SHOWN = "(count) => document.querySelectorAll('.rl-result').length === count"
pytestmark = pytest.mark.needs("chromium")


def whole(page: Page, key: str) -> None:
    """Wait until a result is the card of its entry."""
    page.locator(f'.rl-result article[data-key="{key}"][id]').wait_for()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_results_become_cards_with_all_that_these_can(reader: Reader, scheme: str) -> None:
    page = ready(reader.open("browse.html", scheme))
    becomes(page, hits, f"{ALL} entries")
    assert keys(page)[: len(EARLY)] == EARLY
    whole(page, ADA)
    card = page.locator(f'[data-key="{ADA}"]')
    expect(card.get_by_role("link", name="Long")).to_have_attribute("href", "list/long.html")  # a link of the note
    expect(card.get_by_role("link", name="Early")).to_have_attribute("href", "list/early.html")
    expect(card.locator(".rl-permalink")).to_have_attribute("href", f"list/early.html#entry-{ADA}")
    card.locator("summary").click()
    expect(card.get_by_role("radio", name="BibLaTeX")).to_be_visible()
    expect(card.locator("button[hidden]")).to_have_count(0)  # Bootstrap hides these, whatever our style sheet says
    card.locator(".rl-mark").click()
    said(page, "Kept in the basket")
    for use in card.locator("use").all():
        expect(page.locator(f"symbol{use.get_attribute('href')}")).to_have_count(1)


def test_a_line_says_what_the_index_knows_where_the_card_never_comes(reader: Reader) -> None:
    reader.broken.update({f"find/cards/{ADA}.js", "find/icons.js"})
    page = ready(reader.open("browse.html?q=lovelace"))
    becomes(page, keys, [ADA])
    card = page.locator(f'[data-key="{ADA}"]')
    for words in ("Paper", "1843", "Scientific Memoirs", "Ada Lovelace", "programs", "Highlight", "In: Early"):
        assert words in card.inner_text()
    expect(card.get_by_role("link")).to_have_attribute("href", f"{reader.server.url}list/early.html#entry-{ADA}")


def test_hostile_titles_are_text(reader: Reader) -> None:
    reader.broken.add("find/cards/hostile.js")
    page = ready(reader.open("browse.html?q=quotes"))
    title = page.locator('[data-key="hostile"] .rl-title')
    assert "<img" in title.inner_text()
    assert "<img" in HOSTILE
    expect(title.locator("img")).to_have_count(0)


def test_more_results_come_as_one_scrolls_and_by_a_button(reader: Reader) -> None:
    page = ready(reader.open("browse.html?q=loom"))
    results = page.locator(".rl-result")
    for count in (20, 40, LONG):
        page.wait_for_function(SHOWN, arg=count)
        results.last.scroll_into_view_if_needed()
    expect(page.locator(".rl-next")).not_to_be_visible()


def test_the_focus_moves_to_what_a_button_brought(reader: Reader) -> None:
    # Nothing is ever in sight, so that nothing comes by itself.
    idle = "window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };"
    page = ready(reader.open("browse.html?q=loom&sort=curated", before=idle))
    page.wait_for_function(SHOWN, arg=20)
    button = page.get_by_role("button", name="Show 20 more")
    button.focus()
    page.keyboard.press("Enter")
    becomes(page, focused, "loom-21")
    page.wait_for_function(SHOWN, arg=40)
    expect(page.get_by_role("button", name="Show 5 more")).to_be_visible()


def test_facets_and_several_of_their_values(reader: Reader) -> None:
    page = unfolded(ready(reader.open("browse.html")))
    facet(page, "kind", "video").check()
    facet(page, "kind", "repository").check()
    becomes(page, keys, ["train", "engines"])
    becomes(page, query, "?kind=video&kind=repository")
    page.get_by_role("button", name="Clear all filters").click()
    becomes(page, hits, f"{ALL} entries")
    becomes(page, query, "")


def test_a_long_facet_unfolds_and_can_be_searched(reader: Reader) -> None:
    page = unfolded(ready(reader.open("browse.html")))
    years = page.get_by_role("group", name="Year")
    expect(years.get_by_role("checkbox")).to_have_count(6)
    years.get_by_role("button", name="Show all: Year").click()
    assert years.get_by_role("checkbox").count() > LONG
    years.get_by_role("searchbox").fill("1843")
    years.get_by_role("checkbox").check()
    becomes(page, keys, [ADA])


def test_a_reader_comes_back_to_what_was_found(reader: Reader) -> None:
    page = typed(reader.open("browse.html"), "gross")
    becomes(page, keys, [GROSS])
    whole(page, GROSS)
    page.locator(f'[data-key="{GROSS}"] .rl-permalink').click()
    page.wait_for_url("**/list/early.html*")
    page.go_back()
    page.locator(f'[data-key="{GROSS}"]').wait_for()
    expect(field(page)).to_have_value("gross")


def test_a_reader_comes_back_to_where_they_were(reader: Reader) -> None:
    page = ready(reader.open("browse.html?q=loom&sort=curated"))
    for count in (20, 40, LONG):
        page.wait_for_function(SHOWN, arg=count)
        page.locator(".rl-result").last.scroll_into_view_if_needed()
    whole(page, f"loom-{LONG}")
    top = page.evaluate("scrollY")
    assert top > 1000
    page.locator(f'[data-key="loom-{LONG}"] .rl-permalink').click()
    page.wait_for_url("**/list/long.html*")
    page.go_back()
    page.wait_for_function(SHOWN, arg=LONG)
    page.wait_for_function("(top) => Math.abs(scrollY - top) < 200", arg=top)


def test_the_field_of_the_home_page_leads_here(reader: Reader) -> None:
    page = reader.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("lovelace")
    page.keyboard.press("Enter")
    page.wait_for_url("**/browse.html?q=lovelace")
    page.wait_for_function(SHOWN, arg=1)
    becomes(page, keys, [ADA])


def test_marks_filter_once_there_are_any(reader: Reader) -> None:
    page = ready(reader.open("browse.html"))
    expect(page.locator(".rl-of-mark")).not_to_be_visible()
    page.evaluate(
        "(key) => { sphinxReadingList.marks.of = (one) => ({ state: one === key ? 'read' : '', note: '' });"
        " document.dispatchEvent(new CustomEvent('rl:marks')); }",
        GROSS,
    )
    facet(unfolded(page), "mark", "read").check()
    becomes(page, keys, [GROSS])
