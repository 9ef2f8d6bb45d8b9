"""What contributors write becomes cards, in both markups."""

from __future__ import annotations

import pytest

MYST = """
    # RLHF

    :::{entry} wu2024selfplay
    :highlight:
    :tags: self-play; alignment

    Read *this* first, {entry}`hu2025reinforce` next.

    - [𝕏](https://x.com/FrankYueWu1/status/1893850023919505534)
    - [SPPO](https://github.com/uclaml/SPPO) – uclaml
    :::

    :::{entry} [verl](https://github.com/volcengine/verl)
    :key: volcengine-verl
    :::

    :::{entry} hu2025reinforce
    :::
    """
RST = """
    RLHF
    ====

    .. entry:: wu2024selfplay
       :highlight:
       :tags: self-play; alignment

       Read *this* first, :entry:`hu2025reinforce` next.

       - `𝕏 <https://x.com/FrankYueWu1/status/1893850023919505534>`__
       - `SPPO <https://github.com/uclaml/SPPO>`__ – uclaml

    .. entry:: `verl <https://github.com/volcengine/verl>`__
       :key: volcengine-verl

    .. entry:: hu2025reinforce
    """


@pytest.fixture(params=["md", "rst"])
def site(request, make_site):
    page = {"md": MYST, "rst": RST}[request.param]
    site = make_site({f"list/rlhf.{request.param}": page}).build()
    assert site.warnings == ""
    return site


def words(node):
    return " ".join(node.get_text().split())


def test_a_card_says_what_the_record_and_the_page_say(site):
    card = site.card("entry-wu2024selfplay")
    assert card.name == "article"
    assert {name: card[name] for name in ("data-key", "data-kind", "data-year", "data-section")} == {
        "data-key": "wu2024selfplay",
        "data-kind": "paper",
        "data-year": "2024",
        "data-section": "rlhf",
    }
    title = card.find(id=card["aria-labelledby"])
    assert title.name == "h2"
    assert words(title) == "Self-Play Preference Optimization"
    assert title.a["href"] == "https://arxiv.org/abs/2405.00675"
    text = words(card)
    assert "Paper · May 2024 · ICLR 2025" in text
    assert "Yue Wu, Zhiqing Sun, The Team" in text
    assert {"https://x.com/FrankYueWu1/status/1893850023919505534", "https://github.com/uclaml/SPPO",
            "https://openreview.net/forum?id=a3PmRgAB5T"} <= {a["href"] for a in card.find_all("a")}  # fmt: skip


def test_the_note_is_markup_and_leads_to_other_cards(site):
    note = site.card("entry-wu2024selfplay").find(class_="rl-note")
    assert words(note) == "Read this first, REINFORCE++ next."
    assert note.em.get_text() == "this"
    assert note.a["href"] == "#entry-hu2025reinforce"


def test_an_entry_without_a_record_is_a_card_too(site):
    card = site.card("entry-volcengine-verl")
    assert card["data-kind"] == "repository"
    assert card.find(class_="rl-title").a["href"] == "https://github.com/volcengine/verl"


def test_the_card_holds_the_bibtex_of_its_file(site):
    card = site.card("entry-wu2024selfplay")
    assert card.find(class_="rl-bibtex").get_text() == site.read("cite/wu2024selfplay.bib")
    assert card.find("a", download=True)["href"] == "../cite/wu2024selfplay.bib"


def test_the_pages_contents_list_the_cards(make_site):
    site = make_site({"list/rlhf.md": MYST}, html_theme="furo").build()
    contents = site.page("list/rlhf.html").find(class_="toc-tree")
    assert [a["href"] for a in contents.find_all("a")] == [
        "#",
        "#entry-wu2024selfplay",
        "#entry-volcengine-verl",
        "#entry-hu2025reinforce",
    ]


def test_sphinx_can_find_every_entry(site):
    from sphinx.util.inventory import InventoryFile

    with (site.out / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "https://e.org", lambda *parts: "/".join(parts))
    item = inventory["rl:entry"]["wu2024selfplay"]
    assert item.uri == "https://e.org/list/rlhf.html#entry-wu2024selfplay"
    assert item.display_name == "Self-Play Preference Optimization"
    index = site.read("searchindex.js")
    assert "zhiq" in index  # an author's name, stemmed


def test_our_script_is_in_the_head_before_any_card(make_site):
    page = make_site({"list/rlhf.md": MYST}, html_theme="furo").build().page("list/rlhf.html")
    scripts = [script["src"].split("?")[0] for script in page.head.find_all("script", src=True)]
    assert "../_static/reading-list.js" in scripts
    assert page.body.find(string=lambda text: "<meta" in text) is None
