"""Views of the list on pages: pictures, what came in last, and the list in a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_reading_list.sphinxext.directives.views import view_directives
from sphinx_reading_list.sphinxext.domain import ReadingListDomain

PAGE = """
    # The list

    ```{rl:shape}
    ```

    ```{rl:timeline}
    ```

    ```{rl:venues}
    ```

    ```{rl:authors}
    ```

    ```{rl:coauthors}
    ```

    ```{toctree}
    list/rlhf
    ```
    """
LIST = """
    # RLHF

    :::{entry} wu2024selfplay
    :added: 2025-02-03
    :::

    :::{entry} hu2025reinforce
    :::

    :::{entry} [A <b>post</b>](https://example.org/post)
    :key: lovelace2024post
    :authors: Wu, Yue and Sun, Zhiqing
    :date: 2024-07
    :added: 2025-03
    :::
    """
RECENT = "# The list\n\n```{rl:recent}\n:title: Just in\n```\n\n```{toctree}\nlist/rlhf\n```\n"


def test_pictures_with_their_tables(make_site):
    site = make_site({"index.md": PAGE, "list/rlhf.md": LIST}).build()
    assert site.warnings == ""
    page = site.page("index.html")
    assert page.find(class_="rl-shape").text == "3 entries · 2 papers · 1 article · 2024–2025"
    figures = page.find_all("figure", class_="rl-picture")
    assert [len(figure.select("svg.rl-svg[aria-labelledby]")) for figure in figures] == [1] * 4
    rows = [[cell.text for cell in row.find_all(["th", "td"])] for row in figures[1].find_all("tr")]
    assert rows == [["Venue", "Entries"], ["ICLR", "1"]]
    rows = [[cell.text for cell in row.find_all(["th", "td"])] for row in figures[3].find_all("tr")]
    assert rows == [["Author", "With", "Together"], ["Yue Wu", "Zhiqing Sun", "2"]]


def test_no_name_is_given_twice(make_site):
    site = make_site({"index.md": PAGE, "list/rlhf.md": LIST + PAGE.replace("# The list", "").split("```{toctree}")[0]})
    page = site.build("singlehtml").page("index.html")
    assert len(page.find_all("svg", role="img")) == 8
    names = [element["id"] for element in page.find_all(id=True)]
    assert len(names) == len(set(names))
    for picture in page.find_all("svg", role="img"):
        assert set(picture["aria-labelledby"].split()) <= set(names)


def test_an_empty_list_says_so(make_site):
    site = make_site({"index.md": PAGE, "list/rlhf.md": "# RLHF\n"}).build()
    page = site.page("index.html")
    assert page.find("figure") is None
    said = [line.text for line in page.find_all(class_="rl-empty")]
    assert said == [
        "There are no entries yet.",
        "No entry has a venue yet.",
        "No author has two entries yet.",
        "No two authors have 2 entries together yet.",
    ]


@pytest.mark.parametrize(("builder", "file"), [("text", "index.txt"), ("latex", "projectnamenotset.tex")])
def test_without_html_they_are_tables(make_site, builder, file):
    site = make_site({"index.md": PAGE, "list/rlhf.md": LIST}).build(builder)
    assert site.warnings == ""
    text = site.read(file)
    assert "May 2024 to January 2025" in text
    assert "Together" in text


def test_a_book_has_the_tables_open(make_site):
    files = {"index.md": PAGE, "list/rlhf.md": LIST}
    site = make_site(files, version="1", epub_copyright="none").build("epub")
    page = site.page("index.xhtml")
    assert page.find("svg") is None
    assert page.find("details") is None
    assert "ICLR" in page.find_all("table")[1].text


def test_what_came_in_last(make_site):
    site = make_site({"index.md": RECENT, "list/rlhf.md": LIST}).build()
    page = site.page("index.html")
    assert page.find(class_="rubric").text == "Just in"
    assert page.find(class_="rl-recent-rest") is None
    items = page.find(class_="rl-recent").find_all("li")
    assert [item.find(class_="rl-item-title").text for item in items] == [
        "A <b>post</b>",
        "Self-Play Preference Optimization",
    ]
    assert [item.find("time")["datetime"] for item in items] == ["2025-03", "2025-02-03"]
    assert items[0].find("a")["href"] == "list/rlhf.html#entry-lovelace2024post"
    assert "(added March 2025)" in site.build("text").read("index.txt")


def test_only_as_many_as_are_wanted(make_site):
    index = RECENT.replace(":title: Just in", ":limit: 1")
    page = make_site({"index.md": index, "list/rlhf.md": LIST}).build().page("index.html")
    assert len(page.find(class_="rl-recent").find_all("li")) == 1
    assert page.find(class_="rubric") is None


BATCH = """
    # {}

    :::{{entry}} [Undated](https://example.org/{}/1)
    :key: {}1
    :added: 2025-03-01
    :::

    :::{{entry}} [Older](https://example.org/{}/2)
    :key: {}2
    :date: 2024
    :added: 2025-03-01
    :::

    :::{{entry}} [Younger](https://example.org/{}/3)
    :key: {}3
    :date: 2024-06
    :added: 2025-03-01
    :::

    :::{{entry}} [Long ago](https://example.org/{}/4)
    :key: {}4
    :date: 2025-02
    :added: 2024-03-01
    :::
    """


def test_of_a_list_that_came_whole_the_youngest_works_are_shown_and_the_others_counted(make_site):
    sections = {name: BATCH.format(name.upper(), *[name] * 8) for name in "abcdefgh"}
    more = ":::{entry} [One more](https://example.org/more)\n    :added: 2025-03-01\n    :key: more\n    :::\n"
    sections["h"] += more
    index = RECENT.replace(":title: Just in", ":limit: 9").replace(
        "list/rlhf", "\n".join(f"list/{s}" for s in sections)
    )
    site = make_site({"index.md": index} | {f"list/{name}.md": text for name, text in sections.items()}).build()
    assert site.warnings == ""
    page = site.page("index.html")
    titles = [item.find(class_="rl-item-title").text for item in page.find(class_="rl-recent").find_all("li")]
    assert titles == ["Younger"] * 8 + ["Older"]
    rest = page.find(class_="rl-recent-rest")
    assert rest.text == "and 16 more on that day, in H (3), B (2), C (2), D (2), E (2), F (2) and 2 other sections"
    assert [link["href"] for link in rest.find_all("a")][:2] == ["list/h.html", "list/b.html"]
    assert "and 16 more on that day" in site.build("text").read("index.txt")


def test_where_nothing_says_when_it_was_added_nothing_is_shown(make_site):
    plain = "\n".join(line for line in LIST.splitlines() if ":added:" not in line)
    site = make_site({"index.md": RECENT, "list/rlhf.md": plain}).build()
    page = site.page("index.html")
    assert page.find(class_="rl-recent") is None
    assert page.find(class_="rubric") is None
    assert "Just in" not in site.build("text").read("index.txt")


def test_a_limit_is_a_number(make_site):
    index = RECENT.replace(":title: Just in", ":limit: none")
    assert "limit" in make_site({"index.md": index, "list/rlhf.md": LIST}).build().warnings


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2025-02-03", "2025-04-03"),
        (":date: 2024-07", ":date: 2023-07"),
        ("Sun, Zhiqing", "Sun, Chih"),
        (":limit: 9", ":limit: 1"),
    ],
)
def test_views_are_never_stale(make_site, before, after):
    # On a page without a table of contents: Sphinx writes one that has one again by itself.
    views = PAGE.split("```{toctree}")[0] + "```{rl:recent}\n    :limit: 9\n    ```\n"
    index = "# Home\n\n```{toctree}\nviews\nlist/rlhf\n```\n"
    site = make_site({"index.md": index, "views.md": views, "list/rlhf.md": LIST}).build()
    assert site.warnings == ""
    for path in (site.folder / "views.md", site.folder / "list/rlhf.md"):
        # Only the one that says it: Sphinx writes a page again whose file is newer.
        if before in (text := path.read_text(encoding="utf-8")):
            path.write_text(text.replace(before, after), encoding="utf-8")
    old = site.read("views.html")
    incremental = site.build().read("views.html")
    assert incremental == site.build(out="clean").read("views.html") != old


def test_bars_lead_to_the_page_that_filters(make_site, monkeypatch):
    from sphinx_reading_list.sphinxext.views import _view, shape

    both = {**_view.views(), "browse": replace(shape.VIEW, name="browse")}
    monkeypatch.setattr(_view, "views", lambda: both)
    for module in ("pages.views", "directives.views"):
        monkeypatch.setattr(f"sphinx_reading_list.sphinxext.{module}.views", lambda: both)
    directives = ReadingListDomain.directives | {"browse": view_directives()["browse"]}
    monkeypatch.setattr(ReadingListDomain, "directives", directives)
    files = {"index.md": PAGE, "list/rlhf.md": LIST, "all/every.md": "# Every\n\n```{rl:browse}\n```\n"}
    page = (
        make_site({**files, "index.md": PAGE.replace("list/rlhf", "list/rlhf\n    all/every")})
        .build()
        .page("index.html")
    )
    pictured = {(link["href"], link["data-rl-filtered"]) for link in page.select("svg a")}
    tabled = {(link["href"], link["data-rl-filtered"]) for link in page.select("table a")}
    # Without a script to filter, to the index page that says most; the script leads on.
    assert ("by/year/2024.html", "all/every.html?kind=paper&year=2024") in pictured & tabled
    assert ("by/author/yue-wu.html", "all/every.html?author=Yue+Wu") in pictured & tabled
    # The keyboard gets there by the table alone, where each link has its words beside it.
    assert {link["tabindex"] for link in page.select("svg a")} == {"-1"}


def test_without_index_pages_bars_lead_to_the_page_that_filters(make_site):
    files = {
        "index.md": PAGE.replace("list/rlhf", "list/rlhf\n    all"),
        "list/rlhf.md": LIST,
        "all.md": "# All\n\n```{rl:browse}\n```\n",
    }
    page = make_site(files, reading_list_index_pages=False).build().page("index.html")
    assert "all.html?author=Yue+Wu" in {link["href"] for link in page.select("svg a")}
    assert not page.select("figure a[data-rl-filtered]")


def test_without_such_a_page_bars_lead_to_index_pages_or_nowhere(make_site):
    site = make_site({"index.md": PAGE, "list/rlhf.md": LIST}).build()
    page = site.page("index.html")
    assert {"by/author/yue-wu.html", "by/venue/iclr.html"} <= {link["href"] for link in page.select("svg a")}
    assert not page.select("figure a[data-rl-filtered]")
    site.settings["reading_list_index_pages"] = False
    assert site.build().page("index.html").select("figure a") == []
