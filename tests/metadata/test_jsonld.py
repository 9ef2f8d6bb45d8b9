"""JSON-LD as an extractor of another maker reads it off a page."""

from __future__ import annotations

import json

import pytest
from extruct.jsonld import JsonLdExtractor
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.names import Author
from sphinx_reading_list.metadata.html import json_script
from sphinx_reading_list.metadata.jsonld import list_ld, work_ld

from .conftest import BOOK, CHAPTER, CONFERENCE, EDITED, JOURNAL, PREPRINT, REPORT, THESIS

PAGE = "https://example.org/list/entry/key.html"


def extracted(*things):
    """The things that stand on a page, as they are read off it."""
    scripts = "".join(map(json_script, things))
    return JsonLdExtractor().extract(f"<!doctype html><html><head>{scripts}</head><body><p>A page</p></body></html>")


@pytest.mark.parametrize(
    ("bib", "kind", "expected"),
    [
        (CONFERENCE, "ScholarlyArticle",
         {"name": "Self-Play Preference Optimization", "datePublished": "2025", "dateCreated": "2024-05",
          "isPartOf": {"@type": "Book", "name": "The Thirteenth International Conference on Learning Representations",
                       "alternateName": "ICLR 2025"},
          "author": [{"@type": "Person", "name": "Yue Wu", "familyName": "Wu", "givenName": "Yue"},
                     {"@type": "Person", "name": "Mihaela van der Schaar", "familyName": "van der Schaar", "givenName": "Mihaela"},
                     {"@type": "Organization", "name": "The Team"}],
          "sameAs": ["https://openreview.net/forum?id=a3PmRgAB5T"]}),
        (JOURNAL, "ScholarlyArticle",
         {"datePublished": "1843-08-12", "pageStart": "666", "pageEnd": "731",
          "isPartOf": {"@type": "PublicationIssue", "issueNumber": "7",
                       "isPartOf": {"@type": "PublicationVolume", "volumeNumber": "3",
                                    "isPartOf": {"@type": "Periodical", "name": "Scientific Memoirs", "issn": "1234-5678"}}},
          "identifier": [{"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/XYZ(1)"}]}),
        (PREPRINT, "ScholarlyArticle",
         {"identifier": [{"@type": "PropertyValue", "propertyID": "arXiv", "value": "2501.03262"}],
          "publisher": {"@type": "Organization", "name": "arXiv"}, "url": "https://arxiv.org/abs/2501.03262",
          "encoding": {"@type": "MediaObject", "contentUrl": "https://arxiv.org/pdf/2501.03262", "encodingFormat": "application/pdf"}}),
        (THESIS, "Thesis", {"publisher": {"@type": "Organization", "name": "Princeton University"}}),
        (REPORT, "Report", {"publisher": {"@type": "Organization", "name": "TH Eindhoven"}}),
        (BOOK, "Book", {"isbn": "978-3-16-148410-0"}),
        (CHAPTER, "Chapter", {"isPartOf": {"@type": "Book", "name": "A Book of Graphs"}}),
        (EDITED, "Book", {"editor": [{"@type": "Person", "name": "Emmy Noether", "familyName": "Noether", "givenName": "Emmy"}]}),
    ],
    ids=["conference", "journal", "preprint", "thesis", "report", "book", "chapter", "edited"],
)  # fmt: skip
def test_a_publication(recorded, bib, kind, expected):
    (thing,) = extracted(work_ld(recorded(bib), PAGE))
    assert thing["@context"] == "https://schema.org"
    assert thing["@type"] == kind
    assert thing["mainEntityOfPage"] == PAGE
    assert {name: thing.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("url", "kind", "more"),
    [
        ("https://github.com/volcengine/verl", "SoftwareSourceCode", {"codeRepository": "https://github.com/volcengine/verl"}),
        ("https://huggingface.co/a/b", "SoftwareSourceCode", {}),
        ("https://www.youtube.com/watch?v=1", "VideoObject", {}),
        ("https://huggingface.co/datasets/a/b", "Dataset", {}),
        ("https://www.coursera.org/learn/rl", "Course", {}),
        ("https://unsloth.ai/blog/r1", "BlogPosting", {"headline": "A thing"}),
        ("https://example.org/page", "Article", {"isPartOf": {"@type": "WebSite", "name": "example.org"}}),
        ("https://x.com/ada/status/1", "SocialMediaPosting", {}),
    ],
)  # fmt: skip
def test_anything_else(written, url, kind, more):
    (thing,) = extracted(work_ld(written("A thing", url)))
    assert (thing["@type"], thing["url"], thing["name"]) == (kind, url, "A thing")
    assert {name: thing.get(name) for name in more} == more


def test_what_is_unknown_is_absent(written):
    assert work_ld(written("Only this")) == {
        "@context": "https://schema.org", "@type": "Article", "name": "Only this", "headline": "Only this"
    }  # fmt: skip


def test_a_page_of_the_list():
    (thing,) = extracted(list_ld("RLHF & <more>", "https://example.org/rlhf.html", ["https://example.org/a", "b"]))
    assert thing == {
        "@context": "https://schema.org", "@type": "ItemList", "name": "RLHF & <more>",
        "url": "https://example.org/rlhf.html", "numberOfItems": 2,
        "itemListElement": [{"@type": "ListItem", "position": 1, "url": "https://example.org/a"},
                            {"@type": "ListItem", "position": 2, "url": "b"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028 & \u2029", "\\u003c \"'"]
)
def test_a_title_cannot_leave_its_script(written, title):
    script = json_script(work_ld(written(title)))
    assert script.count("<") == 2
    assert "<!--" not in script
    (thing,) = extracted(work_ld(written(title)))
    assert thing["name"] == " ".join(title.split())


@given(st.dictionaries(st.text(), st.text()))
def test_anything_comes_back_as_it_was(thing):
    script = json_script(thing)
    assert script.isascii()
    assert script.count("<") == 2
    assert json.loads(script.partition(">")[2].rpartition("</")[0]) == thing


def test_people_without_a_given_name(written):
    thing = work_ld(written("A", authors=(Author("Xianyu"), Author("Lab", collective=True))))
    assert thing["author"] == [{"@type": "Person", "name": "Xianyu"}, {"@type": "Organization", "name": "Lab"}]
