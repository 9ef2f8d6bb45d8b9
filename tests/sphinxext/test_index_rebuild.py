"""Index pages are written where they changed and nowhere else, and are then what a clean build would write."""

from __future__ import annotations

import pytest

from .test_index_pages import PAGES


def times(site):
    folder = site.out / "by"
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.html")}


def edit(site, name, old, new):
    path = site.folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def written(site, builder="html"):
    """The pages that a build writes, by their paths."""
    before = times(site)
    site.build(builder)
    return {name for name, time in times(site).items() if before.get(name) != time}


def pages_of(files):
    return {path: content for path, content in files.items() if path.startswith("by/")}


@pytest.fixture(params=["html", "dirhtml"])
def built(request, make_site):
    site = make_site(PAGES, html_theme="furo", html_baseurl="https://example.org/")
    return site.build(request.param), request.param


def test_nothing_is_written_where_nothing_changed(built):
    site, builder = built
    assert len(times(site)) > 15
    assert written(site, builder) == set()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Prose that no index shows.
        ("# First\n", "# First\n\nSome prose.\n", set()),
        # A title: the pages of its author, kind and year, and no overview.
        ("[A tool]", "[The tool]", {"author/yue-wu.html", "author/ada-lovelace.html", "kind/repository.html",
                                    "tag/rl.html", "year/2025.html"}),
        # A tag: its own new page, the overview, and the page of all.
        (":tags: RL", ":tags: RL; new", {"tag/new.html", "tag/index.html", "index.html"}),
    ],
)  # fmt: skip
def test_what_changed_is_written_and_no_more(make_site, old, new, expected):
    site = make_site(PAGES, html_theme="furo").build()
    edit(site, "list/first.md", old, new)
    assert written(site) == expected
    incremental = pages_of(site.files())
    assert pages_of(site.build(out="clean").files()) == incremental


def test_the_page_of_a_heading_that_is_gone_goes_with_its_folder(built):
    site, builder = built
    edit(site, "list/first.md", "Wu, Yue and Lovelace, Ada", "Lovelace, Ada")
    site.build(builder)
    assert not [name for name in times(site) if "yue-wu" in name]
    assert not list((site.out / "by/author").glob("yue-wu*"))
    edit(site, "list/first.md", ":kind: talk\n", "")
    site.build(builder)
    incremental = pages_of(site.files())
    assert pages_of(site.build(builder, out="clean").files()) == incremental


def test_a_page_that_was_taken_away_comes_back(built):
    site, builder = built
    path = site.out / ("by/year/2025.html" if builder == "html" else "by/year/2025/index.html")
    path.unlink()
    name = path.relative_to(site.out / "by").as_posix()
    assert written(site, builder) == {name}


def test_a_template_of_the_site_is_used_and_its_change_is_seen(make_site):
    template = '{% extends "!reading_list/index_heading.html" %}{% block entries %}<p>None</p>{% endblock %}'
    name = "_templates/reading_list/index_heading.html"
    site = make_site({**PAGES, name: template}, templates_path=["_templates"]).build()
    assert "<p>None</p>" in site.read("by/kind/paper.html")
    edit(site, name, "None", "Nothing")
    assert "kind/paper.html" in written(site)
    assert "<p>Nothing</p>" in site.read("by/kind/paper.html")


@pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")  # sphinx-sitemap 2.9 asks for it
def test_they_are_in_the_sitemap_and_not_in_the_search(make_site, sitemap):
    site = make_site(PAGES, **sitemap).build()
    for name in times(site):
        assert site.read("sitemap.xml").count(f"<loc>https://example.org/by/{name}</loc>") == 1
    assert "by/year" not in site.read("searchindex.js")
