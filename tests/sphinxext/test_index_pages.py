"""Index pages: what is on them, where they are, and how one comes to them."""

from __future__ import annotations

import json
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from sphinx_reading_list.sphinxext.index_pages import planning
from sphinx_reading_list.sphinxext.index_pages.making import AT_A_GLANCE
from sphinx_reading_list.sphinxext.pages.addresses import index_page

HOSTILE = "<script>alert(1)</script> {} \u202eevil " + "x" * 500
PAGES = {
    "list/first.md": """
        # First

        ```{rl:indexes}
        ```

        :::{entry} wu2024selfplay
        :tags: rl; <b>bold</b>
        :::

        :::{entry} [A tool](https://github.com/ada/tool)
        :key: tool
        :authors: Wu, Yue and Lovelace, Ada
        :date: 2025-02
        :tags: RL
        :::

        :::{entry} [A talk](https://slideslive.com/1)
        :key: talk
        :kind: talk
        :authors: Lovelace, Ada and 王, 伟 and José García
        :::

        :::{entry} [Notes](https://example.org/notes)
        :key: notes
        :authors: 王, 伟 and José García
        :::
        """,
}
BASE = "https://example.org/"


@pytest.fixture
def site(make_site):
    return make_site(PAGES, html_theme="furo", html_baseurl=BASE).build()


def headings(page):
    return [
        (item.find(["a", "bdi"]).get_text(), item.select_one(".rl-count").get_text())
        for item in page.select(".rl-headings > li")
    ]


def entries(page):
    return [item.get_text() for item in page.select(".rl-newest .rl-item-title")]


def test_a_page_of_an_author_has_their_entries_the_newest_first(site):
    page = site.page("by/author/yue-wu.html")
    assert page.h1.get_text() == "Entries by Yue Wu"
    assert "Entries by Yue Wu" in page.title.get_text()
    assert page.select_one(".rl-said").get_text() == "2 entries · 1 paper · 1 repository · 2024–2025"
    assert entries(page) == ["A tool", "Self-Play Preference Optimization"]
    assert page.select_one(".rl-newest a")["href"] == "../../entry/tool.html"
    assert [link.get_text() for link in page.select(".rl-trail a")] == ["Indexes", "Authors"]
    assert headings(page)[0] == ("Ada Lovelace", "1")
    # Nobody else who has a page wrote these.
    assert {link["href"] for link in page.select(".rl-headings a")} == {"../../by/author/ada-lovelace.html"}


def test_programs_read_the_list_the_address_and_what_it_is(site):
    page = site.page("by/author/yue-wu.html")
    assert page.find("link", rel="canonical")["href"] == f"{BASE}by/author/yue-wu.html"
    assert page.find("meta", property="og:url")["content"] == f"{BASE}by/author/yue-wu.html"
    assert page.find("meta", attrs={"name": "description"})["content"].startswith("2 entries")
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert (data["@type"], data["name"]) == ("ItemList", "Entries by Yue Wu")
    assert [item["url"] for item in data["itemListElement"]] == [
        f"{BASE}entry/tool.html", f"{BASE}entry/wu2024selfplay.html"
    ]  # fmt: skip


def test_an_overview_has_every_heading(site):
    page = site.page("by/author/index.html")
    assert headings(page) == [("José García", "2"), ("Ada Lovelace", "2"), ("王伟", "2"), ("Yue Wu", "2")]
    # So few are seen at a glance.
    assert not page.select(".rl-letter, .rl-letters")
    assert page.find("link", rel="canonical")["href"] == f"{BASE}by/author/index.html"


def test_many_headings_stand_under_their_letters(make_site):
    tags = [f"{letter}{number}" for letter in "cab" for number in range(AT_A_GLANCE // 3)]
    entry = ":::{{entry}} [One](https://example.org/one)\n:key: one\n:tags: {}\n:::\n"
    for more, letters in (("ö", ["A", "B", "C", "O"]), ("", [])):
        site = make_site({"list/tags.md": "# Tags\n\n" + entry.format("; ".join(filter(None, [*tags, more])))}).build()
        page = site.page("by/tag/index.html")
        assert [name for name, _ in headings(page)] == [*sorted(tags), *more]
        assert [part.h2.get_text() for part in page.select(".rl-letter")] == letters
        links = page.select(".rl-letters a")
        assert [page.find(id=link["href"].removeprefix("#")).get_text() for link in links] == letters


def test_the_page_of_all_leads_to_each_overview(site):
    page = site.page("by/index.html")
    assert [link.get_text() for link in page.select("h2 a")] == ["Authors", "Years", "Venues", "Kinds", "Tags"]
    assert ("Papers", "1") in headings(page)


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("theme", ["furo", "alabaster"])
def test_every_link_leads_to_a_page(make_site, builder, theme):
    site = make_site(PAGES, html_theme=theme, html_baseurl=BASE).build(builder)
    pages = list((site.out / "by").rglob("*.html"))
    assert len(pages) > 15
    for path in pages:
        here = path.relative_to(site.out).as_posix()
        page = site.page(here)
        address = here.removesuffix("index.html") if builder == "dirhtml" else here
        assert page.find("link", rel="canonical")["href"] == BASE + address
        for link in page.select("a[href]"):
            there = urlsplit(urljoin(BASE + address, link["href"]))
            if there.netloc == "example.org" and there.path != "/notes":
                target = site.out / unquote(there.path[1:])
                assert (target / "index.html" if target.is_dir() else target).is_file(), (here, link["href"])


def test_a_page_that_has_the_view_leads_to_them(make_site):
    site = make_site(PAGES).build()
    links = {link.get_text(): link["href"] for link in site.page("list/first.html").select(".rl-indexes a")}
    assert links["Authors"] == "../by/author/index.html"
    assert list(links) == ["Authors", "Years", "Venues", "Kinds", "Tags"]


def test_hostile_names_are_shown_as_text_and_have_short_files(make_site):
    page = f"# L\n\n:::{{entry}} [A](https://example.org/a)\n:key: a\n:tags: {HOSTILE}; __proto__; ../../up\n:::\n"
    site = make_site({"list/l.md": page}, html_theme="furo").build()
    overview = site.page("by/tag/index.html")
    assert [link.get_text() for link in overview.select(".rl-headings a")] == [
        "../../up",
        HOSTILE,
        "__proto__",
    ]
    for link in overview.select(".rl-headings a"):
        path = site.out / "by/tag" / urljoin("/by/tag/index.html", link["href"]).rpartition("/")[2]
        assert path.is_file()
        assert len(path.name) < 100
        assert not site.page(path.relative_to(site.out).as_posix()).select(".rl-index script")
    assert (site.out / "by/tag/__proto__.html").is_file()
    assert not (site.out / "by/up.html").exists()


def test_a_long_page_is_cut_into_parts(make_site, monkeypatch):
    monkeypatch.setattr("sphinx_reading_list.sphinxext.index_pages.making.ENTRIES", 2)
    monkeypatch.setattr("sphinx_reading_list.sphinxext.index_pages.planning.ENTRIES", 2)
    cards = "".join(
        f":::{{entry}} [E{n}](https://example.org/{n})\n:key: e{n}\n:kind: paper\n:::\n\n" for n in range(5)
    )
    site = make_site({"list/l.md": f"# L\n\n{cards}"}, html_theme="furo", html_baseurl=BASE).build()
    assert entries(site.page("by/kind/paper.html")) == ["E0", "E1"]
    last = site.page("by/kind/paper/3.html")
    assert entries(last) == ["E4"]
    assert last.ol["start"] == "5"
    assert "(3 of 3)" in last.title.get_text()
    assert last.find("link", rel="canonical")["href"] == f"{BASE}by/kind/paper/3.html"
    assert [link["href"] for link in last.select(".rl-parts a")] == [
        "../../../by/kind/paper.html",
        "../../../by/kind/paper/2.html",
    ]
    assert last.select_one(".rl-parts [aria-current]").get_text() == "3"
    assert last.select_one(".rl-newest a")["href"] == "../../../entry/e4.html"


def test_a_part_holds_as_much_as_is_planned():
    assert (planning.ENTRIES, planning.HEADINGS) == (200, 1000)


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text"])
def test_other_builders_have_none(make_site, builder):
    site = make_site(PAGES, epub_show_urls="no", version="1").build(builder)
    assert not (site.out / "by").exists()
    assert not [name for name, content in site.files().items() if b"rl-indexes" in content and name.endswith("html")]


def test_the_page_of_an_entry_leads_to_them(make_site):
    site = make_site(PAGES).build()
    page = site.page("entry/wu2024selfplay.html")
    assert {link.get_text().strip(): link["href"] for link in page.select("a.rl-indexed")} == {
        "Paper": "../by/kind/paper.html",
        "May 2024": "../by/year/2024.html",
        "ICLR 2025": "../by/venue/iclr.html",
        "Yue Wu": "../by/author/yue-wu.html",
        "rl": "../by/tag/rl.html",
        "<b>bold</b>": f"../{index_page('tag', '<b>bold</b>')}.html",
    }
    # Who has no page is named as ever.
    assert [name.get_text() for name in page.select(".rl-authors bdi")] == ["Yue Wu", "Zhiqing Sun", "The Team"]


def test_a_setting_turns_them_off(make_site):
    site = make_site(PAGES).build()
    assert (site.out / "by/author/yue-wu.html").is_file()
    site.settings["reading_list_index_pages"] = False
    site.build()
    assert not (site.out / "by").exists()
    assert not site.page("list/first.html").select(".rl-indexes")
    assert not site.page("entry/wu2024selfplay.html").select("a.rl-indexed")


def test_without_entry_pages_they_lead_to_cards(make_site):
    site = make_site(PAGES, reading_list_entry_pages=False).build()
    link = site.page("by/author/yue-wu.html").select_one(".rl-newest a")
    assert link["href"] == "../../list/first.html#entry-tool"


def test_a_page_of_the_project_stays(make_site):
    site = make_site({**PAGES, "by/year/2024.md": "---\norphan: true\n---\n# Mine\n"}).build()
    assert site.page("by/year/2024.html").h1.get_text().startswith("Mine")
    assert site.page("by/year/2025.html").select_one(".rl-newest")


def test_a_list_without_entries_has_none(make_site):
    site = make_site({"list/empty.md": "# Empty\n"}).build()
    assert not (site.out / "by").exists()


def test_the_address_of_a_page_needs_no_list():
    assert index_page("author", "Yue Wu") == "by/author/yue-wu"
    assert (index_page("author"), index_page("")) == ("by/author/index", "by/index")
    assert index_page("kind", "paper", 2) == "by/kind/paper/2"
