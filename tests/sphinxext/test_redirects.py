"""Old addresses lead on: keys, sections, pages and anchors that had other names."""

from __future__ import annotations

import json
from urllib.parse import urldefrag, urljoin

import pytest

from .test_rebuild import comparable

PAGES = {
    "index.md": """
        # The list

        ```{toctree}
        list/alignment
        list/code
        prose
        ```
        """,
    "list/alignment.md": """
        # Alignment

        ```{rl:formerly} rlhf; preferences
        ```

        :::{entry} wu2024selfplay
        :::

        ## Rewards

        :::{entry} hu2025reinforce
        :added: 2025-02-06
        :::
        """,
    "list/code.md": """
        # Code

        :::{entry} [verl](https://github.com/volcengine/verl)
        :key: volcengine-verl
        :formerly: verl-rl; hybridflow
        :added: 2025-01-31
        :::

        ## Trainers

        ```{rl:formerly} tools
        ```

        :::{entry} [TRL](https://github.com/huggingface/trl)
        :key: huggingface-trl
        :added: 2025-02-01
        :::
        """,
    "prose.md": "# Prose\n\nSee {entry}`verl-rl` and {entry}`that one <hybridflow>`.\n",
}


def target(site, path):
    """The path that the page at an old address leads to, and the anchor."""
    page = site.page(path)
    refresh = page.find("meta", attrs={"http-equiv": "refresh"})["content"]
    delay, _, url = refresh.partition("; url=")
    assert delay == "0"
    assert url == page.find("a", class_="rl-moved-to")["href"]
    return urldefrag(urljoin(f"/{path}", url))


def exists(site, url, anchor=""):
    path = url.lstrip("/")
    page = site.page(path if path.endswith(".html") else f"{path}index.html")
    return not anchor or page.find(id=anchor) is not None


@pytest.mark.parametrize(
    ("builder", "ending"), [("html", ".html"), ("dirhtml", "/index.html")], ids=["html", "dirhtml"]
)
def test_the_page_of_a_renamed_section_leads_on(make_site, builder, ending):
    site = make_site(PAGES).build(builder)
    assert site.warnings == ""
    for old in ("list/rlhf", "list/preferences"):
        url, anchor = target(site, old + ending)
        assert (url.removesuffix("/").removesuffix(".html"), anchor) == ("/list/alignment", "")
        assert exists(site, url)
    url, anchor = target(site, f"list/tools{ending}")
    assert (url.removesuffix("/").removesuffix(".html"), anchor) == ("/list/code", "trainers")
    assert exists(site, url, anchor)
    assert exists(site, *target(site, f"entry/hybridflow{ending}"))


def test_the_page_says_where_to_without_scripts_and_asks_nothing_of_a_strict_policy(make_site):
    page = make_site(PAGES, html_baseurl="https://example.org/docs/").build().page("list/rlhf.html")
    assert page.find("link", rel="canonical")["href"] == "https://example.org/docs/list/alignment.html"
    assert page.html["lang"] == "en"
    assert page.title.text == page.h1.text == "Alignment"
    assert [script.get("src") for script in page.find_all("script")] == ["../_static/reading-list-moved.js"]
    assert page.find("style") is None
    assert not [tag for tag in page.find_all(True) for name in tag.attrs if name.startswith("on") or name == "style"]


def test_files_stand_under_their_old_names_too(make_site):
    site = make_site(PAGES).build()
    for suffix in (".bib", ".biblatex.bib", ".ris", ".json"):
        assert site.read(f"cite/verl-rl{suffix}") == site.read(f"cite/volcengine-verl{suffix}")
        assert site.read(f"cite/section/rlhf{suffix}") == site.read(f"cite/section/alignment{suffix}")
        assert site.read(f"cite/section/tools{suffix}") == site.read(f"cite/section/code/trainers{suffix}")
    # What is below a section that had another name had another name as well.
    assert "hu2025reinforce" in site.read("cite/section/preferences/rewards.bib")
    assert 'cite("verl-rl", {' in site.read("cite/verl-rl.js")
    assert '"hybridflow"' in site.read("cite/keys.js")


def test_the_feed_of_a_renamed_section_goes_on_under_its_old_id(make_site):
    site = make_site(PAGES).build()
    old, new = (json.loads(site.read(f"feeds/section/{name}.json")) for name in ("tools", "code/trainers"))
    assert [item["id"] for item in old["items"]] == [item["id"] for item in new["items"]]
    assert old["items"]


def test_an_old_anchor_is_on_the_card_and_references_lead_there(make_site):
    site = make_site(PAGES).build()
    card = site.card("entry-volcengine-verl", "list/code.html")
    assert card.find(id="entry-verl-rl") is not None
    assert card.find(id="entry-hybridflow") is not None
    links = [(link.text, link["href"]) for link in site.page("prose.html").select("p a.reference.internal")]
    assert links == [
        ("verl", "list/code.html#entry-volcengine-verl"),
        ("that one", "list/code.html#entry-volcengine-verl"),
    ]
    entries = json.loads(site.read("entries.json"))["entries"]
    assert {e["key"]: e.get("formerly") for e in entries}["volcengine-verl"] == ["verl-rl", "hybridflow"]
    assert "ids" in site.read("cite/volcengine-verl.biblatex.bib")


def test_an_entry_that_is_called_by_a_former_key_is_the_same_work(make_site):
    more = {"list/code.md": PAGES["list/code.md"] + "\n        :::{entry} verl-rl\n        :highlight:\n        :::\n"}
    site = make_site(PAGES | more).build()
    assert site.warnings == ""
    assert site.card("entry-volcengine-verl-2", "list/code.html")["data-key"] == "volcengine-verl"


def test_a_record_names_its_former_keys_in_ids(make_site):
    bib = "@misc{hu2025reinforce,\n  ids = {hu2025old, hu2025older},\n  title = {{REINFORCE++}},\n  year = {2025},\n}\n"
    pages = {
        "index.md": "# List\n\n```{toctree}\nlist/rlhf\n```\n",
        "list/rlhf.md": "# RLHF\n\n:::{entry} hu2025old\n:::\n",
        "refs.bib": bib,
    }
    site = make_site(pages).build()
    assert site.warnings == ""
    assert site.card("entry-hu2025reinforce").find(id="entry-hu2025older") is not None
    assert site.read("cite/hu2025older.bib") == site.read("cite/hu2025reinforce.bib")


SPLIT = {
    "index.md": "# List\n\n```{toctree}\nlist/rlhf\n```\n",
    "list/rlhf.md": "# RLHF\n\n```{toctree}\nrlhf/ppo\nrlhf/2025\n```\n",
    "list/rlhf/ppo.md": "# PPO\n\n```{rl:formerly} rlhf\n```\n\n:::{entry} wu2024selfplay\n:::\n",
    "list/rlhf/2025.md": "# RLHF, 2025\n\n```{rl:formerly} rlhf\n```\n\n:::{entry} hu2025reinforce\n:added: 2025-02-06\n:::\n",
}


def test_a_page_that_gave_entries_away_leads_on_from_their_anchors(make_site):
    site = make_site(SPLIT).build()
    assert site.warnings == ""
    moved = site.page("list/rlhf.html").find("nav", class_="rl-moved")
    links = {item["id"]: item.a["href"] for item in moved.find_all("li")}
    assert links == {
        "ppo": "rlhf/ppo.html",
        "entry-wu2024selfplay": "rlhf/ppo.html#entry-wu2024selfplay",
        "2025": "rlhf/2025.html",
        "entry-hu2025reinforce": "rlhf/2025.html#entry-hu2025reinforce",
    }
    for url in links.values():
        assert exists(site, *urldefrag(urljoin("/list/rlhf.html", url)))
    # The file of the old section has what all of its parts have.
    assert [site.read("cite/section/rlhf.bib").count(key) for key in ("{wu2024selfplay,", "{hu2025reinforce,")] == [
        1,
        1,
    ]
    assert "refresh" not in site.read("list/rlhf.html")


def test_a_page_that_went_into_several_says_which(make_site):
    files = {name.replace("rlhf/ppo", "ppo").replace("rlhf/2025", "new"): text for name, text in SPLIT.items()}
    del files["list/rlhf.md"]
    site = make_site({**files, "index.md": "# List\n\n```{toctree}\nlist/ppo\nlist/new\n```\n"}).build()
    assert site.warnings == ""
    page = site.page("list/rlhf.html")
    assert [link["href"] for link in page.find_all("a", class_="rl-moved-to")] == ["ppo.html", "new.html"]
    assert page.find(id="entry-hu2025reinforce").a["href"] == "new.html#entry-hu2025reinforce"
    assert page.find("meta", attrs={"http-equiv": "refresh"}) is None


def test_very_many_anchors_share_a_link(make_site):
    entries = "".join(f":::{{entry}} [A{n}](https://example.org/{n})\n:key: a{n}\n:::\n\n" for n in range(1001))
    site = make_site(SPLIT | {"list/rlhf/ppo.md": f"# PPO\n\n```{{rl:formerly}} rlhf\n```\n\n{entries}"},
                     reading_list_entry_pages=False).build()  # fmt: skip
    item = site.page("list/rlhf.html").find(id="entry-a7").parent
    assert (item.name, item.a["href"], item.a.text) == ("li", "rlhf/ppo.html", "PPO")


BAD = {
    "list/alignment.md:3": ("{rl:formerly} rlhf; preferences", "{rl:formerly} /rlhf.html"),
    "list/code.md:14": (":key: huggingface-trl", ":key: huggingface-trl\n        :formerly: volcengine-verl"),
    "list/code.md:11": ("{rl:formerly} tools", "{rl:formerly} code/trainers"),
}


@pytest.mark.parametrize("place", BAD)
def test_what_can_t_lead_on_is_reported_with_its_line(make_site, place):
    page = place.partition(":")[0]
    site = make_site(PAGES | {page: PAGES[page].replace(*BAD[place])}).build()
    line = site.warnings
    assert line.startswith(f"{place}: WARNING: "), line
    assert "[reading_list.bad-former-name]" in line


def test_a_page_of_today_stays(make_site):
    text = PAGES["list/code.md"].replace("{rl:formerly} tools", "{rl:formerly} alignment; code")
    site = make_site(PAGES | {"list/code.md": text}).build()
    assert site.warnings == ""
    assert site.card("entry-wu2024selfplay", "list/alignment.html") is not None
    assert "huggingface-trl" not in site.read("cite/section/alignment.bib")


def test_loops_lead_nowhere(make_site):
    pages = {
        "list/alignment.md": PAGES["list/alignment.md"].replace("rlhf; preferences", "code"),
        "list/code.md": PAGES["list/code.md"].replace("{rl:formerly} tools", "{rl:formerly} alignment"),
    }
    site = make_site(PAGES | pages).build()
    assert site.card("entry-wu2024selfplay", "list/alignment.html") is not None
    assert site.card("entry-huggingface-trl", "list/code.html") is not None


CHANGES = {
    "renamed": ({"list/alignment.md": ""}, {"list/dpo.md": PAGES["list/alignment.md"].replace("rlhf;", "alignment; rlhf;"),
                "index.md": PAGES["index.md"].replace("alignment", "dpo")}),
    "taken back": ({"list/alignment.md": ""}, {"list/rlhf.md": PAGES["list/alignment.md"].replace("rlhf; ", ""),
                   "index.md": PAGES["index.md"].replace("alignment", "rlhf")}),
    "a key taken back": ({}, {"list/code.md": PAGES["list/code.md"].replace(
        ":key: volcengine-verl\n        :formerly: verl-rl; hybridflow", ":key: verl-rl\n        :formerly: volcengine-verl"),
        "prose.md": "# Prose\n\nSee {entry}`volcengine-verl`.\n"}),
    "no longer said": ({}, {"list/code.md": PAGES["list/code.md"].replace("tools", "more/tools")}),
    "a title": ({}, {"list/alignment.md": PAGES["list/alignment.md"].replace("# Alignment", "# Preferences")}),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_an_incremental_build_gives_the_bytes_of_a_clean_one(make_site, change):
    site = make_site(
        PAGES
        | {
            "list/new.md": "# New\n\n```{rl:formerly} code\n```\n",
            "index.md": PAGES["index.md"].replace("prose", "list/new\n        prose"),
        }
    ).build()
    assert site.warnings == ""
    removed, written = change
    written = {
        name: text.replace("prose\n", "list/new\n        prose\n") if name == "index.md" else text
        for name, text in written.items()
    }
    site.write(removed | written)
    incremental = comparable(site.build().files())
    assert site.warnings == ""
    clean = comparable(site.build(out="clean").files())
    # Sphinx itself leaves the files of a page that is gone where they are.
    assert {name for name in incremental.keys() - clean.keys() if "alignment" not in name} == set()
    assert [name for name in clean if incremental.get(name) != clean[name]] == []


def test_restructuredtext_says_it_too(make_site):
    page = """
        RLHF
        ====

        .. rl:formerly:: old

        .. entry:: wu2024selfplay
        """
    site = make_site({"list/rlhf.rst": page}).build()
    assert site.warnings == ""
    assert target(site, "list/old.html") == ("/list/rlhf.html", "")
