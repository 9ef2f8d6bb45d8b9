"""Highwire tags by the documented rules of those who read them: Google Scholar's guidelines and Zotero's translator."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.names import Author
from sphinx_reading_list.metadata.highwire import highwire_tags, person_name
from sphinx_reading_list.metadata.html import meta_tags

from .conftest import BOOK, CHAPTER, CONFERENCE, EDITED, JOURNAL, PREPRINT, REPORT, THESIS

# Google Scholar: "2010/5/12" or a year alone; Zotero reads a year and a month, too.
DATE = re.compile(r"\d{4}(/\d{2}(/\d{2})?)?")


def as_zotero(tags):
    """What Zotero's "Embedded Metadata" makes of the tags: the type, each field, and the people."""
    types = {
        "citation_journal_title": "journalArticle", "citation_technical_report_institution": "report",
        "citation_conference_title": "conferencePaper", "citation_inbook_title": "bookSection",
        "citation_dissertation_institution": "thesis",
    }  # fmt: skip
    fields = dict(reversed(tags))
    by_tag = [types[name] for name, _ in tags if name in types]
    people = []
    for name, value in tags:
        if name in ("citation_author", "citation_editor"):
            people += as_zotero_splits(value)
    return (by_tag or [fields["z:itemType"]])[-1], fields, people


def as_zotero_splits(value):
    """How it splits the names in one tag: at semicolons, else at commas if there are spaces on both sides of the first."""
    names = [name for name in re.split(r"\s*;\s*", value) if name]
    parts = re.split(r"\s*,\s*", value)
    if len(names) == 1 and len(parts) > 1 and " " in parts[0] and " " in parts[1]:
        names = parts
    return names


@pytest.mark.parametrize(
    ("bib", "kind", "expected"),
    [
        (CONFERENCE, "conferencePaper",
         {"citation_conference_title": "The Thirteenth International Conference on Learning Representations",
          "DC.source": "The Thirteenth International Conference on Learning Representations",
          "citation_publication_date": "2025", "citation_online_date": "2024/05", "citation_firstpage": "12",
          "citation_lastpage": "34", "citation_arxiv_id": "2405.00675",
          "citation_pdf_url": "https://arxiv.org/pdf/2405.00675", "citation_title": "Self-Play Preference Optimization"}),
        (JOURNAL, "journalArticle",
         {"citation_journal_title": "Scientific Memoirs", "citation_volume": "3", "citation_issue": "7",
          "citation_firstpage": "666", "citation_lastpage": "731", "citation_publication_date": "1843/08/12",
          "citation_doi": "10.1000/XYZ(1)", "citation_issn": "1234-5678"}),
        (PREPRINT, "preprint",
         {"citation_title": "REINFORCE++", "citation_publisher": "arXiv", "citation_publication_date": "2025/01",
          "citation_public_url": "https://arxiv.org/abs/2501.03262"}),
        (THESIS, "thesis", {"citation_dissertation_institution": "Princeton University"}),
        (REPORT, "report", {"citation_technical_report_institution": "TH Eindhoven", "citation_technical_report_number": "EWD123"}),
        (BOOK, "book", {"citation_publisher": "Remington Rand", "citation_isbn": "978-3-16-148410-0"}),
        (CHAPTER, "bookSection", {"citation_inbook_title": "A Book of Graphs", "citation_publisher": "P"}),
    ],
    ids=["conference", "journal", "preprint", "thesis", "report", "book", "chapter"],
)  # fmt: skip
def test_a_reference_manager_takes_the_work_whole(recorded, bib, kind, expected):
    found, fields, _ = as_zotero(highwire_tags(recorded(bib)))
    assert found == kind
    assert {name: fields.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/volcengine/verl", "computerProgram"),
        ("https://www.youtube.com/watch?v=1", "videoRecording"),
        ("https://huggingface.co/datasets/a/b", "dataset"),
        ("https://example.org/page", "webpage"),
        ("https://unsloth.ai/blog/r1", "blogPost"),
        ("https://x.com/ada/status/1", "forumPost"),
    ],
)
def test_a_work_that_is_no_publication_says_what_it_is(written, url, kind):
    found, fields, _ = as_zotero(highwire_tags(written("A thing", url)))
    assert found == kind
    assert fields["citation_public_url"] == url


def test_a_web_page_belongs_to_its_own_site_and_not_to_the_list(written):
    assert dict(highwire_tags(written("A", "https://blog.example.org/a")))["DC.source"] == "blog.example.org"


def test_every_person_has_a_tag_family_name_first(recorded):
    _, _, people = as_zotero(highwire_tags(recorded(CONFERENCE)))
    assert people == ["Wu, Yue", "van der Schaar, Mihaela", "The Team"]


def test_editors_are_editors(recorded):
    tags = dict(highwire_tags(recorded(EDITED)))
    assert tags["citation_editor"] == "Noether, Emmy"
    assert "citation_author" not in tags


@pytest.mark.parametrize(
    ("author", "name"),
    [
        (Author("Schaar", "Mihaela", "van der"), "van der Schaar, Mihaela"),
        (Author("Schaar", "Mihaela Ann", "van der"), "van\xa0der\xa0Schaar, Mihaela Ann"),
        (Author("King", "Martin Luther", suffix="Jr."), "King, Martin Luther, Jr."),
        (Author("Simon; Schuster and Friends", collective=True), "Simon, Schuster and Friends"),
        (Author("Xianyu"), "Xianyu"),
        (Author("王", "小明"), "王, 小明"),
    ],
)
def test_a_name_as_it_is_written(author, name):
    assert person_name(author) == name


words = st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=8)
names = st.lists(words, min_size=1, max_size=3).map(" ".join)


@given(names, names, names)
def test_a_person_stays_one_person(family, given_name, particle):
    assert len(as_zotero_splits(person_name(Author(family, given_name, particle)))) == 1


@pytest.mark.parametrize("bib", [CONFERENCE, JOURNAL, PREPRINT, THESIS, REPORT, BOOK, CHAPTER, EDITED])
def test_the_rules_of_google_scholar(recorded, bib):
    tags = highwire_tags(recorded(bib))
    names = [name for name, _ in tags]
    # What has to be there, where a work has it: a title, authors each in a tag of their own, a date.
    assert names.count("citation_title") == 1
    assert "citation_author" in names or "citation_editor" in names
    assert all(DATE.fullmatch(value) for name, value in tags if name.endswith("_date"))
    assert names.count("citation_publication_date") == 1
    # Pages in two tags, the DOI bare, one container at most.
    assert all("-" not in value for name, value in tags if name in ("citation_firstpage", "citation_lastpage"))
    assert all(value.startswith("10.") for name, value in tags if name == "citation_doi")
    assert (
        sum(name in ("citation_journal_title", "citation_conference_title", "citation_inbook_title") for name in names)
        < 2
    )
    assert [name for name, value in tags if not value.strip()] == []


def test_a_title_and_nothing_else(written):
    assert highwire_tags(written("Only this")) == [("citation_title", "Only this"), ("z:itemType", "webpage")]


HOSTILE = "\"><script>alert(1)</script> & '<b>' \x00\x08\ud800\ufffe 🌟 𝕏"


def test_hostile_texts_stay_texts():
    html = f"<!doctype html><html><head>{meta_tags([('citation_title', HOSTILE)])}</head><body></body></html>"
    assert html.encode()
    page = BeautifulSoup(html, "html5lib")
    assert page.find("script") is None
    assert page.find("meta")["content"] == "\"><script>alert(1)</script> & '<b>'  🌟 𝕏"


def test_two_thousand_authors(recorded):
    people = " and ".join(f"Family{n}, Given{n}" for n in range(2000))
    tags = highwire_tags(recorded(f"@misc{{a, title={{T}}, author={{{people}}}, year=2024}}"))
    assert sum(name == "citation_author" for name, _ in tags) == 2000
