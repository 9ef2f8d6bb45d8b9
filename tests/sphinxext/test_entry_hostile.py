"""Pages of entries whose titles, keys and authors are as bad as can be, in two themes: valid, and every link leads somewhere."""

from __future__ import annotations

import itertools
import re
from textwrap import dedent
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from bs4 import BeautifulSoup
from extruct.jsonld import JsonLdExtractor

from .conftest import BIB as INDENTED
from .test_entry_pages import BASE, PAGES, text

BIB = dedent(INDENTED)
LONG = "王" * 80  # longer than a file's name may be, escaped or not
HOSTILE = {
    "list/rlhf.md": """
        # </script><b>RLHF</b> & "more"

        :::{entry} [<script>alert(1)</script> & "quotes" rl0frame0body0q7 🌟](https://example.org/?a=1&b=%22)
        :key: 🌟/../x
        :tags: <img src=x onerror=alert(1)>

        A note.
        :::

        :::{entry} [Only a title](https://example.org/only)
        :key: Only
        :::

        :::{entry} [All](https://example.org/all)
        :key: all
        :::

        :::{entry} [I](https://example.org/i)
        :key: index
        :::

        :::{entry} [Long](https://example.org/long)
        :key: LONG
        :::

        :::{entry} many
        :::
        """.replace("LONG", LONG),
    "refs.bib": "@misc{many,\n  title = {Many <b>hands</b>},\n  year = {2024},\n  author = {"
    + " and ".join(f"Family{n}, Given{n}" for n in range(2000))
    + "},\n}\n",
}


def links_of(site, path):
    page = BeautifulSoup((site.out / path).read_text(encoding="utf-8"), "html5lib")
    for tag, name in (("a", "href"), ("link", "href"), ("script", "src")):
        for element in page.find_all(tag, attrs={name: True}):
            yield element[name]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_every_address_on_it_leads_somewhere(make_site, builder, theme):
    site = make_site({**PAGES, "list/more.md": HOSTILE["list/rlhf.md"], "refs.bib": BIB + dedent(HOSTILE["refs.bib"])},
                     html_theme=theme).build(builder)  # fmt: skip
    found = sorted((site.out / "entry").rglob("*.html"))
    assert len(found) == 9
    for path in found:
        relative = path.relative_to(site.out).as_posix()
        for address in links_of(site, relative):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = unquote(urljoin(f"/{relative}", parts.path).lstrip("/"))
            target = f"{target}index.html" if target.endswith("/") or not target else target
            assert (site.out / target).is_file(), f"{relative}: {address}"


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_hostile_entries(make_site, theme):
    site = make_site(HOSTILE, html_theme=theme, html_baseurl=BASE).build()
    names = sorted(path.name for path in (site.out / "entry").glob("*.html"))
    assert names == ["many.html", "~1f31f~~2f~..~2f~x.html", "~4f~nly.html", "~61~ll.html", "~69~ndex.html",
                     f"{'~738b~' * 25}~78ea65c5~.html"]  # fmt: skip
    path = "entry/~1f31f~~2f~..~2f~x.html"
    page = site.page(path)
    title = '<script>alert(1)</script> & "quotes" rl0frame0body0q7 🌟'
    assert page.h1.get_text() == title
    assert page.title.get_text().startswith(title)
    assert page.find("img") is None
    assert "alert(1)" not in "".join(script.get_text() for script in page.find_all("script", type=None))
    (thing,) = JsonLdExtractor().extract(site.read(path))
    assert thing["name"] == title
    many = site.page("entry/many.html")
    assert len(many.select(".rl-authors bdi")) == 2000
    assert len(many.find_all("meta", attrs={"name": "citation_author"})) == 2000
    only = site.page("entry/~4f~nly.html")
    assert only.h1.get_text() == "Only a title"
    assert only.find(class_="rl-authors") is None


def own_html(html):
    """The part of a page that is ours, as it was written."""
    start = html.index('<div class="rl-entry rl-page')
    depth = 0
    for tag in re.finditer(r"<(/?)div\b", html[start:]):
        depth += -1 if tag.group(1) else 1
        if depth == 0:
            return html[start : start + tag.end()] + ">"
    raise AssertionError("it doesn't end")


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_it_is_valid_and_its_headings_are_in_order(make_site, theme):
    site = make_site({**PAGES, "list/more.md": HOSTILE["list/rlhf.md"], "refs.bib": BIB + dedent(HOSTILE["refs.bib"])},
                     html_theme=theme, html_baseurl=BASE).build()  # fmt: skip
    for path in sorted((site.out / "entry").rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        html5lib.HTMLParser(strict=True).parseFragment(own_html(html))
        page = BeautifulSoup(html, "html5lib")
        levels = [int(heading.name[1]) for heading in page.select_one(".rl-page").find_all(["h1", "h2", "h3", "h4"])]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
        ids = [element["id"] for element in page.find_all(id=True)]
        assert len(ids) == len(set(ids))
        assert all(text(link) or link.get("aria-label") for link in page.select(".rl-page a, .rl-page button"))
