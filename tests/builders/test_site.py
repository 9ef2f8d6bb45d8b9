"""The LLM RLHF reading list as people meet it: what is on the site, and in a browser."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from playwright.sync_api import expect

from sphinx_reading_list.core.identifiers import canonical_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.parametrize("built", ["html"], indirect=True)
LIST = Path(__file__).parents[1] / "data" / "llm-rlhf-list.md"
SECTIONS = {"survey": 0, "rlhf": 33, "reward-models": 4, "projects": 3, "misc": 4}


@cache
def page(out: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((out / name).read_text(encoding="utf-8"), "html5lib")


def cards(built: Any, section: str) -> list[Any]:
    return page(built.out, f"list/{section}.html").select("article.rl-entry")


def all_cards(built: Any) -> list[Any]:
    return [card for section in SECTIONS for card in cards(built, section)]


def words(node: Any) -> str:
    return " ".join(node.get_text().split())


def test_every_entry_has_its_card(built):
    assert {section: len(cards(built, section)) for section in SECTIONS} == SECTIONS
    assert len({card["id"] for card in all_cards(built)}) == 44
    assert Counter(card["data-kind"] for card in all_cards(built))["paper"] >= 25
    assert sum("rl-highlight" in card["class"] for card in all_cards(built)) == 9
    assert sum(bool(card.select('a[href*="bibliography.html#cite-"]')) for card in all_cards(built)) == 25


def test_every_link_of_the_source_is_on_the_site(built):
    """All 101 addresses; an arXiv link may be https and without its version."""
    source = [
        token.attrGet("href")
        for block in MarkdownIt().parse(LIST.read_text(encoding="utf-8"))
        for token in block.children or ()
        if token.type == "link_open"
    ]
    # Links within the page, and placeholders, lead nowhere; two links of the source have a bracket too many.
    wanted = {url.rstrip(")") for url in source if url.startswith("http")}
    assert len(wanted) == 101
    # arXiv's abstract and PDF are one work; both are asked for.
    forms = {(canonical_url(url), "/pdf/" in url) for url in wanted}
    shown = {
        (canonical_url(a["href"]), "/pdf/" in a["href"]) for card in all_cards(built) for a in card.select("a[href]")
    }
    assert forms - shown == set()


def test_nothing_is_broken_or_made_up(built):
    text = " ".join(words(card) for card in all_cards(built))
    for right in ("Matthias Gallé", "Ahmet Üstün", "𝕏", "如何正确复现 Instruct GPT / RLHF?", "Don’t Bring “True RL”"):
        assert right in text
    for wrong in ("None", "-1 ", "Ã", "√", "‚Ä", "Report this article", "UnslothFeb", "   "):
        assert wrong not in text
    home = words(page(built.out, "index.html"))
    assert "33 entries" in home
    assert "Self-Play Preference Optimization for Language Model Alignment" in home


def test_facts_of_single_entries(built):
    by_key = {card["data-key"]: card for card in all_cards(built)}
    unsloth = by_key["unsloth2025train"]
    assert words(unsloth.select_one(".rl-title")) == "Train your own R1 reasoning model with Unsloth"
    assert "6 February 2025" in words(unsloth)
    assert "Daniel" in words(unsloth)
    assert words(by_key["linkedin-rlhf"].select_one(".rl-title")) == (
        "Why RLHF (and Other RL-Like Methods) Don’t Bring “True RL” to LLMs—and Why It Matters"
    )
    assert "Paper · May 2024 · ICLR 2025" in words(by_key["wu2024selfplay"])
    # First submitted on the last of October, under an id of November.
    assert "October 2024" in words(by_key["ye2024scalable"])
    assert "A Scalable and Efficient Post-Training Library" in words(by_key["nvidianemo-rl"])
    assert "Evolving Alignment via Asymmetric Self-Play" in words(by_key["ye2024scalable"])
    for key, count, scholar in (
        ("wu2024selfplay", 76, "14552805419899502113"),
        ("shao2024deepseekmath", 155, "10831144174319627990"),
    ):
        [badge] = by_key[key].select(".rl-badge")
        assert words(badge) == f"{count} citations"
        assert scholar in badge.a["href"]
    assert len([card for card in all_cards(built) if card.select(".rl-badge")]) == 2


def test_the_bibliography_has_every_record_and_says_where_it_is_listed(built):
    records = page(built.out, "bibliography.html").select("[id^=cite-]")
    listed = [words(record.select_one(".rl-listed")) for record in records]
    assert len(listed) == 28
    assert sorted(line for line in listed if line.startswith("Linked from")) == [
        "Linked from OpenRLHF",
        "Linked from benchmark: Preference Proxy Evaluations (PPE)",
        "Linked from verl",
    ]


def test_an_empty_section_invites(built):
    text = page(built.out, "list/survey.html").select_one(".rl-empty")
    assert words(text) == "No entries yet. Suggest one"
    assert text.a["href"] == "../contribute.html"


def test_bibtex_and_entries_for_programs(built):
    cite = [path for path in (built.out / "cite").glob("*.bib") if not path.name.endswith(".biblatex.bib")]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in cite}
    assert len(texts) == 45
    assert len(re.findall(r"^@", texts.pop("all"), re.MULTILINE)) == 44
    assert all(len(re.findall(r"^@", text, re.MULTILINE)) == 1 for text in texts.values())
    for card in all_cards(built):
        assert card.select_one(".rl-bibtex").get_text() == texts[card["data-key"]]
    sections = {path.name.split(".")[0] for path in (built.out / "cite" / "section").glob("*.bib")}
    assert sections == set(SECTIONS)
    entries = json.loads((built.out / "entries.json").read_text(encoding="utf-8"))["entries"]
    assert len(entries) == 44
    one = next(entry for entry in entries if entry["key"] == "wu2024selfplay")
    assert one["metrics"]["citations"]["count"] == 76
    assert (one["date"], one["year"], one["month"], one["published"], one["venue"]) == (
        "2024-05",
        2024,
        5,
        "2025",
        "ICLR 2025",
    )
    assert one["appearances"][0]["anchor"] == "entry-wu2024selfplay"


@pytest.fixture
def open_page(built: Any, browser: Browser) -> Iterator[Any]:
    """Opens a page of the site in Chromium; what it asks of another host is collected."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url) if not request.url.startswith("file:") else None)

    def open_(name: str) -> Page:
        opened = context.new_page()
        opened.on("pageerror", lambda error: asked.append(f"script error: {error}"))
        opened.goto((built.out / name).as_uri())
        return opened

    yield open_
    context.close()
    assert asked == []


@pytest.mark.needs("chromium")
def test_a_reader_finds_unfolds_and_copies(built, open_page):
    opened = open_page("list/rlhf.html")
    expect(opened.locator("article.rl-entry:visible")).to_have_count(33)
    card = opened.locator("#entry-wang2025worldpm")
    last = card.get_by_text("Junyang Lin")
    expect(last).not_to_be_visible()
    card.locator(".rl-more").focus()
    opened.keyboard.press("Enter")
    expect(last).to_be_visible()
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = opened.locator("#entry-wu2024selfplay")
    card.locator("summary").focus()
    opened.keyboard.press("Enter")
    card.locator(".rl-copy").click()
    opened.get_by_text("Copied").first.wait_for()
    copied = opened.evaluate("navigator.clipboard.readText()")
    assert copied == (built.out / "cite" / "wu2024selfplay.bib").read_text(encoding="utf-8")


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(
    "name", ["index.html", "list/rlhf.html", "list/survey.html", "bibliography.html", "contribute.html"]
)
def test_pages_fit_a_phone(built, open_page, name):
    opened = open_page(name)
    for width in (320, 360):
        opened.set_viewport_size({"width": width, "height": 800})
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
