"""A theme that has no room for pages that are made: it is told once, and the pages are there all the same."""

from __future__ import annotations

import html5lib
import pytest

LIST = """
    # RLHF

    :::{entry} wu2024selfplay
    :::

    :::{entry} hu2025reinforce
    :::
    """
THEME = '[theme]\ninherit = "basic"\nstylesheets = ["basic.css"]\n'
HEADLESS = "<!DOCTYPE html><html><body><h1>{{ title }}</h1>{{ body }}</body></html>"
TWICE = "<!DOCTYPE html><html><head>{{ metatags }}</head><body>{{ body }}<hr>{{ body }}</body></html>"


@pytest.mark.parametrize("page", [HEADLESS, TWICE], ids=["headless", "twice"])
def test_pages_of_entries_are_plain(make_site, page):
    files = {"list/rlhf.md": LIST, "bare/theme.toml": THEME, "bare/page.html": page}
    site = make_site(files, html_theme="bare", html_theme_path=["."], language="en").build()
    assert site.warnings.count("WARNING") == 1
    assert "the theme bare can't show pages that are made for the list; they are plain" in site.warnings
    assert "reading_list.plain-pages" in site.warnings
    path = "entry/wu2024selfplay.html"
    html5lib.HTMLParser(strict=True).parse(site.read(path))
    shown = site.page(path)
    assert shown.h1.get_text() == "Self-Play Preference Optimization"
    assert shown.title.get_text().startswith("Self-Play Preference Optimization")
    assert shown.find("meta", attrs={"name": "citation_title"})["content"] == "Self-Play Preference Optimization"
    assert shown.select_one("body > p > a")["href"] == "../index.html"
    for tag, name in (("link", "href"), ("script", "src")):
        for element in shown.find_all(tag, attrs={name: True}):
            address = element[name].partition("?")[0]
            if element.get("rel") in (None, ["stylesheet"]):
                assert (site.out / "entry" / address).resolve().is_file(), address


def test_a_theme_that_can_isnt_told(make_site):
    assert make_site({"list/rlhf.md": LIST}, html_theme="alabaster").build().warnings == ""
