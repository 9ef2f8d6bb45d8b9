"""Where the system sets all colours (Windows' contrast themes): what is chosen, marked or drawn is still told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .marks_page import ADA, HOPPER, card, dialog, mark, opened
from .theme_site import build

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from .cite_site import Reader

pytestmark = pytest.mark.needs("chromium")


def style(found: Locator, name: str) -> str:
    return str(found.evaluate("(one, name) => getComputedStyle(one).getPropertyValue(name)", name))


def lines(found: Locator) -> tuple[str, str]:
    """What is around something, whatever its colours."""
    return style(found, "outline-style"), style(found, "border-style")


@pytest.fixture
def page(reader: Reader) -> Page:
    found = reader.open()
    found.emulate_media(forced_colors="active")
    return found


def test_the_chosen_format_and_mark_have_a_line_around_them(page: Page) -> None:
    card(page, ADA).locator("summary").click()
    formats = card(page, ADA).locator(".rl-formats")
    formats.wait_for()
    for group, chosen, other in (
        (formats, "BibTeX", "RIS"),
        (opened(page, HOPPER), "No mark", "Read"),
    ):
        beside = [
            lines(group.get_by_role("radio", name=name, exact=True).locator("+ span")) for name in (chosen, other)
        ]
        assert beside[0] != beside[1]


def test_what_is_kept_or_marked_has_another_icon(page: Page) -> None:
    def icons() -> list[str]:
        return card(page, ADA).locator(".rl-tools button use").evaluate_all("all => all.map((one) => one.href.baseVal)")

    before = icons()
    card(page, ADA).locator(".rl-mark").click()
    mark(page, ADA, "Read")
    after = icons()
    assert len(before) == len(after) == 2
    assert not set(before) & set(after)


def test_the_focus_is_seen(page: Page) -> None:
    for where in (card(page, ADA).locator(".rl-permalink"), card(page, ADA).locator("summary")):
        where.focus()
        page.keyboard.press("Shift")  # so that it counts as a reader of the keyboard
        assert style(where, "outline-style") == "solid"


def test_a_dialog_has_an_edge(page: Page) -> None:
    assert style(dialog(page), "border-style") == "solid"


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("forced"), "alabaster")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_and_their_words_differ_from_what_is_behind_them(browser: Browser, pictures: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, forced_colors="active")  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.goto((pictures / "index.html").as_uri())
        behind = page.evaluate("getComputedStyle(document.body).backgroundColor")
        fills = page.locator(".rl-svg :is(.rl-bar, .rl-shade, text)").evaluate_all(
            "all => [...new Set(all.map((one) => getComputedStyle(one).fill))]"
        )
        assert fills
        assert behind not in fills
        page.goto((pictures / "list/good.html").as_uri())
        widths = page.locator("article.rl-entry").evaluate_all(
            "all => all.map((one) => [one.classList.contains('rl-highlight'), getComputedStyle(one).borderInlineStartWidth])"
        )
        assert {width for marked, width in widths if marked}.isdisjoint(width for marked, width in widths if not marked)
    finally:
        context.close()
