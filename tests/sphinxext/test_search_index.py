"""The files of the search beside the pages: where they lead, and that they keep up with the list."""

from __future__ import annotations

import json

import pytest

PAGES = {
    "index.md": "# The list\n\n```{toctree}\nlist/first\nlist/second\n```\n",
    "list/first.md": """
        # First

        :::{entry} wu2024selfplay
        :tags: alignment; agents

        A note on *self-play*.
        :::
        """,
    "list/second.md": """
        # Second

        ## Deeper

        :::{entry} [verl](https://github.com/volcengine/verl)
        :key: volcengine-verl
        :highlight:
        :::

        :::{entry} wu2024selfplay
        :::
        """,
}
CHANGES = {
    "a note": ("list/first.md", "A note", "Another note"),
    "a tag": ("list/first.md", "agents", "games"),
    "a highlight": ("list/second.md", ":highlight:\n", ""),
    "a section": ("list/second.md", "## Deeper", "## Depth"),
    "a record": ("refs.bib", "Wu, Yue", "Xu, Yue"),
}


def column(site, name: str, path: str = "find/index.js"):
    """A column of the index; one of names as the names of each entry."""
    text = (site.out / path).read_text(encoding="ascii")
    columns = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    found = columns[name] if name else columns
    if not isinstance(found, dict) or "items" not in found:
        return found
    names, items = found["names"].split("\n"), iter(found["items"])
    return [[names[next(items)] for _ in range(size)] for size in found["sizes"]]


@pytest.mark.parametrize(
    ("builder", "pages"),
    [("html", ["list/first.html", "list/second.html"]), ("dirhtml", ["list/first/", "list/second/"])],
)
def test_the_index_leads_to_the_cards(make_site, builder, pages):
    site = make_site(PAGES).build(builder)
    assert site.warnings == ""
    assert column(site, "keys").split("\n") == ["wu2024selfplay", "volcengine-verl"]
    assert column(site, "pages") == [[page] for page in pages]
    assert column(site, "sections") == [["first", "second/deeper"], ["second/deeper"]]
    assert column(site, "highlights") == [[], ["1"]]
    assert column(site, "has") == [[], ["code"]]
    assert column(site, "", "find/notes.js") == [
        ["A note on self-play. 2405.00675 a3PmRgAB5T"],
        ["volcengine/verl"],
    ]


def test_other_builders_have_no_search(make_site):
    site = make_site(PAGES).build("singlehtml")
    assert not (site.out / "find").exists()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_an_incremental_build_gives_the_bytes_of_a_clean_one(make_site, change):
    site = make_site(PAGES).build()
    before = found(site)
    name, old, new = change
    path = site.folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    after = found(site.build())
    assert after == found(site.build(out="clean"))
    assert after != before


def found(site):
    return {path.name: path.read_bytes() for path in sorted((site.out / "find").rglob("*.js"))}


def test_a_list_without_an_entry_has_an_index(make_site):
    site = make_site({"index.md": "# The list\n"}).build()
    assert site.warnings == ""
    assert column(site, "count") == 0
    assert column(site, "", "find/notes.js") == []


@pytest.mark.parametrize(
    ("entries", "words"),
    [(1, "Search the only entry"), (2, "Search all 2 entries"), (1200, "Search all 1,200 entries")],
)
def test_the_field_says_what_it_searches(make_site, entries, words):
    cards = "".join(f":::{{entry}} [Work {n}](https://example.org/{n})\n:key: w{n}\n:::\n\n" for n in range(entries))
    views = "```{rl:search}\n```\n\n```{rl:browse}\n```\n\n```{toctree}\nlist/one\n```\n"
    site = make_site({"index.md": f"# List\n\n{views}", "list/one.md": f"# One\n\n{cards}"},
                     reading_list_entry_pages=False, reading_list_index_pages=False).build()  # fmt: skip
    fields = site.page("index.html").select(".rl-field [name=q]")
    assert [(field["placeholder"], field["aria-label"]) for field in fields] == [(words, words)] * 2
