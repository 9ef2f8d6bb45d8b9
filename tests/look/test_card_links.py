"""The row of links: which, in which order, and how they are called."""

from __future__ import annotations

from sphinx_reading_list.core.entry import Entry, Link
from sphinx_reading_list.core.identifiers import Identifier
from sphinx_reading_list.sphinxext.cards.links import link_row

ARXIV = "https://arxiv.org/abs/2405.00675"
PDF = "https://arxiv.org/pdf/2405.00675"


def row(*links: Link, url: str = "", identifiers: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    entry = Entry("k", "paper", "T", url=url, links=links, identifiers=tuple(Identifier(*pair) for pair in identifiers))
    return {link.name: link.url for link in link_row(entry)}


def test_where_the_title_leads_comes_first_then_identifiers_then_the_curators_links() -> None:
    found = row(
        Link("https://github.com/uclaml/SPPO", "code"),
        url=ARXIV,
        identifiers=(("arxiv", "2405.00675"), ("doi", "10.1234/ab"), ("openreview", "a3P"), ("acl", "2024.acl-long.1")),
    )
    assert found == {
        "arXiv 2405.00675": ARXIV,
        "PDF": PDF,
        "DOI": "https://doi.org/10.1234/ab",
        "OpenReview": "https://openreview.net/forum?id=a3P",
        "ACL Anthology": "https://aclanthology.org/2024.acl-long.1/",
        "GitHub: uclaml/SPPO": "https://github.com/uclaml/SPPO",
    }


def test_what_leads_to_the_same_place_is_shown_once() -> None:
    again = Link("http://arxiv.org/abs/2405.00675v5", "arxiv"), Link("http://arxiv.org/pdf/2405.00675v5.pdf", "pdf")
    assert row(*again, url=ARXIV, identifiers=(("arxiv", "2405.00675"),)) == {"arXiv 2405.00675": ARXIV, "PDF": PDF}


def test_two_places_never_have_one_name() -> None:
    found = row(Link("https://x.com/a/status/1", "𝕏"), Link("https://x.com/a/status/2", "𝕏"))
    assert list(found) == ["𝕏 post: @a", "𝕏 post: @a (2)"]


def test_an_address_that_a_page_may_not_link_to_is_left_out() -> None:
    assert row(Link("javascript:alert(1)", "x"), Link("http://[broken", "y"), url="javascript:alert(2)") == {}


def test_an_identifier_cannot_break_out_of_its_address() -> None:
    (link,) = link_row(Entry("k", "paper", "T", identifiers=(Identifier("doi", '10.1/a"b c<d>#?'),)))
    assert link.url == "https://doi.org/10.1/a%22b%20c%3Cd%3E%23%3F"


def test_a_detail_is_kept_unless_the_name_says_it_already() -> None:
    links = (
        Link("https://github.com/allenai/open-instruct", "x", "– allenai"),
        Link("https://example.org/", "x", "(8 GB)"),
    )
    assert [link.detail for link in link_row(Entry("k", "paper", "T", links=links))] == ["", "8 GB"]
