"""What the site writes for programs: feeds, llms.txt, the schema; and how its pages lead there."""

from __future__ import annotations

import json

import feedparser
import pytest
from jsonschema import Draft202012Validator

PAGES = {
    "list/rlhf.md": """
        # RLHF

        :::{entry} wu2024selfplay
        :added: 2024-06-01
        :::

        ## Deeper & down

        :::{entry} hu2025reinforce
        :added: 2025-03-01

        See {entry}`wu2024selfplay`.
        :::
        """,
    "list/code.md": "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: verl\n:::\n",
}
BASE = {"html_baseurl": "https://rl.example.org/en/", "project": "My <list>", "language": "en"}


def feed(site, path="feeds/all.xml"):
    parsed = feedparser.parse(site.read(path))
    assert not parsed.bozo
    return parsed


def links(site, page):
    found = site.page(page).head.find_all("link", rel="alternate")
    return [(link["type"], link["title"], link["href"]) for link in found]


def test_the_list_and_each_section_have_a_feed(make_site):
    site = make_site(PAGES, **BASE).build()
    assert site.warnings == ""
    files = {name for name in site.files() if name.startswith("feeds/")}
    names = ("all", "section/rlhf", "section/rlhf/deeper-down", "section/code")
    assert files == {f"feeds/{name}{suffix}" for name in names for suffix in (".xml", ".json")}
    assert [(item.title, item.link, item.updated[:10]) for item in feed(site).entries] == [
        ("REINFORCE++", "https://rl.example.org/en/entry/hu2025reinforce.html", "2025-03-01"),
        # Its record has a venue, and a later date than the day on which it was added.
        (
            "Self-Play Preference Optimization",
            "https://rl.example.org/en/entry/wu2024selfplay.html",
            "2025-01-01",
        ),
    ]
    assert "See Self-Play Preference Optimization." in feed(site).entries[0].content[0].value
    assert feed(site, "feeds/section/code.xml").entries == []
    assert json.loads(site.read("feeds/section/rlhf.json"))["title"] == "My <list>: RLHF"


def test_pages_lead_to_them(make_site):
    site = make_site(PAGES, **BASE).build()
    whole = [
        ("application/atom+xml", "My <list>", "../feeds/all.xml"),
        ("application/feed+json", "My <list>", "../feeds/all.json"),
    ]
    own = [
        ("application/atom+xml", "My <list>: RLHF", "../feeds/section/rlhf.xml"),
        ("application/feed+json", "My <list>: RLHF", "../feeds/section/rlhf.json"),
    ]
    assert links(site, "list/rlhf.html") == [*whole, *own]
    assert [href for _, _, href in links(site, "index.html")] == ["feeds/all.xml", "feeds/all.json"]
    for _, _, href in links(site, "list/rlhf.html"):
        assert (site.out / "list" / href).is_file()
    # Who comes by the address of a work finds the feed as well.
    assert links(site, "entry/hu2025reinforce.html") == whole


def test_in_dirhtml_too(make_site):
    site = make_site(PAGES, **BASE).build("dirhtml")
    assert links(site, "list/rlhf/index.html")[2][2] == "../../feeds/section/rlhf.xml"
    assert links(site, "entry/hu2025reinforce/index.html")[0][2] == "../../feeds/all.xml"
    assert feed(site).entries[0].link == "https://rl.example.org/en/entry/hu2025reinforce/"
    assert feed(site).feed.link == "https://rl.example.org/en/"


@pytest.mark.parametrize("builder", ["epub", "singlehtml"])
def test_others_have_none(make_site, builder):
    site = make_site(PAGES, **BASE).build(builder)
    assert not [name for name in site.files() if name.startswith(("feeds", "llms", "entries"))]
    page = "list/rlhf.xhtml" if builder == "epub" else "index.html"
    assert links(site, page) == []


def test_two_builds_give_the_same_bytes(make_site):
    first = make_site(PAGES, "one", **BASE).build().files()
    second = make_site(PAGES, "two", **BASE).build().files()
    names = [name for name in first if name.startswith(("feeds/", "llms.txt", "entries"))]
    assert len(names) == 11
    assert [name for name in names if first[name] != second[name]] == []


@pytest.mark.parametrize(
    ("name", "value", "file", "said"),
    [
        (
            "reading_list_entry_pages",
            False,
            "feeds/all.xml",
            "https://rl.example.org/en/list/rlhf.html#entry-hu2025reinforce",
        ),
        ("reading_list_description", "About rewards.", "llms.txt", "> About rewards."),
        ("reading_list_id", "https://old.example.org", "feeds/all.xml", "<id>"),
        (
            "html_baseurl",
            "https://new.example.org",
            "feeds/all.xml",
            "https://new.example.org/entry/hu2025reinforce.html",
        ),
    ],
)
def test_a_setting_that_changes_is_taken_over(make_site, name, value, file, said):
    site = make_site(PAGES, **BASE).build()
    before = site.read(file)
    site.settings[name] = value
    assert said in site.build().read(file) != before
    clean = make_site(PAGES, "clean", **site.settings).build()
    assert clean.read(file) == site.read(file)


def test_an_entry_that_changes_is_taken_over(make_site):
    site = make_site(PAGES, **BASE).build()
    before = feed(site).entries[1]
    site.write({"list/rlhf.md": PAGES["list/rlhf.md"].replace("2024-06-01", "2025-06-01")})
    first = feed(site.build()).entries[0]
    assert (first.id, first.updated[:10]) == (before.id, "2025-06-01")


def test_llms_txt_has_every_work(make_site):
    text = make_site(PAGES, **BASE).build().read("llms.txt")
    assert text.startswith("# My \\<list>\n\n> A curated reading list: 2 papers, 1 repository.\n")
    assert "\n## Deeper & down\n\n- [REINFORCE++](https://arxiv.org/abs/2501.03262): Paper, Jan 2025." in text
    assert "- [entries.json](https://rl.example.org/en/entries.json): " in text


def test_the_schema_describes_entries_json(make_site):
    site = make_site(PAGES, **BASE).build()
    schema = json.loads(site.read("entries.schema.json"))
    Draft202012Validator(schema).validate(json.loads(site.read("entries.json")))
