"""When two links are one."""

from __future__ import annotations

import pytest

from sphinx_reading_list.bib.identity import place_at, unique_links, work_at
from sphinx_reading_list.core.entry import Link


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://arxiv.org/abs/2405.00675", "http://arxiv.org/abs/2405.00675v5"),
        ("https://arxiv.org/pdf/2405.00675", "http://www.arxiv.org/pdf/2405.00675v5.pdf"),
        ("https://x.com/a/status/1", "https://twitter.com/a/status/1?utm_source=x"),
        ("https://doi.org/10.1145/ABC", "http://dx.doi.org/10.1145/abc"),
    ],
)
def test_addresses_of_one_page(one: str, other: str) -> None:
    assert place_at(one) == place_at(other) != ""


def test_abstract_and_pdf_are_two_pages_of_one_work() -> None:
    abstract, pdf, html = (f"https://arxiv.org/{form}/2405.00675" for form in ("abs", "pdf", "html"))
    assert len({place_at(abstract), place_at(pdf), place_at(html)}) == 3
    assert work_at(abstract) == work_at(pdf) == work_at(html)
    assert place_at("https://openreview.net/pdf?id=x") != place_at("https://openreview.net/forum?id=x")
    assert place_at("https://aclanthology.org/P19-1.pdf") != place_at("https://aclanthology.org/P19-1/")


def test_the_first_of_equal_links_stays_and_learns_what_others_say() -> None:
    links = [
        Link("https://a.org"),
        Link("https://b.org", "B"),
        Link("http://www.a.org/", "A", "the detail"),
        Link("https://own.org/page", "the entry's own"),
        Link("javascript:x"),
        Link("https://b.org", "another label"),
    ]
    assert unique_links(links, "https://own.org/page/") == (
        Link("https://a.org", "A", "the detail"),
        Link("https://b.org", "B"),
    )
