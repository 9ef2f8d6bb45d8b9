"""A reader's own marks, in a browser: read, to read, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .cite_site import becomes, said
from .marks_page import ADA, ADA_TITLE, HOPPER, MOVED, card, dialog, mark, opened, stored, words

if TYPE_CHECKING:
    from .cite_site import Reader

pytestmark = pytest.mark.needs("chromium")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_mark_is_kept_and_said_in_words(reader: Reader, scheme: str) -> None:
    page = reader.open(scheme=scheme)
    mark(page, ADA, "Read", "Mind Note G.")
    mark(page, HOPPER, "To read")
    again = reader.open(scheme=scheme)
    assert [words(again, key) for key in (ADA, HOPPER)] == ["Read", "To read"]
    expect(card(again, ADA).get_by_text("My note: Mind Note G.")).to_be_visible()
    expect(opened(again, ADA).get_by_label("Note to myself")).to_have_value("Mind Note G.")
    mark(again, ADA, "No mark")
    assert words(again, ADA) == ""
    becomes(again, f"sphinxReadingList.marks.of('{ADA}').note", "Mind Note G.")


def test_by_keyboard(reader: Reader) -> None:
    page = reader.open()
    button = page.get_by_role("button", name=f"My mark: {ADA_TITLE}")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    becomes(page, "document.activeElement.type", "radio")
    page.keyboard.press("ArrowRight")
    said(page, "Marked as to read")
    page.keyboard.press("Tab")
    page.keyboard.type("Note G")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").endswith("rl-marker")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert words(page, ADA) == "To read"
    expect(card(page, ADA).get_by_text("My note: Note G")).to_be_visible()


def test_nothing_moves_when_a_page_with_marks_loads(reader: Reader) -> None:
    page = reader.open(before=stored({ADA: {"state": "read", "note": "x " * 200}, HOPPER: {"state": "later"}}))
    assert words(page, HOPPER) == "To read"
    assert page.evaluate(MOVED) == []


def test_a_click_below_a_note_meets_what_it_was_meant_for(reader: Reader) -> None:
    page = reader.open()
    opened(page, ADA).get_by_label("Note to myself").fill("one\ntwo\nthree")
    opened(page, HOPPER).get_by_role("radio", name="Read", exact=True).check()
    assert words(page, HOPPER) == "Read"


def test_what_was_read_is_hidden_from_the_next_page_on(reader: Reader) -> None:
    page = reader.open()
    mark(page, HOPPER, "Read")
    dialog(page).get_by_role("checkbox", name="Hide what I have read").check()
    page.keyboard.press("Escape")
    mark(page, ADA, "Read")
    expect(card(page, ADA)).to_be_visible()  # what one is marking stays where it is
    page = reader.open()
    expect(card(page, ADA)).not_to_be_visible()
    expect(page.get_by_role("button", name="My marks (2) · what I read is hidden")).to_be_visible()
    assert page.evaluate(MOVED) == []
    linked = reader.open(f"list/early.html#entry-{ADA}")
    expect(card(linked, ADA)).to_be_visible()  # a link leads to it all the same
    dialog(page).get_by_role("checkbox", name="Hide what I have read").uncheck()
    page.keyboard.press("Escape")
    expect(card(page, HOPPER)).to_be_visible()


def test_cards_that_come_later_show_their_marks(reader: Reader) -> None:
    page = reader.open(before=stored({ADA: {"state": "read"}}))
    page.evaluate(f"""() => {{
      const card = document.querySelector('[data-key="{ADA}"]');
      card.querySelector(".rl-said").remove();
      card.classList.remove("rl-is-read");
      const html = card.outerHTML;
      card.remove();
      document.querySelector(".rl-entry").insertAdjacentHTML("afterend", html);
    }}""")
    page.locator(".rl-said").wait_for()
    assert words(page, ADA) == "Read"


def test_on_paper_there_is_nothing_to_press(reader: Reader) -> None:
    page = reader.open(before=stored({ADA: {"state": "read", "note": "mine"}}))
    panel = opened(page, ADA)
    page.emulate_media(media="print")
    expect(panel).not_to_be_visible()
    assert not page.locator("button:visible").count()
    assert words(page, ADA) == "Read"
