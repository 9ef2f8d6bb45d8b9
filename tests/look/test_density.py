"""How dense cards are: what a site says, and what its reader does; and marks on the pages of entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .cite_site import FILES, Reader, Server, build
from .marks_page import ADA, MOVED, card, dialog, mark, opened, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.needs("chromium")


def test_how_dense_cards_are_is_the_readers_choice(reader: Reader) -> None:
    page = reader.open()
    height = card(page, ADA).bounding_box()["height"]
    dialog(page).get_by_role("checkbox", name="Compact cards").check()
    page.keyboard.press("Escape")
    compact = card(page, ADA).bounding_box()["height"]
    assert compact < height
    again = reader.open()
    assert card(again, ADA).bounding_box()["height"] == compact
    assert again.evaluate(MOVED) == []


@pytest.fixture(scope="module")
def dense_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, compact, and with a page for each entry."""
    conf = f"{FILES['conf.py']}reading_list_entry_pages = True\nreading_list_density = 'compact'\n"
    return build(tmp_path_factory.mktemp("dense"), {**FILES, "conf.py": conf})


@pytest.fixture
def dense(browser: Browser, dense_site: Path) -> Iterator[Reader]:
    server = Server(dense_site)
    found = Reader(browser, dense_site, server)
    yield found
    found.close()
    server.close()


def gap(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.querySelector('.rl-entry')).marginBottom")


def test_a_site_can_be_compact_and_its_reader_not(dense: Reader, reader: Reader) -> None:
    page = dense.open()
    assert gap(page) == "4px"
    found = dialog(page)
    expect(found.get_by_role("checkbox", name="Compact cards")).to_be_checked()
    found.get_by_role("checkbox", name="Compact cards").uncheck()
    assert gap(dense.open()) == gap(reader.open()) == "12px"


def test_a_compact_site_is_so_without_scripts(browser: Browser, dense_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((dense_site / "list" / "early.html").as_uri())
    assert gap(page) == "4px"
    expect(page.get_by_role("button")).to_have_count(0)
    context.close()


def test_an_entry_has_the_same_mark_on_its_own_page(dense: Reader) -> None:
    page = dense.open(f"entry/{ADA}.html")
    mark(page, ADA, "Read", "Mind Note G.")
    listed = dense.open()
    assert words(listed, ADA) == "Read"
    mark(listed, ADA, "To read")
    page.locator(".rl-said").get_by_text("To read").wait_for()
    expect(opened(page, ADA).get_by_label("Note to myself")).to_have_value("Mind Note G.")
    found = dialog(listed)
    assert found.get_by_role("link", name="Notes on").get_attribute("href").endswith(f"/list/early.html#entry-{ADA}")
