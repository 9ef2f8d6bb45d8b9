"""The theme's frame of made pages: once for all whose way has the same shape, with each page's own way in it."""

from __future__ import annotations

from sphinx_reading_list.sphinxext.entry_pages import writer
from sphinx_reading_list.sphinxext.made_pages import sidebar as trees
from sphinx_reading_list.sphinxext.made_pages.marks import WayMarks, cut, mark
from sphinx_reading_list.sphinxext.made_pages.sidebar import MOST, Contents, sidebar

MANY = tuple((f"Page {number}", f"list/{number}") for number in range(MOST + 1))


def marked_tree(page):
    marked = WayMarks()
    tree = sidebar([Contents("", MANY)], [page], str, lambda docname: f"../{docname}.html?a&b", marked)
    return tree, dict(marked.values())


def test_ways_of_one_shape_look_the_same_and_keep_what_they_say():
    tree, said = marked_tree("list/3")
    other, other_said = marked_tree("list/14")
    assert tree == other
    assert list(said.values()) == ["Page 3", "../list/3.html?a&amp;b"]
    assert list(other_said.values()) == ["Page 14", "../list/14.html?a&amp;b"]


def test_a_page_is_cut_at_its_marks():
    marked = WayMarks()
    words = [marked(f"word {number}") for number in range(12)]
    texts, slots = cut(f"<{mark('title')}>{words[11]}0{words[1]}!{words[1]}")
    assert texts == ("<", ">", "0", "!", "")
    assert [dict(marked.values()).get(slot, slot) for slot in slots] == ["title", "word 11", "word 1", "word 1"]


def test_a_large_site_asks_the_theme_once(make_site, monkeypatch):
    """Each entry's page leads to its own section all the same, whatever that is called."""
    monkeypatch.setattr(trees, "MOST", 2)
    titles = {0: "An <odd> & long one", 1: "Topic 1", 2: "Topic 2"}
    pages = {
        f"list/t{number}.md": f"# {title}\n\n:::{{entry}} [Work {number}](https://example.org/{number})\n"
        f":key: work{number}\n:::\n".replace("<odd>", "\\<odd>")
        for number, title in titles.items()
    }
    names = "\n".join(f"list/t{number}" for number in titles)
    index = {"index.md": f"# A list\n\n```{{toctree}}\n{names}\n```\n"}
    asked = []
    render = writer.render_frame
    monkeypatch.setattr(writer, "render_frame", lambda *args, **more: asked.append(args[1]) or render(*args, **more))
    site = make_site(pages | index, html_theme="furo").build()
    assert asked == ["entry/work0"]
    for number, title in titles.items():
        page = site.page(f"entry/work{number}.html")
        ways = page.select("a.current")
        assert {(link.get_text(), link["href"]) for link in ways} == {(title, f"../list/t{number}.html")}
        assert "0frame0" not in str(page)
