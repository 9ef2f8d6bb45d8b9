"""What the tests of a reader's marks do on a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NAME = "sphinx-reading-list:/en/:marks"
ADA, HOPPER, COUNT = "lovelace1843notes", "Hopper+1952", "count"
ADA_TITLE, COUNT_TITLE = "Notes on the Analytical Engine </script>", "如何 <b>count</b>"
MOVED = """() => new Promise((done) => {
  // What is ours; the theme may do as it likes.
  const moved = [];
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries()) {
      for (const { node } of sources) {
        const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
        if (element && element.closest(".rl-entry, .rl-row")) moved.push(element.outerHTML.slice(0, 200));
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
})"""


def card(page: Page, key: str) -> Locator:
    return page.locator(f'.rl-entry[data-key="{key}"]')


def opened(page: Page, key: str) -> Locator:
    """The panel below a card."""
    button = card(page, key).locator(".rl-marker")
    if button.get_attribute("aria-expanded") == "false":
        button.click()
    return card(page, key).locator(".rl-marking")


def mark(page: Page, key: str, label: str = "", note: str = "") -> Locator:
    panel = opened(page, key)
    if label:
        panel.get_by_role("radio", name=label, exact=True).check()
    if note:
        panel.get_by_label("Note to myself").fill(note)
        panel.get_by_label("Note to myself").blur()
    return panel


def words(page: Page, key: str) -> str:
    """What a card says beside what it is."""
    said = card(page, key).locator(".rl-said")
    return said.inner_text().strip(" ·") if said.count() else ""


def dialog(page: Page) -> Locator:
    page.locator(".rl-row .rl-my-marks").first.click()
    found = page.get_by_role("dialog", name="My marks")
    found.wait_for()
    return found


def stored(marks: Any) -> str:
    return f"localStorage.setItem({json.dumps(NAME)}, {json.dumps(json.dumps({'version': 1, 'marks': marks}))})"
