"""The panel below "Cite" and the row above a section's cards, in a browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sphinx_reading_list.core.slugs import RESERVED_KEYS, escape_key

from .cite_site import becomes, copied, said, saved

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from .cite_site import Reader

pytestmark = pytest.mark.needs("chromium")
FILES = {"BibTeX": ".bib", "BibLaTeX": ".biblatex.bib", "RIS": ".ris", "CSL-JSON": ".json"}
APA = "Lovelace, A. (1843). Notes on the Analytical Engine </script>. Scientific Memoirs, 666–731."


def file(site: Path, name: str) -> str:
    return (site / "cite" / name).read_bytes().decode()


def open_panel(page: Page, key: str = "lovelace1843notes") -> Locator:
    card = page.locator(f'[data-key="{key}"]')
    card.locator("summary").click()
    return card.locator(".rl-panel")


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("label", FILES)
def test_each_format_is_shown_and_saved_as_its_file_has_it(reader: Reader, label: str, scheme: str) -> None:
    panel = open_panel(reader.open(scheme=scheme))
    panel.get_by_role("radio", name=label, exact=True).check()
    name = f"lovelace1843notes{FILES[label]}"
    panel.get_by_role("button", name=f"Copy {label}", exact=True).wait_for()
    assert panel.get_by_role("group", name=re.compile(f"^{label} of Notes on")).locator("code").text_content() == file(
        reader.out, name
    )
    assert saved(panel.page, panel.get_by_role("link", name="Download")) == (name, file(reader.out, name))


def test_what_is_copied_is_what_is_shown(reader: Reader) -> None:
    panel = open_panel(reader.open())
    panel.get_by_role("radio", name="CSL-JSON").check()
    panel.get_by_role("button", name="Copy CSL-JSON").click()
    said(panel.page, "Copied")
    assert copied(panel.page) == file(reader.out, "lovelace1843notes.json")


def test_a_reference_is_copied_with_its_italics(reader: Reader) -> None:
    panel = open_panel(reader.open())
    panel.get_by_role("radio", name="APA").check()
    panel.get_by_role("button", name="Copy APA").click()
    said(panel.page, "Copied")
    expect(panel.get_by_role("group", name="APA of")).to_have_text(APA, use_inner_text=True)
    assert copied(panel.page) == APA
    assert "<i>Scientific Memoirs" in copied(panel.page, "text/html")
    name, text = saved(panel.page, panel.get_by_role("link", name="Download"))
    assert (name, text) == ("lovelace1843notes.apa.txt", f"{APA}\n")


def test_all_of_it_by_keyboard(reader: Reader) -> None:
    page = reader.open()
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="BibTeX").wait_for()
    page.keyboard.press("Tab")
    becomes(page, "document.activeElement.value", "bibtex")
    page.keyboard.press("ArrowRight")
    said(page, "BibLaTeX is shown")
    ring = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert page.evaluate(ring) == "solid"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("BibLaTeX of Notes")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said(page, "Copied")
    assert copied(page) == file(reader.out, "lovelace1843notes.biblatex.bib")


def test_every_choice_has_a_name_and_belongs_to_a_group(reader: Reader) -> None:
    panel = open_panel(reader.open())
    radios = panel.get_by_role("group", name="Format", exact=True).get_by_role("radio")
    names = [radio.locator("xpath=..").inner_text() for radio in radios.all()]
    assert names == ["BibTeX", "BibLaTeX", "CSL-JSON", "RIS", "APA", "IEEE", "Nature"]
    assert all(radio.is_visible() for radio in radios.all())


def test_the_choice_is_remembered_on_the_next_page(reader: Reader) -> None:
    panel = open_panel(reader.open())
    panel.get_by_role("radio", name="RIS").check()
    said(panel.page, "RIS is shown")
    page = reader.open("list/late.html")
    expect(page.get_by_role("button", name="Copy RIS")).to_be_visible()
    panel = open_panel(page, "count")
    panel.get_by_role("button", name="Copy RIS").wait_for()
    expect(panel.get_by_role("radio", name="RIS")).to_be_checked()
    assert panel.locator("code").text_content() == file(reader.out, "count.ris")


def test_a_key_of_any_characters_leads_to_its_files(reader: Reader) -> None:
    panel = open_panel(reader.open(), "Hopper+1952")
    panel.get_by_role("radio", name="RIS").check()
    panel.get_by_role("button", name="Copy RIS").wait_for()
    name = f"{escape_key('Hopper+1952')}.ris"
    link = panel.get_by_role("link", name="Download")
    # Browsers change a leading tilde of a file's name; the address has it.
    assert (link.get_attribute("href") or "").endswith(f"/cite/{name}")
    assert saved(panel.page, link)[1] == file(reader.out, name)


def test_scripts_and_pages_name_files_alike(reader: Reader) -> None:
    keys = [
        "wu2024selfplay",
        "DBLP:conf/x/Y",
        ".hidden",
        "a.b",
        "…",
        "🌟 key",
        "~41~",
        "__proto__",
        "🌟.biblatex",
        ".biblatex",
        *("x" * 149 + end for end in ("", "y", "yz", "é")),
        "王" * 40,
        *RESERVED_KEYS,
    ]
    names = reader.open().evaluate("(keys) => keys.map(sphinxReadingList.library.fileName)", keys)
    assert names == [escape_key(key) for key in keys]


def test_a_format_that_cannot_be_loaded_is_said_and_may_be_tried_again(reader: Reader) -> None:
    page = reader.open()
    reader.broken.add("cite/lovelace1843notes.js")
    panel = open_panel(page)
    panel.get_by_role("radio", name="RIS").click()
    said(page, "RIS couldn’t be loaded")
    expect(panel.get_by_role("radio", name="BibTeX")).to_be_checked()
    assert panel.locator("code").text_content() == file(reader.out, "lovelace1843notes.bib")
    reader.broken.clear()
    panel.get_by_role("radio", name="RIS").check()
    said(page, "RIS is shown")
    expect(panel.get_by_text("couldn’t")).to_have_count(0)


def test_without_scripts_every_file_is_linked(reader: Reader) -> None:
    page = reader.open(script=False)
    panel = open_panel(page)
    links = {link.inner_text(): link.get_attribute("href") for link in panel.locator(".rl-files a").all()}
    assert links == {label: f"../cite/lovelace1843notes{suffix}" for label, suffix in FILES.items()}
    assert all(link.is_visible() for link in panel.locator(".rl-files a").all())
    row = page.get_by_role("group", name="Cite this section")
    assert [link.inner_text() for link in row.get_by_role("link").all()] == ["BibTeX", "BibLaTeX", "CSL-JSON", "RIS"]
    assert page.get_by_role("button").count() == page.get_by_role("radio").count() == 0


def unsigned(text: str) -> str:
    """A .bib file without the comment that says where it came from."""
    return text.partition("\n\n")[2]


@pytest.mark.parametrize(("name", "what", "stem"), [
    ("list/early.html", "Cite this section", "section/early"),
    ("index.html", "Cite the whole list", "all"),
])  # fmt: skip
def test_a_row_copies_what_its_file_holds(reader: Reader, name: str, what: str, stem: str) -> None:
    page = reader.open(name)
    row = page.get_by_role("group", name=what)
    row.get_by_role("button", name="Copy BibTeX").click()
    said(page, "Copied")
    assert copied(page) == unsigned(file(reader.out, f"{stem}.bib"))
    assert saved(page, row.get_by_role("link", name="RIS")) == (
        f"{stem.rpartition('/')[2]}.ris",
        file(reader.out, f"{stem}.ris"),
    )


def test_a_row_copies_in_the_format_that_was_chosen_last(reader: Reader) -> None:
    panel = open_panel(reader.open())
    panel.get_by_role("radio", name="CSL-JSON").check()
    panel.page.get_by_role("group", name="Cite this section").get_by_role("button", name="Copy CSL-JSON").click()
    said(panel.page, "Copied 2")
    keys = [item["id"] for item in json.loads(copied(panel.page))]
    assert keys == ["lovelace1843notes", "Hopper+1952"]


def test_a_row_says_which_entries_are_missing(reader: Reader) -> None:
    page = reader.open()
    reader.broken.add("cite/lovelace1843notes.js")
    page.get_by_role("button", name="Copy BibTeX").click()
    said(page, "Copied 1; not lovelace1843notes")


@pytest.mark.parametrize("width", [320, 360, 1440])
@pytest.mark.parametrize("label", ["BibTeX", "APA"])
def test_nothing_scrolls_sideways(reader: Reader, width: int, label: str) -> None:
    page = reader.open()
    page.set_viewport_size({"width": width, "height": 800})
    panel = open_panel(page)
    panel.get_by_role("radio", name=label).check()
    panel.get_by_role("button", name=f"Copy {label}").wait_for()
    for card in page.locator(".rl-entry, .rl-row").all():
        assert card.evaluate("card => card.scrollWidth <= card.clientWidth")


def test_on_paper_there_is_no_panel(reader: Reader) -> None:
    panel = open_panel(reader.open())
    panel.page.emulate_media(media="print")
    expect(panel).not_to_be_visible()
    expect(panel.page.get_by_text("Cite this section")).not_to_be_visible()
