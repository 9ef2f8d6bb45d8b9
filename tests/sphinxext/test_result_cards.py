"""The cards that a search shows: beside the pages, seen from the page of results, and made again only where they must."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from sphinx_reading_list.sphinxext.outputs import cards

PAGES = {
    "index.md": "# The list\n\n```{toctree}\nfind/browse\nlist/first\nlist/second\n```\n",
    "find/browse.md": "# Browse\n\n```{rl:browse}\n```\n",
    "list/first.md": """
        # First

        :::{entry} wu2024selfplay
        :highlight:

        Read {doc}`second` first. ![A loom](loom.png)
        :::
        """,
    "list/second.md": """
        # Second

        :::{entry} [verl](https://github.com/volcengine/verl)
        :key: volcengine-verl
        :::

        :::{entry} wu2024selfplay
        :::
        """,
}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f0003860181b5bb5e8d0000000049454e44ae426082"
)
WU, VERL = "find/cards/wu2024selfplay.js", "find/cards/volcengine-verl.js"


def arguments(text: str) -> list[str]:
    """What a script calls its function with."""
    return json.loads(f"[{text[text.index('(') + 1 : text.rindex(')')]}]")


def made(make_site, **files: str):
    site = make_site(PAGES | files)
    (site.folder / "list/loom.png").write_bytes(PIXEL)
    return site


def found(site) -> dict[str, bytes]:
    """All files of the search, by path."""
    return {path: text for path, text in site.files().items() if path.startswith("find/")}


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the cards that are rendered."""
    keys: list[str] = []
    render = cards.render_card
    monkeypatch.setattr(
        cards, "render_card", lambda view, *rest, **more: keys.append(view.key) or render(view, *rest, **more)
    )
    return keys


def test_a_card_is_seen_from_the_page_of_results(make_site):
    site = made(make_site).build()
    assert site.warnings == ""
    key, html = arguments(site.read(WU))
    card = BeautifulSoup(html, "html5lib").find("article")
    assert key == card["data-key"] == "wu2024selfplay"
    assert "rl-highlight" in card["class"]
    assert card.find(class_="rl-title").name == "h2"
    assert card.find(class_="rl-permalink")["href"] == "../list/first.html#entry-wu2024selfplay"
    assert [link["href"] for link in card.find(class_="rl-elsewhere")("a")] == [
        "../list/first.html", "../list/second.html#entry-wu2024selfplay-2",
    ]  # fmt: skip
    note = card.find(class_="rl-note")
    assert note.find("a")["href"] == "../list/second.html"
    assert note.find("img")["src"] == "../_images/loom.png"
    assert card.find(class_="rl-details")["href"] == "../entry/wu2024selfplay.html"


def test_the_icons_of_all_cards_come_with_them(make_site):
    site = made(make_site).build()
    [sprite] = arguments(site.read("find/icons.js"))
    there = {symbol["id"] for symbol in BeautifulSoup(sprite, "html5lib")("symbol")}
    for path in (WU, VERL):
        uses = BeautifulSoup(arguments(site.read(path))[1], "html5lib")("use")
        assert uses
        assert {use["href"].removeprefix("#") for use in uses} <= there


def test_an_idle_build_renders_no_card(make_site, rendered):
    site = made(make_site).build()
    assert sorted(rendered) == ["volcengine-verl", "wu2024selfplay"]
    rendered.clear()
    site.build()
    assert rendered == []


@pytest.mark.parametrize(
    ("path", "old", "new", "again"),
    [
        ("list/second.md", "[verl]", "[Verl]", ["volcengine-verl"]),
        ("list/first.md", "first. ", "now. ", ["wu2024selfplay"]),
        ("list/first.md", ":highlight:\n", "", ["wu2024selfplay"]),
        ("list/second.md", "# Second", "# Other", ["volcengine-verl", "wu2024selfplay"]),
        ("list/second.md", ":::{entry} wu2024selfplay\n:::", "A word.", ["wu2024selfplay"]),
        ("refs.bib", "Wu, Yue", "Xu, Yue", ["wu2024selfplay"]),
    ],
)
def test_a_change_renders_what_shows_it_and_gives_the_bytes_of_a_clean_build(
    make_site, rendered, path, old, new, again
):
    site = made(make_site).build()
    rendered.clear()
    source = site.folder / path
    before = source.read_text(encoding="utf-8")
    assert old in before
    source.write_text(before.replace(old, new), encoding="utf-8")
    site.build()
    assert sorted(rendered) == again
    incremental = found(site)
    assert incremental == found(site.build(out="clean"))


def test_a_template_of_the_site_is_followed(make_site, rendered):
    site = made(make_site)
    site.settings["templates_path"] = ["_templates"]
    template = (
        '{% extends "!reading_list/card.html" %}\n{% block tags %}<p>WORD {{ icon("beaker") }}</p>{% endblock %}\n'
    )
    site.write({"_templates/reading_list/card.html": template.replace("WORD", "One")})
    site.build()
    assert "One" in site.read(WU)
    assert "rl-i-beaker" in site.read("find/icons.js")
    site.write({"_templates/reading_list/card.html": template.replace("WORD", "Two")})
    site.build()
    assert "Two" in site.read(WU)


def test_a_list_without_a_page_of_results_has_no_such_cards(make_site):
    site = made(make_site, **{"find/browse.md": "# Nothing\n"}).build()
    assert not (site.out / "find/cards").exists()
    assert not (site.out / "find/icons.js").exists()


def test_cards_of_entries_that_are_gone_are_removed(make_site):
    site = made(make_site).build()
    site.write({"list/second.md": "# Second\n\n:::{entry} wu2024selfplay\n:::\n"})
    site.build()
    assert not (site.out / VERL).exists()
    assert (site.out / WU).exists()


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text", "latex"])
def test_other_builders_have_neither_search_nor_cards(make_site, builder):
    site = made(make_site).build(builder)
    assert not (site.out / "find").exists() or not list((site.out / "find").rglob("*.js"))
    for path in site.out.rglob("*html"):
        assert 'class="rl-find' not in path.read_text(encoding="utf-8")


def test_dirhtml_has_its_own_addresses(make_site):
    site = made(make_site).build("dirhtml")
    card = BeautifulSoup(arguments(site.read(WU))[1], "html5lib")
    assert card.find(class_="rl-permalink")["href"] == "../../list/first/#entry-wu2024selfplay"


def test_a_field_stands_above_the_cards_of_a_page_of_five(make_site):
    entries = "".join(f":::{{entry}} [Number {n}](https://example.org/{n})\n:key: n{n}\n:::\n\n" for n in range(5))
    site = make_site(
        {"index.md": "# A\n\n```{toctree}\nlist/five\n```\n", "list/five.md": f"# Five\n\n{entries}"}
    ).build()
    form = site.page("list/five.html").find("form", class_="rl-find")
    assert form.find(attrs={"name": "q"})["placeholder"] == "Search these 5 entries"
    assert "action" not in form.attrs, "there is no page of results"
    site.settings["reading_list_search_sections"] = False
    assert site.build(out="without").page("list/five.html").find(class_="rl-find") is None
