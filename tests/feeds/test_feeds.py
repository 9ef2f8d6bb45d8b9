"""Feeds as readers read them: valid, escaped, in order, with ids that stay."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, Location
from sphinx_reading_list.feeds.atom import atom
from sphinx_reading_list.feeds.content import note_html
from sphinx_reading_list.feeds.feed import xml_text
from sphinx_reading_list.feeds.ids import list_name
from sphinx_reading_list.feeds.json_feed import json_feed
from sphinx_reading_list.feeds.selecting import NEWEST, feeds

from .conftest import RECORDS, catalogue_of, page, source_of
from .rfc4287 import ATOM, atom_faults, json_feed_faults


def all_of(catalogue, **more):
    return next(feeds(source_of(catalogue, **more)))


def read(feed):
    parsed = feedparser.parse(atom(feed).encode(), sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def test_a_reader_that_is_not_ours_reads_it(catalogue):
    parsed = read(all_of(catalogue))
    assert parsed.version == "atom10"
    assert (parsed.feed.title, parsed.feed.subtitle) == ("My list", "All of it <b>")
    assert parsed.feed.link == "https://rl.example.org/index.html"
    assert [(entry.title, entry.published, entry.updated) for entry in parsed.entries] == [
        ("Self-Play $<$ SFT", "2024-06-01T00:00:00+00:00", "2025-04-01T00:00:00+00:00"),
        ("verl <script>&amp;", "2025-03-02T00:00:00+00:00", "2025-03-02T00:00:00+00:00"),
        ("REINFORCE++", "2025-02-01T00:00:00+00:00", "2025-02-01T00:00:00+00:00"),
    ]
    wu, verl, _ = parsed.entries
    assert wu.link == "https://rl.example.org/list/rlhf.html#entry-wu2024selfplay"
    assert [author.name for author in wu.authors] == ["Yue Wu", "DeepSeek-AI"]
    assert [tag.term for tag in verl.tags] == ["Repository", "R&D", "RL"]
    related = [link.href for link in verl.links if link.rel == "related"]
    assert related == ["https://github.com/volcengine/verl?a=1&b=%3C2%3E"]


def test_the_content_says_what_it_is_who_made_it_and_where_it_leads(catalogue):
    wu, verl, _ = read(all_of(catalogue)).entries
    html = BeautifulSoup(wu.content[0].value, "html5lib")
    assert [paragraph.get_text() for paragraph in html.find_all("p")] == [
        "Published: ICLR 2025",
        "Paper · May 2024 · ICLR 2025",
        "Yue Wu, DeepSeek-AI",
        "Read this <i>first</i>.",
        "arXiv: 2405.00675 · PDF · 𝕏 post: @a a & b",
    ]
    assert [link["href"] for link in html.find_all("a")] == [
        "https://arxiv.org/abs/2405.00675",
        "https://arxiv.org/pdf/2405.00675",
        "https://x.com/a/1",
    ]
    assert "<script" not in verl.content[0].value


def test_each_is_valid(catalogue):
    for base in ("https://rl.example.org/", ""):
        made = list(feeds(source_of(catalogue, base_url=base, language="en")))
        assert [feed.path for feed in made] == [
            "feeds/all",
            "feeds/section/rlhf",
            "feeds/section/code",
            "feeds/section/e",
        ]
        for feed in made:
            assert atom_faults(atom(feed)) == []
            assert json_feed_faults(json.loads(json_feed(feed))) == []


def test_a_section_has_its_own(catalogue):
    _, _, code, empty = feeds(source_of(catalogue))
    assert (code.title, empty.title) == ("My list: Code", "My list: E")
    # The work came to this section later than to the list.
    assert [(item.title, item.added.day) for item in code.items] == [("verl <script>&amp;", 5)]
    assert empty.items == ()
    assert empty.updated.year == 1970
    [entry] = read(code).entries
    assert entry.link == "https://rl.example.org/list/code.html#entry-verl-2"


def test_json_feed_says_the_same(catalogue):
    feed = json.loads(json_feed(all_of(catalogue, language="en")))
    wu = feed.pop("items")[0]
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "My list",
        "home_page_url": "https://rl.example.org/index.html",
        "feed_url": "https://rl.example.org/feeds/all.json",
        "description": "All of it <b>",
        "authors": [{"name": "My list"}],
        "language": "en",
    }
    assert wu.pop("content_html").startswith("<p>Published: ICLR 2025</p>")
    assert wu == {
        "id": read(all_of(catalogue)).entries[0].id,
        "url": "https://rl.example.org/list/rlhf.html#entry-wu2024selfplay",
        "external_url": "https://arxiv.org/abs/2405.00675",
        "title": "Self-Play $<$ SFT",
        "date_published": "2024-06-01T00:00:00Z",
        "date_modified": "2025-04-01T00:00:00Z",
        "authors": [{"name": "Yue Wu"}, {"name": "DeepSeek-AI"}],
        "tags": ["Paper"],
    }


def test_without_an_address_links_are_relative_to_the_feed(catalogue):
    _, rlhf, *_ = feeds(source_of(catalogue, base_url=""))
    links = {link.get("rel"): link.href for link in read(rlhf).feed.links}
    assert links == {"self": "../../feeds/section/rlhf.xml", "alternate": "../../list/rlhf.html"}
    said = json.loads(json_feed(rlhf))
    assert not {"home_page_url", "feed_url"} & said.keys()
    assert all("url" not in item for item in said["items"])


def test_an_id_outlives_a_title_an_address_and_a_place(catalogue):
    one = {item.title: item.id for item in all_of(catalogue).items}
    moved = catalogue_of(code=[page("verl", "2026-01-01", "Another title", url="https://e.org")])
    [item] = all_of(moved, title="New name", base_url="https://new.example.org/").items
    assert item.id == one["verl <script>&amp;"]
    assert item.id != all_of(moved, name="other.example.org").items[0].id
    assert len(set(one.values())) == len(one)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (("", "https://rl.example.org/en/", "T"), "rl.example.org/en"),
        (("", "http://rl.example.org/en", "T"), "rl.example.org/en"),
        (("", "", "My list"), "My list"),
        (("https://old.example.org/", "https://new.example.org/", "T"), "old.example.org"),
    ],
)
def test_what_tells_a_list_from_others(said, name):
    assert list_name(*said) == name


def test_a_feed_is_the_same_on_any_day(catalogue):
    assert [atom(feed) for feed in feeds(source_of(catalogue))] == [atom(feed) for feed in feeds(source_of(catalogue))]
    assert "<updated>2025-04-01T00:00:00+00:00</updated>" in atom(all_of(catalogue)).partition("<entry>")[0]


def test_the_newest_are_in_it():
    days = [f"2025-{month:02}-{day:02}" for month in range(1, 4) for day in range(1, 29)]
    made = all_of(catalogue_of(*(page(f"k{day}", day, f"Title {day}") for day in days)))
    assert [item.title for item in made.items] == [f"Title {day}" for day in reversed(days)][:NEWEST]


def test_of_one_day_the_first_on_its_page_comes_first():
    made = all_of(catalogue_of(*(page(key, "2025-01-01", key) for key in "cab")))
    assert [item.title for item in made.items] == ["c", "a", "b"]


def test_of_one_day_the_youngest_works_come_first():
    dates = {"a": PartialDate(2023), "b": None, "c": PartialDate(2024, 6), "d": PartialDate(2024)}
    pages = [page(key, "2025-01-01", key, date=date) for key, date in dates.items()]
    assert [item.title for item in all_of(catalogue_of(*pages)).items] == ["c", "d", "a", "b"]


@pytest.mark.parametrize(
    ("added", "published", "venue", "updated"),
    [
        ("2024-06-01", {"year": "2025", "month": "apr"}, "ICLR 2025", "2025-04-01"),
        ("2024-06-01", {"date": "2025-04-24"}, "ICLR 2025", "2025-04-24"),
        ("2024-06-01", {"year": "2025"}, "ICLR 2025", "2025-01-01"),
        ("2025-06-01", {"year": "2025"}, "ICLR 2025", "2025-06-01"),  # it may have been before
        ("2025-06-01", {"date": "2025-04-24"}, "ICLR 2025", "2025-06-01"),
        ("2024-06-01", {"year": "2025"}, "", "2024-06-01"),  # a new version of a preprint
        ("2024-06-01", {"year": "forthcoming"}, "ICLR 2025", "2024-06-01"),
    ],
)
def test_a_preprint_that_is_published_is_news(monkeypatch, added, published, venue, updated):
    wu = RECORDS["wu2024selfplay"]
    fields = {
        name: value for name, value in wu.fields.items() if name not in ("year", "month", "eventtitle", "booktitle")
    }
    fields |= published | ({"eventtitle": venue, "booktitle": "P"} if venue else {})
    monkeypatch.setitem(
        RECORDS, "wu2024selfplay", replace(wu, fields=fields, type="inproceedings" if venue else "misc")
    )
    [item] = all_of(catalogue_of(page("wu2024selfplay", added))).items
    assert (str(item.added.date()), str(item.updated.date())) == (added, updated)
    assert ("Published: " in item.html) == (added != updated)


def test_thousands_of_authors_do_not_fill_a_reader():
    from sphinx_reading_list.core.names import Author

    many = tuple(Author(f"Family{n}", "A.") for n in range(2000))
    [item] = all_of(catalogue_of(page("k", "2025", "T", authors=many))).items
    assert len(item.authors) == 25
    assert "and 1,975 others" in item.html


@pytest.mark.parametrize(
    ("note", "html"),
    [
        ("A *b* `c`.", "<p>A <em>b</em> <code>c</code>.</p>"),
        ("See {entry}`k` and {entry}`that <k>`, {cite}`k`.", "<p>See The title and that, The title.</p>"),
        ("[here](other.md) [there](https://e.org/?a&b)", '<p>here <a href="https://e.org/?a&amp;b">there</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("![a chart](https://e.org/i.png)", "<p>a chart</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ],
)
def test_a_note_as_html(note, html):
    assert note_html(note, {"k": "The title"}) == html


def test_a_note_in_another_markup_stays_as_it_is():
    [item] = all_of(
        catalogue_of(page("k", "2025", "T", note="``a`` <b>\n\n*c*", location=Location("list/x.rst", 1)))
    ).items
    assert "<p>``a`` &lt;b&gt;</p>\n<p>*c*</p>" in item.html


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


@given(title=TEXTS, note=TEXTS, label=TEXTS, tag=TEXTS, name=TEXTS)
def test_whatever_people_write_the_feed_is_valid(title, note, label, tag, name):
    entry = page(
        "k",
        "2025-01-02",
        title or "T",
        note=note,
        tags=(tag,) if tag else (),
        links=(Link("https://e.org/1", label, note),),
    )
    made = all_of(catalogue_of(entry), title=name or "L", subtitle=note, language="en")
    assert atom_faults(atom(made)) == []
    # feedparser reads it, but mends what looks like text in the wrong encoding; an XML parser leaves it as it is.
    assert len(read(made).entries) == 1
    read_back = ElementTree.fromstring(atom(made).encode()).findtext(f"{ATOM}entry/{ATOM}title")
    assert (read_back or "").split() == xml_text(title or "T").split()
    assert json_feed_faults(json.loads(json_feed(made))) == []
    assert json.loads(json_feed(made))["items"][0]["title"] == (title or "T")
