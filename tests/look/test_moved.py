"""Old addresses, as people follow them: on a server with a strict policy, from files, with scripts and without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .cite_site import FILES, Reader, Server, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
PAGES = {
    "index.md": "# Engines\n\n```{toctree}\nlist/early\nlist/late\n```\n",
    "list/early.md": "# Early\n\nWhat came first.\n\n```{toctree}\nearly/1843\nearly/1952\n```\n",
    "list/early/1843.md": "# Early, 1843\n\n```{rl:formerly} early; all\n```\n\n:::{entry} lovelace1843notes\n:formerly: ada+notes\n:::\n",
    "list/early/1952.md": "# Early, 1952\n\n```{rl:formerly} early; all\n```\n\n:::{entry} Hopper+1952\n:::\n",
    "list/late.md": "# Late\n\n```{rl:formerly} modern\n```\n\nMuch more to read. " + "Words. " * 900 + "\n\n"
    ":::{entry} [如何 <b>count</b>](https://example.org/count)\n:key: count\n:::\n",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("moved"), FILES | PAGES)


@pytest.fixture
def reader(browser: Browser, out: Path) -> Iterator[Reader]:
    server = Server(out)
    found = Reader(browser, out, server)
    yield found
    found.close()
    server.close()


SCHEMES = pytest.mark.parametrize("scheme", ["http", "file"])


@SCHEMES
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_page_that_is_gone_leads_on(reader, scheme, script):
    page = reader.open("list/modern.html", scheme, script=script)
    expect(page).to_have_url(re.compile(r"/list/late\.html$"))
    expect(page.get_by_role("heading", name="Late", exact=False).first).to_be_visible()


@SCHEMES
def test_it_hands_the_anchor_on(reader, scheme):
    for _ in range(5):  # a refresh without the anchor must never be the faster one
        page = reader.open("list/modern.html#entry-count", scheme)
        expect(page).to_have_url(re.compile(r"/list/late\.html#entry-count$"))
        expect(page.locator("#entry-count")).to_be_in_viewport()
        page.wait_for_load_state("networkidle")
        assert page.url.endswith("#entry-count")


@SCHEMES
def test_an_anchor_of_a_page_that_was_split_leads_on(reader, scheme):
    page = reader.open("list/early.html#entry-~48~opper~2b~1952", scheme)
    expect(page).to_have_url(re.compile(r"/list/early/1952\.html#entry-~48~opper~2b~1952$"))
    page = reader.open("list/early.html", scheme)
    expect(page.get_by_text("What came first.")).to_be_visible()
    page.evaluate("location.hash = 'entry-ada~2b~notes'")
    expect(page).to_have_url(re.compile(r"/list/early/1843\.html#entry-lovelace1843notes$"))


@SCHEMES
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_page_that_became_several_lets_the_reader_choose(reader, scheme, script):
    page = reader.open("list/all.html", scheme, script=script)
    expect(page.get_by_role("heading")).to_have_text("This page has moved")
    expect(page.get_by_role("link")).to_have_text(["Early, 1843", "Early, 1952"])
    page.get_by_role("link", name="Early, 1952").click()
    expect(page).to_have_url(re.compile(r"/list/early/1952\.html$"))


@SCHEMES
def test_without_a_script_the_link_for_the_anchor_shows_and_no_other(reader, scheme):
    page = reader.open("list/early.html#entry-lovelace1843notes", scheme, script=False)
    moved = page.get_by_role("navigation", name="Moved from this page")
    expect(moved.get_by_role("link")).to_have_count(1)
    moved.get_by_role("link", name="Notes on the Analytical Engine").click()
    expect(page).to_have_url(re.compile(r"/list/early/1843\.html#entry-lovelace1843notes$"))
    page = reader.open("list/early.html", scheme)
    expect(page.get_by_text("has moved from here")).to_be_hidden()
