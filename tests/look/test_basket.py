"""The basket, in a browser: entries that are kept while reading, and cited together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from .cite_site import FULL_STORAGE, NO_STORAGE, becomes, copied, said, saved

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from .cite_site import Reader

pytestmark = pytest.mark.needs("chromium")
NAME = "sphinx-reading-list:/en/:basket"
ADA, COUNT = "lovelace1843notes", "count"
ADA_TITLE, COUNT_TITLE = "Notes on the Analytical Engine </script>", "如何 <b>count</b>"


def file(site: Path, name: str) -> str:
    return (site / "cite" / name).read_bytes().decode()


def mark(page: Page, key: str) -> Locator:
    return page.locator(f'[data-key="{key}"] .rl-mark')


def count(page: Page) -> str:
    """What the button says that opens the basket; nothing where it isn't there."""
    button = page.locator(".rl-basket")
    return button.get_attribute("aria-label") or "" if button.is_visible() else ""


def filled(reader: Reader, scheme: str = "http", before: str = "") -> Page:
    """A page after an entry of each of two pages was put into the basket."""
    mark(reader.open(scheme=scheme), ADA).click()
    page = reader.open("list/late.html", scheme, before=before)
    mark(page, COUNT).click()
    return page


def opened(page: Page) -> Locator:
    page.locator(".rl-basket").click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    return dialog


def titles(dialog: Locator) -> list[str]:
    return dialog.locator("li > :first-child").all_inner_texts()


def choose(dialog: Locator, label: str) -> None:
    dialog.get_by_role("radio", name=label, exact=True).check()
    said(dialog.page, f"{label} is shown")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_entries_of_two_pages_are_saved_as_one_file(reader: Reader, scheme: str) -> None:
    page = filled(reader, scheme)
    becomes(page, count, "Basket: 2 entries")
    dialog = opened(page)
    becomes(dialog, titles, [ADA_TITLE, COUNT_TITLE])
    expect(dialog.get_by_role("heading")).to_have_text("Basket: 2 entries", use_inner_text=True)
    choose(dialog, "RIS")
    expected = "\r\n".join(file(reader.out, f"{key}.ris") for key in (ADA, COUNT))
    assert saved(page, dialog.get_by_role("button", name="Download .ris")) == ("basket.ris", expected)
    choose(dialog, "CSL-JSON")
    name, text = saved(page, dialog.get_by_role("button", name="Download .json"))
    assert (name, [item["id"] for item in json.loads(text)]) == ("basket.json", [ADA, COUNT])


def test_what_is_kept_is_copied(reader: Reader) -> None:
    page = filled(reader)
    dialog = opened(page)
    dialog.get_by_role("group", name="BibTeX of the basket").get_by_text("Lovelace").wait_for()
    dialog.get_by_role("button", name="Copy BibTeX").click()
    said(page, "Copied")
    assert copied(page) == "\n".join(file(reader.out, f"{key}.bib") for key in (ADA, COUNT))
    choose(dialog, "Nature")
    dialog.get_by_role("button", name="Copy Nature").click()
    said(page, "Copied")
    assert copied(page).count("\n") == 2
    assert "<i>" in copied(page, "text/html")


def test_by_keyboard(reader: Reader) -> None:
    page = reader.open()
    mark(page, ADA).focus()
    page.keyboard.press("Space")
    said(page, "Kept in the basket, which has 1 entry now")
    expect(mark(page, ADA)).to_have_attribute("aria-pressed", "true")
    assert "bookmark-fill" in mark(page, ADA).inner_html()
    page.locator(".rl-basket").focus()
    page.keyboard.press("Enter")
    becomes(page, "document.activeElement.textContent", "Basket: 1 entry")
    for _ in range(9):  # what can be reached before it depends on which scripts have come
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.rl-out')"):
            break
    page.keyboard.press("Space")
    said(page, "was taken out")
    becomes(page, "document.activeElement.textContent", "Undo")
    page.keyboard.press("Enter")
    assert titles(page.get_by_role("dialog")) == [ADA_TITLE]
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    becomes(page, "document.activeElement.className", "rl-basket")
    mark(page, ADA).press("Enter")
    becomes(page, count, "")


def test_clearing_can_be_undone(reader: Reader) -> None:
    page = filled(reader)
    dialog = opened(page)
    dialog.get_by_role("button", name="Clear").click()
    becomes(dialog, titles, [])
    expect(mark(page, COUNT)).to_have_attribute("aria-pressed", "false")
    dialog.get_by_role("button", name="Undo").click()
    becomes(dialog, titles, [ADA_TITLE, COUNT_TITLE])
    expect(mark(page, COUNT)).to_have_attribute("aria-pressed", "true")


def test_a_title_leads_to_its_card(reader: Reader) -> None:
    dialog = opened(filled(reader))
    dialog.get_by_role("link", name="Notes on").click()
    page = dialog.page
    page.wait_for_url(f"**/list/early.html#entry-{ADA}")
    expect(mark(page, ADA)).to_have_attribute("aria-pressed", "true")


def test_other_tabs_follow(reader: Reader) -> None:
    first, second = reader.open(), reader.open()
    mark(first, ADA).click()
    second.get_by_role("button", name="Basket: 1 entry").wait_for()
    mark(second, ADA).click()
    first.locator(".rl-basket").wait_for(state="hidden")
    expect(mark(first, ADA)).to_have_attribute("aria-pressed", "false")


def test_a_section_is_kept_at_once(reader: Reader) -> None:
    page = reader.open()
    mark(page, ADA).click()
    page.get_by_role("button", name="Keep all 2").click()
    said(page, "Kept 1")
    assert titles(opened(page)) == [ADA_TITLE, "The Education of a Computer"]


def test_a_work_that_stands_there_twice_is_kept_once(reader: Reader) -> None:
    page = reader.open()
    page.locator(f'[data-key="{ADA}"]').evaluate("card => card.after(card.cloneNode(true))")
    page.get_by_role("button", name="Keep all 2").click()
    said(page, "Kept 2")
    becomes(page, count, "Basket: 2 entries")


@pytest.mark.parametrize("before", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
def test_without_storage_it_lasts_as_long_as_the_page(reader: Reader, before: str) -> None:
    page = reader.open(before=before)
    mark(page, ADA).click()
    mark(page, "Hopper+1952").click()
    dialog = opened(page)
    becomes(dialog, titles, [ADA_TITLE, "The Education of a Computer"])
    expect(dialog.get_by_text("lasts until you leave the page")).to_be_visible()
    choose(dialog, "APA")
    dialog.get_by_role("button", name="Take out: Notes").click()
    becomes(dialog, titles, ["The Education of a Computer"])


def test_a_basket_is_saved_and_loaded(reader: Reader, tmp_path: Path) -> None:
    dialog = opened(filled(reader))
    name, text = saved(dialog.page, dialog.get_by_role("button", name="Save the basket"))
    assert name == "basket.reading-list.json"
    assert [(item["key"], item["title"]) for item in json.loads(text)["entries"]] == [
        (ADA, ADA_TITLE),
        (COUNT, COUNT_TITLE),
    ]
    (tmp_path / name).write_text(text, encoding="utf-8")
    dialog.get_by_role("button", name="Take out: Notes").click()
    dialog.locator("input[type=file]").set_input_files(tmp_path / name)
    said(dialog.page, "1 entry added; 1 in it already.")
    becomes(dialog, titles, [COUNT_TITLE, ADA_TITLE])
    (tmp_path / "other.json").write_text("[1, 2", encoding="utf-8")
    dialog.locator("input[type=file]").set_input_files(tmp_path / "other.json")
    said(dialog.page, "“other.json” is no saved basket.")
    assert len(titles(dialog)) == 2


def test_an_empty_basket_can_be_opened_to_load_one(reader: Reader) -> None:
    page = reader.open("index.html")
    becomes(page, count, "")
    page.get_by_role("button", name="Basket", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Nothing is in it")).to_be_visible()
    expect(dialog.get_by_role("button", name="Load a saved one")).to_be_visible()
    expect(dialog.get_by_role("button", name="Clear")).not_to_be_visible()


def stored(*entries: Any) -> str:
    return f"localStorage.setItem({json.dumps(NAME)}, {json.dumps(json.dumps({'entries': entries}))})"


def test_entries_that_are_gone_are_said_so_and_left_out(reader: Reader) -> None:
    gone = {"key": "gone1999", "title": "A Withdrawn Work"}
    page = reader.open(before=stored(gone, {"key": ADA, "title": "Notes"}))
    dialog = opened(page)
    dialog.get_by_role("listitem").filter(has_text="A Withdrawn Work").get_by_text(
        "not in the list any more"
    ).wait_for()
    choose(dialog, "BibLaTeX")
    assert dialog.locator("code").text_content() == file(reader.out, f"{ADA}.biblatex.bib")
    expect(dialog.get_by_text("Couldn’t be loaded")).not_to_be_visible()


def test_what_could_not_be_loaded_is_named(reader: Reader) -> None:
    page = filled(reader)
    reader.broken.add(f"cite/{ADA}.js")
    dialog = opened(page)
    said(page, f"Couldn’t be loaded, and is left out: “{ADA_TITLE}”")
    assert dialog.locator("code").text_content() == file(reader.out, f"{COUNT}.bib")


HOSTILE: list[Any] = [
    None,
    7,
    {"key": 3},
    {"key": ADA, "title": "<img src=x onerror=alert(1)>", "place": "javascript:alert(1)"},
    {"key": ADA, "title": "twice"},
    {"key": "../../evil", "place": "https://evil.test/"},
]


def test_what_storage_holds_is_not_trusted(reader: Reader) -> None:
    page = reader.open(before=stored(*HOSTILE))
    dialog = opened(page)
    becomes(dialog, titles, ["<img src=x onerror=alert(1)>", "../../evil"])
    expect(dialog.get_by_role("link")).to_have_count(0)
    broken = reader.open(before=f"localStorage.setItem({json.dumps(NAME)}, '{{')")
    becomes(broken, count, "")
    mark(broken, ADA).click()
    becomes(broken, count, "Basket: 1 entry")


@pytest.mark.parametrize("width", [320, 1440])
def test_the_basket_fits_the_screen_and_stays_off_paper(reader: Reader, width: int) -> None:
    page = filled(reader)
    page.set_viewport_size({"width": width, "height": 500})
    dialog = opened(page)
    box = dialog.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 500
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    page.emulate_media(media="print")
    expect(dialog).not_to_be_visible()
    expect(page.locator(".rl-basket")).not_to_be_visible()
