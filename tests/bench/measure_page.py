"""What a reader waits for: from a key to the painted result, in Chromium, on a made-up list.

``python measure_page.py`` prints the tables of ``docs/project/benchmarks.md``. ``--quick`` tries it out on few entries.
"""

# ruff: noqa: T201  (a program, whose output is what it is for)
from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, NamedTuple

from catalogue import made_up

from sphinx_reading_list.core.slugs import escape_key
from sphinx_reading_list.finding.index import search_index
from sphinx_reading_list.finding.notes import search_notes
from sphinx_reading_list.finding.script import call
from sphinx_reading_list.sphinxext.cards.card import CardAddresses, Place, card_of
from sphinx_reading_list.sphinxext.cards.templating import render_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, Page

    from sphinx_reading_list.core.catalogue import Catalogue

CONF = (
    'extensions = ["sphinx_reading_list"]\nproject = "Made up"\nhtml_theme = "furo"\nreading_list_entry_pages = False\n'
)
INDEX = "# Made up\n\n```{toctree}\nbrowse\nlist/one\n```\n"
ONE = "# One\n\n:::{entry} [One](https://example.org/one)\n:key: one\n:::\n"
TYPED = {
    "a word": "reward",
    "several words": "graph neural networks",
    "misspelt words": "rienforcment lerning",
    "an author and years": "author:wu year:2023..2025 ",
}
FIELD = ".rl-browse [name=q]"
# Each key, from when it was pressed until the frame after its results were painted.
WATCH = """() => {
  window.took = [];
  addEventListener("keydown", (event) => {
    const pressed = event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.took.push(performance.now() - pressed);
      port2.postMessage(0);
    });
  }, true);
}"""


def build(folder: Path, catalogue: Catalogue) -> Path:
    """A small site whose search has the index and the cards of a large list; the folder of its pages."""
    for name, text in {
        "conf.py": CONF,
        "index.md": INDEX,
        "browse.md": "# Browse\n\n```{rl:browse}\n```\n",
        "list/one.md": ONE,
    }.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "docs", "out"], cwd=folder, check=True)
    find = folder / "out" / "find"
    (find / "index.js").write_text(
        call("index", search_index(catalogue, lambda page: f"{page}.html")), encoding="utf-8"
    )
    (find / "notes.js").write_text(call("notes", search_notes(catalogue)), encoding="utf-8")
    for key, (place, *_) in catalogue.by_key.items():
        at = CardAddresses(permalink=f"list/one.html#entry-{key}", home=Place("One", "list/one.html"))
        card = card_of(catalogue.entries[key], place, authors_shown=6, bibtex="@misc{x,\n}\n" * 5, addresses=at)
        (find / "cards" / f"{escape_key(key)}.js").write_text(
            call("card", key, render_card(card, level=2)), encoding="utf-8"
        )
    return folder / "out"


class Took(NamedTuple):
    """Milliseconds of each key of a text: until its results were painted, and of the page's main thread alone."""

    waited: list[float]
    worked: list[float]


def work(session: CDPSession) -> float:
    """The milliseconds of processor time that the page's main thread has had."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def measured(page: Page, session: CDPSession, text: str, rate: int) -> Took:
    """What each key of a text takes, typed into an empty field."""
    page.locator(FIELD).fill("")
    page.wait_for_timeout(500)
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.evaluate("window.took = []")
    worked = []
    for number, character in enumerate(text):
        before = work(session)
        page.keyboard.press("Space" if character == " " else character)
        page.wait_for_function("(before) => window.took.length > before", arg=number)
        worked.append(work(session) - before)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return Took(list(page.evaluate("window.took")), worked)


def rows(browser: Browser, out: Path, runs: int) -> Iterator[tuple[str, int, Took]]:
    """What each text takes at each speed of the processor."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((out / "browse.html").as_uri())
    page.locator(".rl-result").first.wait_for(timeout=60_000)
    page.evaluate(WATCH)
    page.locator(FIELD).click()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    for rate in (1, 4):
        for name, text in TYPED.items():
            took = [measured(page, session, text, rate) for _ in range(runs)]
            yield name, rate, Took(*(list(chain(*values)) for values in zip(*took, strict=True)))


def launched(playwright: Any) -> Browser:
    """The system's Chromium."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    browser: Browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
    return browser


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round on a fiftieth of the entries")
    quick = parser.parse_args().quick
    from playwright.sync_api import sync_playwright

    entries, runs = (200, 1) if quick else (10_000, 3)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        out = build(Path(name), made_up(entries))
        print(
            f"| typed, among {entries:,} entries | processor | until painted, median | work, median | work, 19 of 20 keys |"
        )
        print("|---|---|---:|---:|---:|")
        browser = launched(playwright)
        for what, rate, took in rows(browser, out, runs):
            speed = "as it is" if rate == 1 else f"{rate} × slower"
            cells = median(took.waited), median(took.worked), quantiles(took.worked, n=20)[-1]
            # Throttled, a thread sleeps: its own time says nothing then.
            shown = (f"{cell:.0f} ms" if rate == 1 or place == 0 else "" for place, cell in enumerate(cells))
            print(f"| {what} | {speed} | {' | '.join(shown)} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
