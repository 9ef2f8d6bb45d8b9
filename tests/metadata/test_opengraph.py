"""OpenGraph as an extractor of another maker reads it off a page, and the tags of Twitter's cards."""

from __future__ import annotations

import pytest
from extruct.opengraph import OpenGraphExtractor

from sphinx_reading_list.metadata.html import meta_tags
from sphinx_reading_list.metadata.opengraph import Picture, Shared, opengraph_properties, twitter_tags

from .conftest import CONFERENCE

PAGE = Shared("https://example.org/entry/a.html", "The list", language="en")


def extracted(work, page):
    html = f"<!doctype html><html><head>{meta_tags(opengraph_properties(work, page), 'property')}</head><body></body></html>"
    (found,) = OpenGraphExtractor().extract(html)
    return dict(found["properties"])


def test_what_is_required_is_there(recorded):
    # https://ogp.me: og:title, og:type, og:url; og:image where there is a picture.
    assert extracted(recorded(CONFERENCE), PAGE) == {
        "og:type": "article", "og:title": "Self-Play Preference Optimization", "og:url": PAGE.url,
        "og:site_name": "The list", "og:locale": "en",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("url", "kind"), [("https://youtu.be/1", "video.other"), ("https://github.com/a/b", "article")]
)
def test_its_type(written, url, kind):
    assert extracted(written("A", url), PAGE)["og:type"] == kind


def test_a_picture_says_what_it_shows(written):
    page = PAGE._replace(picture=Picture("https://example.org/a.png", 1200, 630, "The title"))
    found = extracted(written("A"), page)
    assert {name: value for name, value in found.items() if name.startswith("og:image")} == {
        "og:image": "https://example.org/a.png", "og:image:type": "image/png", "og:image:width": "1200",
        "og:image:height": "630", "og:image:alt": "The title",
    }  # fmt: skip
    assert dict(twitter_tags(written("A"), page))["twitter:card"] == "summary_large_image"


def test_only_what_is_said_of_a_work_can_become_its_abstract(written):
    page = PAGE._replace(said="Worth your time.", facts="Ada Lovelace, 1843")
    assert extracted(written("A"), page)["og:description"] == "Worth your time."
    assert dict(twitter_tags(written("A"), page))["twitter:description"] == "Ada Lovelace, 1843. Worth your time."


def test_without_an_address_there_is_none(written):
    assert "og:url" not in extracted(written("A"), PAGE._replace(url=""))


def test_hostile_texts_stay_texts(written):
    title = '"><script>alert(1)</script> & 🌟'
    assert extracted(written(title), PAGE)["og:title"] == title
