"""What looks like a fault and is none, and what looks right and isn't: cases beside the rules' own examples."""

from __future__ import annotations

import pytest

from sphinx_reading_list.checks._check import Example
from sphinx_reading_list.checks._running import chosen, find, mend
from sphinx_reading_list.checks._site import DEFAULTS, Site

PAPER = "@misc{{{key},\n  author = {{{author}}},\n  title  = {{{title}}},\n  year   = {{2024}},\n  eprint = {{{eprint}}},\n}}\n"


def paper(key: str, title: str, author: str = "Lovelace, Ada", eprint: str = "2405.00675") -> str:
    return PAPER.format(key=key, title=title, author=author, eprint=eprint)


def page(*entries: str) -> str:
    return "# Page\n\n" + "\n".join(f":::{{entry}} {entry}\n:::\n" for entry in entries)


def codes(site: Site, *select: str) -> list[str]:
    return [problem.code.code for problem in find(site, chosen(select, ()))]


@pytest.mark.parametrize(
    ("title", "author", "reported"),
    [
        ("Reward Models for Language Alignment", "Lovelace, Ada", True),
        ("Reward Models for Language Alignment", "Turing, Alan", False),
        ("Reward Models for Language Alignment", "Turing, Alan and others", True),
        ("Alignment", "Lovelace, Ada and Turing, Alan", True),
        ("Alignment", "Turing, Alan", False),
    ],
)
def test_works_of_one_title_are_one_unless_their_authors_are_others(title: str, author: str, reported: bool) -> None:
    bib = paper("a", title) + paper("b", title, author, "2501.00001")
    assert codes(Example(page("a", "b"), bib).site(), "duplicate-title") == ["duplicate-title"] * reported


def test_three_of_one_title_are_two_reports() -> None:
    title = "Reward Models for Language Alignment"
    bib = "".join(paper(key, title, eprint=f"2501.0000{number}") for number, key in enumerate("abc"))
    assert len(codes(Example(page(*"abc"), bib).site(), "duplicate-title")) == 2


@pytest.mark.parametrize(
    ("address", "reported"),
    [
        ("http://www.arxiv.org/abs/2405.00675", True),
        ("http://export.arxiv.org/abs/2405.00675", True),
        ("HTTP://ada.github.io", True),
        ("http://papers.nips.cc/paper/1", True),
        ("http://books.nips.cc/paper/1", False),
        ("http://optimization.mit.edu/classes.php", False),
        ("http://github.com.example.org", False),
        ("http://mine.example.org/http://github.com", True),
        ("http://example.org", False),
    ],
)
def test_hosts_that_serve_https(address: str, reported: bool) -> None:
    settings = {**DEFAULTS, "https-hosts": ("mine.example.org",)}
    site = Site({"list/page.md": page(f"[A]({address})\n:key: a")}, settings=settings)
    assert codes(site, "http-link") == ["http-link"] * reported
    if reported:
        mended = mend(site, chosen(["http-link"], ()), lambda problem: True)
        assert mended.left == []
        assert f"(https{address[4:]})" in mended.site.pages["list/page.md"]


@pytest.mark.parametrize(
    ("order", "dates", "reported"),
    [
        ("newest", ["2025-03", "2025", "2025-01", "2024-12-31"], 0),
        ("newest", ["2024", "2025"], 1),
        ("newest", ["2025-01", "2025-02", "", "2025-03"], 2),
        ("oldest", ["2015", "2016-02", "2016", "2017-01-02"], 0),
        ("oldest", ["2016-02-03", "2016-02-02"], 1),
        ("none", ["2024", "2025"], 0),
    ],
)
def test_only_what_is_known_of_dates_is_compared(order: str, dates: list[str], reported: int) -> None:
    entries = [
        f"[A{n}](https://example.org/{n})\n:key: a{n}" + (f"\n:date: {d}" if d else "") for n, d in enumerate(dates)
    ]
    site = Example(page(*entries), settings={"order": order}).site()
    assert len(codes(site, "section-order")) == reported


def test_order_by_title_folds_case_and_accents() -> None:
    entries = [f"[{title}](https://example.org/{title})\n:key: {title}" for title in ("Aa", "Äb", "ac")]
    assert codes(Example(page(*entries), settings={"order": "title"}).site(), "section-order") == []
    assert codes(Example(page(*entries[::-1]), settings={"order": "title"}).site(), "section-order") != []


@pytest.mark.parametrize(
    "others",
    [
        {"list/page.md": "# P\n\n::::{dropdown} More\n:::{entry} a\n:::\n::::\n"},
        {"list/page.md": "# P\n\nSee {cite:t}`b,a` and {entry}`this <c>`.\n"},
    ],
)
def test_a_record_that_is_named_anywhere_is_used(others: dict[str, str]) -> None:
    assert codes(Site(others, paper("a", "Alignment")), "unused-record") == []
    assert codes(Site({"list/page.md": "# P\n"}, paper("a", "Alignment")), "unused-record") == ["unused-record"]


def test_a_record_that_another_page_of_the_project_cites_is_used() -> None:
    site = Site({"list/page.md": "# P\n"}, paper("ada2024", "Alignment"), others={"about.rst": ":cite:p:`ada2024`"})
    assert codes(site, "unused-record") == []


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://例え.jp/x", ""),
        ("https://xn--r8jz45g.xn--zckzah/x", ""),
        ("https://en.wikipedia.org/wiki/X_(y)", ""),
        ("https://[2001:db8::1]/x", ""),
        ("https://my_site.github.io", ""),
        ("https://doi.org/10.1016/S0140-6736(05)71146-6", ""),
        ("https://example.org/x)", "ends in ')'"),
        ("https://https://example.org", "has two schemes"),
        ("https://example/x", "has no host"),
        ("mailto:ada", "has no @"),
    ],
)
def test_addresses(url: str, fault: str) -> None:
    site = Site({"list/page.md": page(f"[A](<{url}>)\n:key: a")})
    found = [problem.message for problem in find(site, chosen(["malformed-url"], ()))]
    assert [fault in message for message in found] == ([True] if fault else [])


def test_a_link_that_names_another_paper_than_it_leads_to() -> None:
    written = (
        "# P\n\n:::{{entry}} [A](https://example.org)\n:key: a\n\n- [arXiv 2405.00675](https://arxiv.org/abs/{})\n:::\n"
    )
    assert codes(Example(written.format("2501.17161")).site(), "conflicting-ids") == ["conflicting-ids"]
    assert codes(Example(written.format("2405.00675v3")).site(), "conflicting-ids") == []


def test_what_looks_like_a_field_within_another_one_is_none() -> None:
    record = paper("a", "Alignment").replace(
        "  eprint = {2405.00675}", "  note = {doi = {https://doi.org/10.1/x}},\n  doi = {doi:10.1000/182}"
    )
    site = Example(page("a"), record).site()
    [problem] = find(site, chosen(["malformed-doi"], ()))
    assert problem.location.line == 6
    mended = mend(site, chosen(["malformed-doi"], ()), lambda problem: True)
    assert mended.site.bib == record.replace("{doi:10.1000/182}", "{10.1000/182}")


def test_of_two_records_with_one_key_the_first_is_mended() -> None:
    twice = paper("a", "The LLM") + paper("a", "An LLM")
    mended = mend(Example(page("a"), twice).site(), chosen(["unprotected-capitals"], ()), lambda problem: True)
    assert mended.site.bib == twice.replace("The LLM", "The {LLM}")
