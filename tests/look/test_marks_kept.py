"""Where a reader's marks are kept: in the browser, in a file, and in no other place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .cite_site import FULL_STORAGE, NO_STORAGE, becomes, said, saved
from .marks_page import ADA, ADA_TITLE, COUNT, COUNT_TITLE, HOPPER, NAME, card, dialog, mark, stored, words

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from .cite_site import Reader

pytestmark = pytest.mark.needs("chromium")


@pytest.mark.parametrize("before", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
def test_without_storage_marks_last_as_long_as_the_page_and_that_is_said_once(reader: Reader, before: str) -> None:
    page = reader.open(before=before)
    panel = mark(page, ADA, "Read")
    said(page, "marks last until you leave the page")
    expect(panel.get_by_text("marks last until you leave the page")).to_be_visible()
    mark(page, HOPPER, "To read")
    said(page, "Marked as to read")
    assert [words(page, key) for key in (ADA, HOPPER)] == ["Read", "To read"]
    found = dialog(page)
    expect(found.get_by_text("marks last until you leave the page")).to_be_visible()
    expect(found.get_by_role("link")).to_have_count(2)


def chosen(found: Locator, folder: Path, text: str, name: str = "marks.json") -> None:
    (folder / name).write_text(text, encoding="utf-8")
    found.locator("input[type=file]").set_input_files(folder / name)


def test_marks_are_saved_and_loaded(reader: Reader, tmp_path: Path) -> None:
    page = reader.open()
    mark(page, ADA, "Read", "mine")
    found = dialog(page)
    name, text = saved(page, found.get_by_role("button", name="Save my marks"))
    assert name == "my-marks.reading-list.json"
    data = json.loads(text)
    assert (data["version"], list(data["marks"])) == (1, [ADA])
    data["marks"][ADA] |= {"note": "theirs", "changed": "2001-01-01T00:00:00Z"}
    data["marks"][COUNT] = {"state": "later"}
    data["marks"]["bad"] = {"state": "eaten"}
    chosen(found, tmp_path, json.dumps(data))
    said(page, "1 added, 1 changed. 1 weren’t understood, and are left out.")
    becomes(page, f"sphinxReadingList.marks.of('{ADA}').note", "mine\n\ntheirs")
    becomes(page, f"sphinxReadingList.marks.of('{COUNT}').state", "later")
    found.get_by_role("button", name="Undo").click()
    becomes(page, "[...sphinxReadingList.marks.all().keys()]", [ADA])
    becomes(page, f"sphinxReadingList.marks.of('{ADA}').note", "mine")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "“marks.json” is no file of marks, or it is damaged. Nothing was changed."),
        (
            '{"version": 1, "entries": []}',
            "“marks.json” is a saved basket: load it in the basket. Nothing was changed.",
        ),
        ('{"version": 9, "marks": {}}', "“marks.json” was saved by a newer version"),
    ],
)
def test_a_bad_file_is_named_and_changes_nothing(reader: Reader, tmp_path: Path, text: str, message: str) -> None:
    page = reader.open(before=stored({ADA: {"state": "read"}}))
    before = page.evaluate(f"localStorage.getItem('{NAME}')")
    chosen(dialog(page), tmp_path, text)
    said(page, message)
    becomes(page, f"localStorage.getItem('{NAME}')", before)


def test_marks_are_taken_away_and_come_back(reader: Reader) -> None:
    page = reader.open()
    mark(page, ADA, "Read")
    mark(page, HOPPER, note="only a note")
    found = dialog(page)
    assert found.get_by_role("heading").all_inner_texts() == ["My marks", "Read (1)", "With a note (1)"]
    found.get_by_role("button", name="Take the mark away: Notes").click()
    assert words(page, ADA) == ""
    found.get_by_role("button", name="Undo").click()
    assert words(page, ADA) == "Read"
    found.get_by_role("button", name="Clear").click()
    becomes(page, "sphinxReadingList.marks.all().size", 0)
    becomes(page, "document.activeElement.textContent", "Undo")
    found.get_by_role("button", name="Undo").click()
    becomes(page, "sphinxReadingList.marks.all().size", 2)


HOSTILE = {
    ADA: {
        "state": "read",
        "note": "<img src=x onerror=alert(1)>\u202e",
        "title": "<b>x</b>",
        "place": "javascript:alert(1)",
    },
    "__proto__": {"state": "read"},
    "x": 7,
    "y": {"state": ["read"], "note": {}},
    HOPPER: {"note": "W" * 300},
}


def test_what_storage_holds_is_not_trusted(reader: Reader) -> None:
    page = reader.open(before=stored(HOSTILE))
    expect(card(page, ADA).get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    found = dialog(page)
    expect(found.get_by_role("link")).to_have_count(0)
    expect(found.locator("img")).to_have_count(0)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    broken = reader.open(before=f"localStorage.setItem({json.dumps(NAME)}, '{{')")
    mark(broken, ADA, "Read")
    assert words(broken, ADA) == "Read"


@pytest.mark.parametrize("width", [320, 1440])
def test_all_marks_fit_the_screen(reader: Reader, width: int) -> None:
    marks = {f"k{number}": {"state": "read", "title": "W" * 300, "note": "n" * 400} for number in range(40)}
    page = reader.open(before=stored(marks))
    page.set_viewport_size({"width": width, "height": 500})
    found = dialog(page)
    box = found.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 500
    assert found.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")


def test_all_marks_stand_below_one_another(reader: Reader) -> None:
    page = reader.open(before=stored({"a": {"state": "read"}, "b": {"state": "later"}, "c": {"note": "n"}}))
    page.set_viewport_size({"width": 1440, "height": 800})
    boxes = (
        dialog(page)
        .get_by_role("heading", level=3)
        .evaluate_all("all => all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => [x, y])")
    )
    assert len(boxes) == 3
    assert len({x for x, _ in boxes}) == 1
    assert boxes == sorted(boxes)


def test_without_a_mark_nothing_stands_in_their_place(reader: Reader) -> None:
    found = dialog(reader.open())
    assert found.get_by_text("You have marked nothing yet.").is_visible()
    assert found.locator(".rl-groups").evaluate("groups => groups.offsetHeight") == 0


def test_other_tabs_follow_and_nothing_is_lost(reader: Reader) -> None:
    first, second = reader.open(), reader.open("list/late.html")
    mark(first, ADA, "Read")
    second.get_by_role("button", name="My marks (1)").wait_for()
    mark(second, COUNT, "To read", "soon")
    first.get_by_role("button", name="My marks (2)").first.wait_for()
    assert dialog(first).get_by_role("link").all_inner_texts() == [COUNT_TITLE, ADA_TITLE]
    assert first.evaluate("[...sphinxReadingList.marks.all().keys()]") == [ADA, COUNT]


def test_others_are_told(reader: Reader) -> None:
    page = reader.open()
    page.evaluate("document.addEventListener('rl:marks', () => (window.heard = (window.heard || 0) + 1))")
    mark(page, ADA, "Read")
    becomes(page, "heard", 1)
    assert page.evaluate(f"sphinxReadingList.marks.of('{ADA}')")["state"] == "read"
    becomes(page, "sphinxReadingList.marks.of('constructor')", {"state": "", "note": ""})
