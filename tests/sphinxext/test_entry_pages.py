"""The page of an entry: what it shows, what programs read on it, and where it is."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from extruct.jsonld import JsonLdExtractor

BASE = "https://example.org/list/"
PAGES = {
    "list/rlhf.md": """
        # RLHF

        :::{entry} wu2024selfplay
        :highlight:
        :tags: self-play; alignment
        :added: 2025-03-01

        Worth *your* time, after {entry}`hu2025reinforce` and {doc}`/other`.

        - [code](https://github.com/uclaml/SPPO) – the authors' own
        :::

        :::{entry} hu2025reinforce
        :::
        """,
    "list/tools.md": """
        # Tools & more

        ## Trainers

        :::{entry} [SPPO](https://github.com/uclaml/SPPO)
        :key: uclaml-sppo
        :authors: Sun, Zhiqing
        :::

        :::{entry} wu2024selfplay

        Again.
        :::
        """,
    "other.md": "---\norphan: true\n---\n\n# Another page\n",
    "metrics.json": json.dumps(
        {"schema": 1, "entries": {"wu2024selfplay": {"citations": {"count": 76, "source": "Semantic Scholar"}}}}
    ),
}


@pytest.fixture
def site(make_site):
    return make_site(PAGES, html_baseurl=BASE, html_theme="furo").build()


def text(element):
    return " ".join(element.get_text(" ").split())


def part(page, name):
    found = page.find("section", attrs={"aria-labelledby": name})
    assert found is not None, f"no part {name}"
    return found


def test_each_entry_has_a_page(site):
    assert site.warnings == ""
    names = sorted(path.name for path in (site.out / "entry").glob("*.html"))
    assert names == ["hu2025reinforce.html", "uclaml-sppo.html", "wu2024selfplay.html"]


def test_it_shows_all_that_is_known(site):
    page = site.page("entry/wu2024selfplay.html")
    assert page.title.get_text().startswith("Self-Play Preference Optimization")
    assert [text(heading) for heading in page.find_all("h1")] == ["Self-Play Preference Optimization"]
    assert text(page.find(class_="rl-meta")) == "Paper · May 2024 · ICLR 2025"
    assert text(page.find(class_="rl-authors")) == "Yue Wu , Zhiqing Sun , The Team"
    assert [text(tag) for tag in page.select(".rl-tags li")] == ["self-play", "alignment"]
    assert "GitHub: uclaml/SPPO" in text(page.find(class_="rl-links"))
    facts = {text(row.dt): text(row.dd) for row in page.select(".rl-facts > div")}
    assert facts == {
        "Published": "2025",
        "First submitted": "May 2024",
        "In": "The Thirteenth International Conference on Learning Representations",
        "arXiv": "2405.00675",
        "OpenReview": "a3PmRgAB5T",
        "Citations": "76 (Semantic Scholar)",
        "Added to the list": "1 March 2025",
        "Citation key": "wu2024selfplay",
    }


def test_an_abstract_is_shown_where_the_record_has_one(make_site):
    bib = (
        "@misc{a2024, author = {Doe, Jane}, title = {A}, year = {2024}, abstract = {We show <b> \\& 5\\% of\n  {RLHF}.}}\n"
        "@misc{b2024, author = {Doe, Jane}, title = {B}, year = {2024}}\n"
    )
    page = "# List\n\n:::{entry} a2024\n:::\n\n:::{entry} b2024\n:::\n"
    site = make_site({"list/rlhf.md": page, "refs.bib": bib}).build()
    assert site.warnings == ""
    assert text(part(site.page("entry/a2024.html"), "abstract")) == "Abstract We show <b> & 5% of RLHF."
    assert site.page("entry/b2024.html").find(id="abstract") is None


def test_it_shows_every_format_with_its_file(site):
    page = site.page("entry/wu2024selfplay.html")
    cite = part(page, "cite")
    shown = {text(row.h3): row for row in cite.select(".rl-format")}
    files = {"BibTeX": ".bib", "BibLaTeX": ".biblatex.bib", "CSL-JSON": ".json", "RIS": ".ris"}
    assert set(shown) == set(files)
    for label, suffix in files.items():
        assert shown[label].select_one(".rl-text code").get_text() == site.read(f"cite/wu2024selfplay{suffix}")
        assert shown[label].select_one("a[download]")["href"] == f"../cite/wu2024selfplay{suffix}"
        assert shown[label].select_one("button.rl-copy")["aria-label"] == f"Copy {label}"
    styles = {text(row.h3): text(row.select_one(".rl-text")) for row in cite.select(".rl-style")}
    assert {"APA", "IEEE", "Nature"} <= set(styles)
    assert styles["APA"].startswith("Wu, Y., Sun, Z., & The Team. (2025). Self-Play Preference Optimization.")


def test_it_says_where_the_entry_stands_with_the_notes_of_each_place(site):
    stands = part(site.page("entry/wu2024selfplay.html"), "in-the-list").select(".rl-stands > li")
    assert [(text(stand.a), stand.a["href"]) for stand in stands] == [
        ("RLHF", "../list/rlhf.html#entry-wu2024selfplay"),
        ("Trainers", "../list/tools.html#entry-wu2024selfplay-2"),
    ]
    first, second = (stand.select_one(".rl-note") for stand in stands)
    assert text(first) == "Worth your time, after REINFORCE++ and Another page ."
    # Addresses in a note are those of its own page; here they lead to the same places.
    assert [link["href"] for link in first.find_all("a")] == [
        "../list/rlhf.html#entry-hu2025reinforce", "../other.html"
    ]  # fmt: skip
    assert text(second) == "Again."
    assert [bool(stand.select_one(".rl-star")) for stand in stands] == [True, False]


def test_it_names_works_by_the_same_people_and_works_that_share_a_link(site):
    page = site.page("entry/wu2024selfplay.html")
    (same,) = part(page, "same-authors").select("li")
    assert same.a["href"] == "uclaml-sppo.html"
    assert [text(line) for line in same.select(".rl-item-by")] == ["Zhiqing Sun", "with Zhiqing Sun"]
    (related,) = part(page, "related").select("li")
    assert text(related.select(".rl-item-by")[-1]) == "linked from here"
    (back,) = part(site.page("entry/uclaml-sppo.html"), "related").select("li")
    assert (text(back.a), back.a["href"]) == ("Self-Play Preference Optimization", "wu2024selfplay.html")
    assert text(back.select(".rl-item-by")[-1]) == "links to it"


def test_it_leads_to_its_neighbours_in_the_section(site):
    (link,) = site.page("entry/wu2024selfplay.html").select(".rl-neighbours a")
    assert (link["rel"], link["href"]) == (["next"], "hu2025reinforce.html")
    (link,) = site.page("entry/hu2025reinforce.html").select(".rl-neighbours a")
    assert (link["rel"], link["href"]) == (["prev"], "wu2024selfplay.html")


def test_programs_read_it(site):
    html = site.read("entry/wu2024selfplay.html")
    head = BeautifulSoup(html, "html5lib").head
    address = f"{BASE}entry/wu2024selfplay.html"
    assert head.find("link", rel="canonical")["href"] == address
    assert head.find("meta", property="og:url")["content"] == address
    assert head.find("meta", attrs={"name": "citation_title"})["content"] == "Self-Play Preference Optimization"
    people = [tag["content"] for tag in head.find_all("meta", attrs={"name": "citation_author"})]
    assert people == ["Wu, Yue", "Sun, Zhiqing", "The Team"]
    said = head.find("meta", attrs={"name": "description"})["content"]
    assert said.startswith("Worth your time, after REINFORCE++")
    (thing,) = JsonLdExtractor().extract(html)
    assert (thing["@type"], thing["mainEntityOfPage"]) == ("ScholarlyArticle", address)
    # There it would win over the better tags.
    assert "Z3988" not in html


def test_without_an_address_of_the_site_there_is_none_on_the_page(make_site):
    site = make_site(PAGES).build()
    head = site.page("entry/wu2024selfplay.html").head
    assert head.find("link", rel="canonical") is None
    assert head.find("meta", property="og:url") is None
    (thing,) = JsonLdExtractor().extract(site.read("list/rlhf.html"))
    assert [item["url"] for item in thing["itemListElement"]] == [
        "../entry/wu2024selfplay.html", "../entry/hu2025reinforce.html"
    ]  # fmt: skip


def test_cards_lead_to_it_and_say_what_they_are(site):
    card = site.card("entry-wu2024selfplay")
    link = card.select_one("a.rl-details")
    assert link["href"] == "../entry/wu2024selfplay.html"
    assert link["aria-label"] == "All about this entry: Self-Play Preference Optimization"
    assert len(card.select("span.Z3988")) == 1
    assert card.select_one("a.rl-permalink")["href"] == "#entry-wu2024selfplay"
    (thing,) = JsonLdExtractor().extract(site.read("list/rlhf.html"))
    assert (thing["@type"], thing["url"]) == ("ItemList", f"{BASE}list/rlhf.html")
    assert [item["url"] for item in thing["itemListElement"]] == [
        f"{BASE}entry/wu2024selfplay.html", f"{BASE}entry/hu2025reinforce.html"
    ]  # fmt: skip


def test_a_setting_turns_the_pages_off_and_takes_them_away(site):
    site.settings["reading_list_entry_pages"] = False
    site.build()
    assert not list((site.out / "entry").rglob("*.html"))
    assert site.card("entry-wu2024selfplay").select("a.rl-details") == []
    (thing,) = JsonLdExtractor().extract(site.read("list/rlhf.html"))
    assert thing["itemListElement"][0]["url"] == f"{BASE}list/rlhf.html#entry-wu2024selfplay"


def test_a_page_of_the_project_comes_first(make_site):
    site = make_site({**PAGES, "entry/hu2025reinforce.md": "---\norphan: true\n---\n\n# Our own page\n"}).build()
    assert site.page("entry/hu2025reinforce.html").h1.get_text().startswith("Our own page")
    assert site.warnings == ""
