"""The field above the cards of a page, in a browser: they are filtered and sorted where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ..look.cite_site import becomes, copied, said
from .find_site import (
    ADA,
    ALL,
    EARLY,
    GROSS,
    HOPPER,
    TRAIN,
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
    from pathlib import Path

    from ..look.cite_site import Reader

pytestmark = pytest.mark.needs("chromium")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_typing_filters_the_cards_and_clearing_brings_them_back(reader: Reader, scheme: str) -> None:
    page = reader.open(scheme=scheme)
    becomes(page, keys, EARLY)
    typed(page, "engine")
    becomes(page, keys, [ADA, "engines"])
    becomes(page, hits, "2 of 6 entries")
    becomes(page, query, "?q=engine")
    said(page, "2 of 6 entries")
    field(page).press("Escape")
    becomes(page, keys, EARLY)
    becomes(page, query, "")
    expect(page.locator(".rl-told")).not_to_be_visible()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("uberraschend gross", [GROSS]),
        ("训练", [TRAIN]),
        ("hoper", [HOPPER]),
        ("author:lovelace", [ADA]),
        ("year:2023..2024", [GROSS, TRAIN]),
        ("has:code", ["engines"]),
        ("is:highlight", [ADA]),
        ("nothing-has-this", []),
    ],
)
def test_what_can_be_typed(reader: Reader, words: str, found: list[str]) -> None:
    page = typed(reader.open(), words)
    assert sorted(keys(page)) == sorted(found)


def test_a_note_is_found_once_it_has_come(reader: Reader) -> None:
    page = typed(reader.open(), "programming")
    page.locator(f'[data-key="{ADA}"]').wait_for(state="visible")
    becomes(page, keys, [ADA])


def test_a_misspelt_word_is_told(reader: Reader) -> None:
    page = typed(reader.open(), "educasion")
    becomes(page, keys, [HOPPER])
    expect(page.locator(".rl-corrected")).to_have_text(
        "Nothing has “educasion”; searched instead: “education”.", use_inner_text=True
    )


def test_a_part_of_the_page_without_results_is_gone_and_prose_stays(reader: Reader) -> None:
    page = typed(reader.open(), "lovelace")
    expect(page.get_by_role("heading", name="Machines")).not_to_be_visible()
    expect(page.get_by_text("Some words of the curator.")).to_be_visible()
    field(page).fill("")
    expect(page.get_by_role("heading", name="Machines")).to_be_visible()


def test_sorting_keeps_to_the_parts_of_the_page(reader: Reader) -> None:
    page = reader.open()
    field(page).focus()
    ready(page)
    page.get_by_label("Sort").select_option("newest")
    becomes(page, keys, [TRAIN, GROSS, HOPPER, ADA, "hostile", "engines"])
    page.get_by_label("Sort").select_option("curated")
    becomes(page, keys, EARLY)


def test_facets_count_what_choosing_them_would_leave(reader: Reader) -> None:
    page = typed(reader.open(), "e")
    unfolded(page)
    kinds = page.locator(".rl-of-kind")
    before = kinds.inner_text().split()
    facet(page, "kind", "paper").check()
    assert set(keys(page)) <= {ADA, HOPPER}
    assert kinds.inner_text().split() == before, "a facet's own choice leaves its counts"
    becomes(page, query, "?q=e&kind=paper")
    page.get_by_role("button", name="Remove the filter: Papers").click()
    becomes(page, query, "?q=e")


def test_back_and_forward_lead_through_what_was_asked(reader: Reader) -> None:
    page = typed(reader.open(), "engine")
    unfolded(page)
    facet(page, "kind", "repository").check()
    becomes(page, keys, ["engines"])
    page.go_back()
    becomes(page, keys, [ADA, "engines"])
    expect(facet(page, "kind", "repository")).not_to_be_checked()
    page.go_back()
    becomes(page, keys, EARLY)
    expect(field(page)).to_have_value("")
    page.go_forward()
    becomes(page, keys, [ADA, "engines"])
    expect(field(page)).to_have_value("engine")


def test_an_address_shows_what_was_sent(reader: Reader) -> None:
    page = ready(reader.open("list/early.html?q=engine&kind=repository"))
    becomes(page, keys, ["engines"])
    expect(field(page)).to_have_value("engine")


def test_highlights_have_an_address_that_sphinx_leaves_alone(reader: Reader) -> None:
    page = unfolded(typed(reader.open(), "e"))
    facet(page, "highlight", "1").check()
    becomes(page, query, "?q=e&starred=1")
    again = ready(reader.open("list/early.html?q=e&starred=1"))
    becomes(again, keys, [ADA])
    becomes(again, query, "?q=e&starred=1")


def test_a_slash_leads_to_the_field_and_arrows_through_the_results(reader: Reader) -> None:
    page = reader.open()
    page.keyboard.press("/")
    becomes(page, focused, "q")
    ready(page)
    page.keyboard.type("engine/")
    expect(field(page)).to_have_value("engine/")  # a slash is a slash where it is typed
    page.keyboard.press("Backspace")
    page.keyboard.press("ArrowDown")
    becomes(page, focused, ADA)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    becomes(page, focused, "engines")  # the last one is the last one
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    becomes(page, focused, "q")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    becomes(page, focused, "q")


def test_enter_folds_the_keyboard_of_a_telephone_away(reader: Reader) -> None:
    page = typed(reader.open(before='matchMedia = (asked) => ({ matches: asked === "(hover: none)" })'), "engine")
    page.keyboard.press("Enter")
    becomes(page, focused, "BODY")
    becomes(page, keys, [ADA, "engines"])


def test_what_a_reader_has_hidden_is_found_and_keeps_nobody_from_moving(reader: Reader) -> None:
    hide = "for (const [name, value] of [['hide-read', '1'], ['marks', JSON.stringify({ version: 1, marks: {"
    hide += f"'{ADA}': {{ state: 'read' }} }} }})]]) localStorage.setItem(`sphinx-reading-list:/en/:${{name}}`, value);"
    page = reader.open(before=hide)
    becomes(page, keys, EARLY[1:])
    field(page).focus()
    ready(page)
    page.keyboard.press("ArrowDown")
    becomes(page, focused, EARLY[1])
    typed(page, "notes")
    becomes(page, hits, "1 of 6 entries")
    becomes(page, keys, [ADA])
    field(page).fill("")
    becomes(page, keys, EARLY[1:])
    becomes(ready(reader.open("list/early.html?q=is:read")), keys, [ADA])
    reader.broken.add("_static/reading-list-marks.js")
    late = ready(reader.open("list/early.html?q=is:read"))
    becomes(late, hits, "No entries")
    reader.broken.clear()
    late.add_script_tag(url="../_static/reading-list-marks.js")
    becomes(late, keys, [ADA])
    results = ready(reader.open("browse.html"))
    becomes(results, hits, f"{ALL} entries")
    becomes(results, lambda page: keys(page)[0], ADA)


def test_where_nothing_is_found_that_is_said(reader: Reader) -> None:
    page = unfolded(typed(reader.open(), "zzzzzzzz"))
    becomes(page, hits, "No entries")
    assert page.locator(".rl-done").inner_text() == "Show no entries"


def test_these_can_be_cited(reader: Reader, find_site: Path) -> None:
    page = typed(reader.open(), "engine")
    page.get_by_text("Cite these").click()
    panel = page.locator(".rl-cite-these .rl-panel")
    panel.get_by_role("button", name="Copy BibTeX").click()
    said(page, "Copied 2")
    text = copied(page)
    assert text.split("@")[1:] != []
    for key in (ADA, "engines"):
        assert f"{{{key}," in text
    assert "hopper" not in text
    panel.get_by_role("radio", name="RIS").check()
    expect(panel.get_by_role("button", name="Download .ris")).to_be_visible()
    panel.get_by_role("button", name="Keep in the basket").click()
    said(page, "Kept 2")
    expect(page.locator(".rl-basket")).to_have_attribute("aria-label", "Basket: 2 entries")


def test_the_way_to_the_whole_list_keeps_what_was_asked(reader: Reader) -> None:
    page = typed(reader.open(), "loom 7")
    becomes(page, hits, "No entries")
    page.get_by_role("link", name="Search the whole list").click()
    page.wait_for_url("**/browse.html?q=loom+7")
    ready(page)
    becomes(page, keys, ["loom-7"])


def test_a_page_of_few_cards_has_no_field(reader: Reader) -> None:
    expect(reader.open("list/short.html").locator(".rl-find")).to_have_count(0)
