"""The card's HTML: what it says, in which elements, and that nothing of an entry is ever markup."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, Metric
from sphinx_reading_list.core.identifiers import Identifier
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.sphinxext.cards import templating
from sphinx_reading_list.sphinxext.cards.card import CardAddresses, CardView, HighlightView, Place, section_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    MakeView = Callable[..., CardView]
    MakeCard = Callable[..., BeautifulSoup]

HOSTILE = "</article><script>alert(1)</script> & \"quoted\" 'text' <b>"
EIGHT = tuple(Author(f"Family{number}", "Given") for number in range(1, 9))


def words(html: BeautifulSoup, selector: str) -> str:
    found = html.select_one(selector)
    return " ".join(found.get_text().split()) if found else ""


def test_a_card_names_itself_and_says_what_scripts_need(card: MakeCard) -> None:
    html = card(title="Self-Play", date=PartialDate(2024, 5), highlight=True, level=4)
    article = html.article
    assert article is not None
    assert set(article["class"]) >= {"sd-card", "rl-entry", "rl-kind-paper", "rl-highlight"}
    data = {name: value for name, value in article.attrs.items() if name == "id" or name.startswith("data-")}
    assert data == {
        "id": "entry-a2024b",
        "data-key": "a2024b",
        "data-kind": "paper",
        "data-year": "2024",
        "data-section": "rlhf",
    }
    heading = html.find("h4", id=article["aria-labelledby"])
    assert heading is not None
    assert heading.get_text() == "Self-Play"


def test_the_first_line_says_kind_date_venue_and_highlight(card: MakeCard) -> None:
    html = card(date=PartialDate(2024, 5), venue="ICLR", published=PartialDate(2025), highlight=True)
    assert words(html, ".rl-meta") == "Paper · May 2024 · ICLR 2025 Highlight"
    assert html.select_one("time[datetime='2024-05']")


def test_a_retracted_work_says_so_first(card: MakeCard) -> None:
    assert words(card(status="retracted"), ".rl-meta") == "Retracted · Paper"


def test_what_is_unknown_leaves_no_trace(card: MakeCard) -> None:
    html = card(addresses=CardAddresses(), bibtex="")
    assert words(html, "article") == "Paper A Title"
    assert not html.select("a, button, ul, details, time")


def test_all_authors_are_there_and_the_button_is_only_for_scripts(card: MakeCard) -> None:
    html = card(authors=EIGHT, authors_elided=True)
    button = html.select_one(".rl-authors button")
    assert button is not None
    assert (button.get_text(), button["type"], button["aria-expanded"], button["hidden"]) == (
        "+2 more",
        "button",
        "false",
        "",
    )
    rest = html.find(id=button["aria-controls"])
    assert rest is not None
    assert rest.get_text() == ", Given Family7, Given Family8"
    button.extract()
    assert words(html, ".rl-authors") == ", ".join(author.name for author in EIGHT) + " and others"


def test_few_authors_need_no_button(card: MakeCard) -> None:
    html = card(authors=EIGHT[:2])
    assert words(html, ".rl-authors") == "Given Family1, Given Family2"
    assert not html.select(".rl-authors button")


def test_links_and_known_numbers_make_sense_alone(card: MakeCard) -> None:
    html = card(
        identifiers=(Identifier("arxiv", "2405.00675"),),
        links=(Link("https://github.com/uclaml/SPPO", "code"), Link("https://example.org/w", "Weights", "8 GB")),
        metrics=(Metric("citations", 76, "Google Scholar", "https://scholar.google.com/?cites=1", PartialDate(2025)),),
    )
    assert [" ".join(item.get_text().split()) for item in html.select(".rl-links li")] == [
        "arXiv 2405.00675",
        "PDF",
        "GitHub: uclaml/SPPO",
        "Weights (example.org) 8 GB",
        "76 citations",
    ]
    badge = html.select_one(".rl-badge a")
    assert badge is not None
    assert badge["title"] == "Google Scholar, as of 2025"


def test_cite_shows_the_bib_file_as_it_is(card: MakeCard) -> None:
    bibtex = '@misc{k,\n  title = {A {B} & <c> "d"},\n  note = {</code></pre>},\n}\n'
    html = card(bibtex=bibtex)
    code = html.select_one("details.rl-cite pre code")
    assert code is not None
    assert code.get_text() == bibtex
    assert html.select_one("details a[download][href='../cite/a2024b.bib']")
    assert html.select_one("details a[href='../bibliography.html#cite-a2024b']")
    assert html.select_one("details button.rl-copy[hidden]")


@pytest.mark.parametrize("icons", [True, False])
def test_everything_that_can_be_used_has_a_name(card: MakeCard, icons: bool) -> None:
    html = card(title="Self-Play", authors=EIGHT, icons=icons)
    names = [
        control.get("aria-label") or " ".join(control.get_text().split())
        for control in html.select("a, button, summary")
    ]
    assert names == [
        "+2 more",
        "Keep in the basket: Self-Play",
        "My mark: Self-Play",
        "Edit this entry: Self-Play",
        "Link to this entry: Self-Play",
        "Cite: Self-Play",
        "Copy BibTeX",
        "BibTeX",
        "RIS",
        "In the bibliography",
    ]


def test_without_icons_there_is_no_svg_and_no_empty_link(card: MakeCard) -> None:
    html = card(url="https://arxiv.org/abs/2405.00675", highlight=True, icons=False)
    assert not html.select("svg")
    assert all(link.get_text(strip=True) for link in html.select("a"))


def test_other_places_and_other_titles(card: MakeCard) -> None:
    elsewhere = (Place("Reward Models", "rm.html#entry-a2024b-2"), Place("Misc", "misc.html#entry-a2024b-3"))
    html = card(addresses=CardAddresses(elsewhere=elsewhere), aka=("Old Title", "Older Title"))
    assert words(html, ".rl-elsewhere") == "Also in: Reward Models, Misc"
    assert words(html, ".rl-aka") == "also known as: Old Title; Older Title"


def test_the_note_is_html_and_nothing_else_is(card: MakeCard) -> None:
    html = card(
        note="<p>See <em>this</em>.</p>",
        title=HOSTILE,
        key=HOSTILE,
        aka=(HOSTILE + "2",),
        venue=HOSTILE,
        status=HOSTILE,
        authors=(Author(HOSTILE), *EIGHT),
        tags=(HOSTILE,),
        links=(Link('https://example.org/?a="><script>', HOSTILE, HOSTILE + "3"),),
        metrics=(Metric(HOSTILE, 3, HOSTILE, 'https://example.org/"><b>'),),
        bibtex=HOSTILE,
        addresses=CardAddresses(HOSTILE, (Place(HOSTILE, HOSTILE),), HOSTILE, HOSTILE, (Place(HOSTILE, HOSTILE),)),
    )
    assert not html.select("script, b")
    assert len(html.select("article")) == 1
    assert html.body is not None
    assert [child.name for child in html.body.find_all(recursive=False)] == ["article"]
    assert words(html, "h3") == HOSTILE
    assert words(html, "pre code") == HOSTILE
    assert str(html.select_one(".rl-note em")) == "<em>this</em>"


@pytest.mark.parametrize("icons", [True, False])
def test_a_card_is_xml_too(view: MakeView, icons: bool) -> None:
    made = view(
        title=HOSTILE + "\x00",
        authors=EIGHT,
        tags=("a",),
        url="https://example.org/?a=1&b=2",
        metrics=(Metric("stars", 1),),
        highlight=True,
        status="retracted",
    )
    card = ElementTree.fromstring(templating.render_card(made, Markup("<p>note</p>"), icons=icons))
    assert card.tag == "article"


def test_a_site_can_change_one_block_of_the_card(view: MakeView, tmp_path: Path) -> None:
    own = tmp_path / "reading_list"
    own.mkdir()
    (own / "card.html").write_text(
        '{% extends "!reading_list/card.html" %}{% block meta %}<p class="own">{{ card.key }}</p>{% endblock %}'
    )
    html = BeautifulSoup(templating.render_card(view(), templates=(str(tmp_path),)), "html5lib")
    assert (words(html, ".own"), words(html, ".rl-meta"), words(html, "h3")) == ("a2024b", "", "A Title")


def test_the_levels_of_headings_end_at_six(card: MakeCard) -> None:
    assert card(level=9).h6
    assert card(level=1).h2


def part(template: str, **values: object) -> str:
    return templating.render_part(template, (), True, **values)


def test_highlights() -> None:
    items = [
        HighlightView(
            "Self-Play <b>", "list/rlhf.html#entry-a", "Paper", "file", "May 2024", "2024-05", "Yue Wu et al."
        ),
        HighlightView("verl", "list/projects.html#entry-b", "Repository", "repo", "", "", ""),
    ]
    html = BeautifulSoup(part("highlights.html", path=[], highlights=items), "html5lib")
    assert [" ".join(item.get_text().split()) for item in html.select("li")] == [
        "Paper: Self-Play <b> Yue Wu et al. · May 2024",
        "Repository: verl",
    ]
    assert [link["href"] for link in html.select("a")] == ["list/rlhf.html#entry-a", "list/projects.html#entry-b"]


def test_a_reading_path_is_numbered_and_says_why() -> None:
    step = HighlightView("A <b>", "list/rlhf.html#entry-a", "Paper", "file", "", "", "")
    html = BeautifulSoup(
        part("highlights.html", path=[(step, "Read <i>it</i>"), (step, "")], highlights=[]), "html5lib"
    )
    assert [" ".join(item.get_text().split()) for item in html.select("ol > li")] == [
        "Paper: A <b> Read <i>it</i>",
        "Paper: A <b>",
    ]
    assert not html.select("ul")


def test_sections() -> None:
    items = [section_of("Survey", "list/survey.html", 0), section_of("RLHF & more", "list/rlhf.html", 33)]
    html = BeautifulSoup(part("sections.html", sections=items), "html5lib")
    assert [" ".join(item.get_text().split()) for item in html.select("li")] == [
        "Survey 0 entries",
        "RLHF & more 33 entries",
    ]


def test_an_empty_section_invites_an_entry_where_the_repository_is_known() -> None:
    known = BeautifulSoup(part("empty_section.html", suggest_url="https://example.org/new?a=1&b=2"), "html5lib")
    assert words(known, "p") == "No entries yet. Suggest one"
    assert [link["href"] for link in known.select("a")] == ["https://example.org/new?a=1&b=2"]
    unknown = BeautifulSoup(part("empty_section.html", suggest_url=""), "html5lib")
    assert words(unknown, "p") == "No entries yet."


def test_a_suggestion_needs_an_address() -> None:
    assert part("suggest.html", suggest_url="").strip() == ""
    html = BeautifulSoup(part("suggest.html", suggest_url="https://example.org/new"), "html5lib")
    assert [link["href"] for link in html.select("a")] == ["https://example.org/new"]
