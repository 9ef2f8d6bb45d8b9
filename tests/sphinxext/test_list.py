"""Plain lists as cards, works that appear several times, sections, views, and the files beside the pages."""

from __future__ import annotations

import json

import pytest

LIST = """
    # RLHF

    ```{entries}
    - [verl](https://github.com/volcengine/verl) - an RL library
    - **REINFORCE++: a simple approach**, `arXiv, 2501.03262`, [arxiv](http://arxiv.org/abs/2501.03262v1), [pdf](http://arxiv.org/pdf/2501.03262v1.pdf)

      *Jian Hu*
    - a remark that is no entry
    ```
    """
RST_LIST = """
    RLHF
    ====

    .. entries::

       - [verl](https://github.com/volcengine/verl) - an RL library
       - **REINFORCE++: a simple approach**, `arXiv, 2501.03262`, [arxiv](http://arxiv.org/abs/2501.03262v1), [pdf](http://arxiv.org/pdf/2501.03262v1.pdf)

         *Jian Hu*
       - a remark that is no entry
    """


def test_a_plain_list_becomes_cards(make_site):
    for markup, text in {"md": LIST, "rst": RST_LIST}.items():
        site = make_site({f"list/rlhf.{markup}": text}, markup).build()
        page = site.page("list/rlhf.html")
        cards = page.find_all("article")
        assert [card["data-kind"] for card in cards] == ["repository", "paper"]
        # It is found in the .bib file by its arXiv id, and keeps the list's title as another one.
        assert cards[1]["data-key"] == "hu2025reinforce"
        assert "REINFORCE++: a simple approach" in cards[1].get_text()
        assert "a remark that is no entry" in page.find("article").parent.get_text()
        assert "an RL library" in cards[0].get_text()
        warned = [line for line in site.warnings.splitlines() if "WARNING" in line]
        assert [line.rpartition(" [")[2] for line in warned] == ["reading_list.not-understood]"]
        line = next(n for n, found in enumerate(text.splitlines()) if "remark" in found)
        assert warned[0].startswith(f"list/rlhf.{markup}:{line}:")


def test_a_list_may_stay_in_its_file(make_site):
    readme = "# My list\n\n## Papers\n\n- [One](https://e.org/one)\n\n## Code\n\n- [verl](https://github.com/volcengine/verl)\n"
    page = "# RLHF\n\n```{entries}\n:file: ../../README.md\n```\n"
    site = make_site({"list/rlhf.md": page, "../README.md": readme}).build()
    assert site.warnings == ""
    sections = [card["data-section"] for card in site.page("list/rlhf.html").find_all("article")]
    assert sections == ["rlhf/papers", "rlhf/code"]
    site.write({"../README.md": readme.replace("[One]", "[Uno]")})
    assert "Uno" in site.build().read("list/rlhf.html")


TWICE = """
    # RLHF

    :::{entry} wu2024selfplay
    :::

    ## Deeper

    :::{entry} wu2024selfplay
    :::

    :::{entry} hu2025reinforce
    :::

    ### Deeper still

    :::{entry} hu2025reinforce
    :::
    """


def test_a_work_may_appear_several_times(make_site):
    site = make_site({"list/rlhf.md": TWICE}).build()
    assert site.warnings == ""
    cards = site.page("list/rlhf.html").find_all("article")
    assert [(card["id"], card["data-section"]) for card in cards] == [
        ("entry-wu2024selfplay", "rlhf"),
        ("entry-wu2024selfplay-2", "rlhf/deeper"),
        ("entry-hu2025reinforce", "rlhf/deeper"),
        ("entry-hu2025reinforce-2", "rlhf/deeper/deeper-still"),
    ]
    assert cards[0].find(class_="rl-elsewhere").a["href"].endswith("#entry-wu2024selfplay-2")
    assert [card.find(class_="rl-title").name for card in cards] == ["h2", "h3", "h3", "h4"]


def test_the_files_beside_the_pages(make_site):
    site = make_site({"list/rlhf.md": TWICE, "list/survey.md": "# Survey\n"}).build()
    files = {path.relative_to(site.out).as_posix() for path in (site.out / "cite").rglob("*.*")}
    cite = {name for name in files if name.endswith(".bib") and not name.endswith(".biblatex.bib")}
    bare = {name.removesuffix(".bib") for name in cite}
    scripts = {name for name in files if name.endswith(".js")}
    assert files - scripts == {name + suffix for name in bare for suffix in (".bib", ".biblatex.bib", ".json", ".ris")}
    assert scripts == {f"cite/{name}.js" for name in ("formats", "keys", "wu2024selfplay", "hu2025reinforce")}
    assert cite == {
        "cite/all.bib",
        "cite/wu2024selfplay.bib",
        "cite/hu2025reinforce.bib",
        "cite/section/rlhf.bib",
        "cite/section/rlhf/deeper.bib",
        "cite/section/rlhf/deeper/deeper-still.bib",
        "cite/section/survey.bib",
    }
    assert site.read("cite/all.bib").count("@") == 2
    entries = json.loads(site.read("entries.json"))["entries"]
    assert [(entry["key"], [at["anchor"] for at in entry["appearances"]]) for entry in entries] == [
        ("wu2024selfplay", ["entry-wu2024selfplay", "entry-wu2024selfplay-2"]),
        ("hu2025reinforce", ["entry-hu2025reinforce", "entry-hu2025reinforce-2"]),
    ]


def test_only_html_writes_files_beside_the_pages(make_site):
    site = make_site({"list/rlhf.md": TWICE}).build("epub")
    assert not (site.out / "cite").exists()
    assert not (site.out / "entries.json").exists()


VIEWS = """
    # Home

    ```{rl:highlights}
    ```

    ```{rl:sections}
    ```

    ```{rl:suggest}
    ```

    ```{toctree}
    list/rlhf
    list/survey
    ```
    """
HIGHLIGHTED = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n\n:::{entry} hu2025reinforce\n:highlight:\n:::\n"


def test_views_show_the_list_as_a_whole(make_site):
    site = make_site({"index.md": VIEWS, "list/rlhf.md": HIGHLIGHTED, "list/survey.md": "# Survey\n"},
                     reading_list_repository="https://github.com/o/r").build()  # fmt: skip
    assert site.warnings == ""
    home = site.page("index.html")
    assert [a["href"] for a in home.find(class_="rl-highlights").find_all("a")] == [
        "list/rlhf.html#entry-hu2025reinforce"
    ]
    rows = [" ".join(row.get_text().split()) for row in home.find(class_="rl-sections").find_all("li")]
    assert rows == ["RLHF 2 entries", "Survey 0 entries"]
    assert home.find(class_="rl-suggest").a["href"].startswith("https://github.com/o/r/issues/new")


TEXT = """\
RLHF
****

**Self-Play Preference Optimization**

   Paper · May 2024 · ICLR 2025 · Highlight

   Yue Wu, Zhiqing Sun, The Team

   {links}

   Read *this* first.
"""


def test_other_builders_write_cards_in_their_own_way(make_site):
    page = "# RLHF\n\n:::{entry} wu2024selfplay\n:highlight:\n\nRead *this* first.\n:::\n"
    site = make_site({"list/rlhf.md": page}).build("text")
    assert site.warnings == ""
    text = site.read("list/rlhf.txt")
    links = next(line for line in text.splitlines() if "OpenReview" in line).strip()
    assert text.split("OpenReview")[0].startswith(TEXT.split("{links}")[0].rstrip())
    assert text.rstrip().endswith("Read *this* first.")
    assert "https://openreview.net/forum?id=a3PmRgAB5T" in text or "OpenReview" in links


@pytest.mark.parametrize(
    "builder", ["latex", "man", "texinfo", "gettext", "singlehtml", "dirhtml", "xml", "pseudoxml", "epub"]
)
def test_every_builder_takes_the_cards(make_site, builder):
    page = HIGHLIGHTED + "\nSee {entry}`wu2024selfplay`.\n"
    settings = {"man_pages": [("index", "list", "The list", [], 7)], "copyright": "CC0", "version": "1"}
    site = make_site({"index.md": VIEWS, "list/rlhf.md": page, "list/survey.md": "# Survey\n"}, **settings).build(
        builder
    )
    assert site.warnings == ""
    if builder not in ("gettext", "epub"):
        written = "".join(path.read_text(encoding="utf-8") for path in site.out.rglob("*") if path.suffix in
                          (".tex", ".7", ".texi", ".html", ".xml", ".pseudoxml"))  # fmt: skip
        assert "Preference Optimization" in written.replace("\\sphinxhyphen{}", "-")


def test_a_site_can_have_a_card_of_its_own(make_site):
    own = '{% extends "!reading_list/card.html" %}{% block authors %}<p class="mine">by {{ card.authors | length }}</p>{% endblock %}'
    site = make_site(
        {"list/rlhf.md": HIGHLIGHTED, "_templates/reading_list/card.html": own}, templates_path=["_templates"]
    )
    card = site.build().card("entry-wu2024selfplay")
    assert card.find(class_="mine").get_text() == "by 3"


def test_the_bibliography_and_the_cards_lead_to_each_other(make_site):
    linking = HIGHLIGHTED.replace(
        ":::{entry} wu2024selfplay\n:::",
        ":::{entry} [SPPO](https://github.com/uclaml/SPPO)\n:key: sppo\n\n- [arXiv](https://arxiv.org/abs/2405.00675v5)\n:::",
    )
    site = make_site(
        {"list/rlhf.md": linking, "list/bibliography.md": "# Bibliography\n\n```{bibliography}\n:all:\n```\n"}
    ).build()
    assert site.warnings == ""
    records = site.page("list/bibliography.html")
    assert (
        records.find(id="cite-hu2025reinforce").find(class_="rl-listed").a["href"] == "rlhf.html#entry-hu2025reinforce"
    )
    mention = records.find(id="cite-wu2024selfplay").find(class_="rl-listed")
    assert mention.get_text() == "Linked from SPPO"
    links = {a["href"] for a in site.card("entry-hu2025reinforce").find_all("a")}
    assert "bibliography.html#cite-hu2025reinforce" in links


def test_a_reference_to_a_record_without_a_card_leads_to_the_bibliography(make_site):
    page = (
        "# RLHF\n\nSee {entry}`wu2024selfplay` and {any}`verl`.\n\n:::{entry} [VeRL](https://e.org)\n:key: verl\n:::\n"
    )
    bibliography = "# Bibliography\n\n```{bibliography}\n:all:\n```\n"
    site = make_site({"list/rlhf.md": page, "list/works.md": bibliography}).build()
    assert site.warnings == ""
    links = [(a.get_text(), a["href"]) for a in site.page("list/rlhf.html").find("p").find_all("a")]
    assert links == [
        ("Self-Play Preference Optimization", "works.html#cite-wu2024selfplay"),
        ("VeRL", "#entry-verl"),
    ]
