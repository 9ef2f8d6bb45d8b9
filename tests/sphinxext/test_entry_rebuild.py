"""Pages of entries are written where they changed and nowhere else, and are then what a clean build would write.

That all files of an incremental build are those of a clean one is shown in ``test_rebuild.py``, for these pages too.
"""

from __future__ import annotations

import pytest

PAGES = {
    "list/first.md": """
        # First

        :::{entry} wu2024selfplay

        See {entry}`tool`.
        :::

        :::{entry} hu2025reinforce
        :::
        """,
    "list/second.md": """
        # Second

        :::{entry} [A tool](https://github.com/ada/tool)
        :key: tool
        :authors: Wu, Yue
        :::

        :::{entry} [A talk](https://slideslive.com/1)
        :key: talk
        :::
        """,
}
ALL = {"hu2025reinforce", "talk", "tool", "wu2024selfplay"}


def times(site):
    found = {path: path.stat().st_mtime_ns for path in (site.out / "entry").rglob("*.html")}
    return {path.stem if path.stem != "index" else path.parent.name: time for path, time in found.items()}


def edit(site, name, old, new):
    path = site.folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def written(site, builder="html"):
    """The pages that a build writes, by their names."""
    before = times(site)
    site.build(builder)
    return {name for name, time in times(site).items() if before.get(name) != time}


@pytest.fixture(params=["html", "dirhtml"])
def built(request, make_site):
    site = make_site(PAGES, html_theme="furo", html_baseurl="https://example.org/")
    return site.build(request.param), request.param


def test_nothing_is_written_where_nothing_changed(built):
    site, builder = built
    assert set(times(site)) == ALL
    assert written(site, builder) == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        # Its own page, that of its neighbour, which names it, and none else.
        ("list/second.md", "[A talk]", "[The talk]", {"talk", "tool"}),
        # Its own, those that name it: as its neighbour, in a note, as a work by the same people.
        ("list/second.md", "[A tool]", "[The tool]", {"talk", "tool", "wu2024selfplay"}),
        ("refs.bib", "The Thirteenth International Conference", "A Conference", {"wu2024selfplay"}),
        ("refs.bib", "{REINFORCE++}", "{REINFORCE--}", {"hu2025reinforce", "wu2024selfplay"}),
        # A page's title is in the sidebars of its entries, in the notes' possible links, and where an entry stands.
        ("list/first.md", "See {entry}`tool`.", "Look.", {"wu2024selfplay"}),
        ("list/first.md", "# First", "# The first", {"hu2025reinforce", "wu2024selfplay", "talk", "tool"}),
    ],
)
def test_what_changed_is_written_and_no_more(make_site, name, old, new, expected):
    site = make_site(PAGES, html_theme="furo").build()
    edit(site, name, old, new)
    assert written(site) == expected
    incremental = site.files()
    clean = site.build(out="clean").files()
    assert [path for path in clean if path.startswith("entry/") and clean[path] != incremental[path]] == []


def test_the_page_of_an_entry_that_is_gone_goes(built):
    site, builder = built
    edit(site, "list/second.md", ":::{entry} [A talk](https://slideslive.com/1)\n:key: talk\n:::\n", "")
    assert written(site, builder) == {"tool"}
    assert set(times(site)) == ALL - {"talk"}
    assert not list((site.out / "entry").glob("talk*"))


def test_a_page_that_was_taken_away_comes_back(built):
    site, builder = built
    next((site.out / "entry").rglob("*talk*")).rename(site.out / "talk")
    assert written(site, builder) == {"talk"}


def test_without_the_manifest_all_pages_are_written(built):
    site, builder = built
    before = site.files()
    (manifest,) = (site.out.parent / "doctrees").glob("reading_list_*_pages.json")
    manifest.write_text("{]", encoding="utf-8")
    assert written(site, builder) == ALL
    assert site.files() == before


def test_a_setting_of_the_theme_writes_all_pages(make_site):
    site = make_site(PAGES, html_theme="furo").build()
    site.settings["html_title"] = "Another title"
    assert written(site) == ALL
    assert "Another title" in site.read("entry/tool.html")


def test_a_template_of_the_site_is_used_and_its_change_is_seen(make_site):
    template = '{% extends "!reading_list/entry_page.html" %}{% block facts %}<p>No facts</p>{% endblock %}'
    name = "_templates/reading_list/entry_page.html"
    site = make_site({**PAGES, name: template}, templates_path=["_templates"]).build()
    assert "<p>No facts</p>" in site.read("entry/tool.html")
    edit(site, name, "No facts", "Nothing")
    assert written(site) == ALL
    assert "<p>Nothing</p>" in site.read("entry/tool.html")


def test_builders_that_share_doctrees_have_pages_of_their_own(make_site):
    site = make_site(PAGES).build()
    site.build("dirhtml", out="out")
    assert (site.out / "entry/tool/index.html").is_file()
    assert written(site, "dirhtml") == set()


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text"])
def test_other_builders_have_none(make_site, builder):
    site = make_site(PAGES, epub_show_urls="no", version="1").build(builder)
    assert not (site.out / "entry").exists()
    assert not [name for name, content in site.files().items() if b"Z3988" in content or b"ItemList" in content]


@pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")  # sphinx-sitemap 2.9 asks for it
def test_they_are_in_the_sitemap_and_not_in_the_search(make_site, sitemap):
    site = make_site(PAGES, **sitemap).build()
    for name in ALL:
        assert site.read("sitemap.xml").count(f"<loc>https://example.org/entry/{name}.html</loc>") == 1
    assert "frame" not in site.read("sitemap.xml")
    assert "entry/tool" not in site.read("searchindex.js")
    assert b"entry/tool" not in site.files()["objects.inv"]


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_the_sidebar_is_small_and_leads_to_the_section(make_site, theme):
    many = {f"list/more{n:02}.md": f"# More {n}\n" for n in range(40)}
    site = make_site({**PAGES, **many}, html_theme=theme).build()
    html = site.read("entry/tool.html")
    assert "More 7" not in html
    sidebar = site.page("entry/tool.html").select_one(".sidebar-tree, .sphinxsidebar")
    assert "../list/second.html" in [link.get("href") for link in sidebar.find_all("a")]
    assert "../list/first.html" not in [link.get("href") for link in sidebar.find_all("a")]
