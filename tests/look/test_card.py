"""What a card shows of an entry, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry, Metric
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.sphinxext.cards.card import Badge, CardView, highlight_of, section_of

if TYPE_CHECKING:
    from collections.abc import Callable

    MakeView = Callable[..., CardView]


def people(count: int) -> tuple[Author, ...]:
    return tuple(Author(f"Family{number}", "Given") for number in range(1, count + 1))


def test_what_is_unknown_is_empty(view: MakeView) -> None:
    card = view()
    assert (card.url, card.date, card.date_iso, card.year, card.venue, card.status) == ("", "", "", "", "", "")
    assert (card.authors, card.authors_rest, card.links, card.badges, card.tags, card.aka) == ((), (), (), (), (), ())


def test_kind_date_and_venue_are_in_words(view: MakeView) -> None:
    card = view(kind="repository", date=PartialDate(2024, 5), published=PartialDate(2025), venue="ICLR")
    assert (card.kind_label, card.kind_icon) == ("Repository", "repo")
    assert (card.date, card.date_iso, card.year, card.venue) == ("May 2024", "2024-05", "2024", "ICLR 2025")


@pytest.mark.parametrize(("authors", "shown", "rest"), [(0, 0, 0), (6, 6, 0), (7, 7, 0), (8, 6, 2), (2000, 6, 1994)])
def test_the_first_authors_are_shown_and_one_alone_is_never_folded(
    view: MakeView, authors: int, shown: int, rest: int
) -> None:
    card = view(authors=people(authors))
    assert (len(card.authors), len(card.authors_rest)) == (shown, rest)


def test_at_least_one_author_is_shown(view: MakeView) -> None:
    assert view(authors=people(3), authors_shown=0).authors == ("Given Family1",)


def test_other_titles_are_those_that_differ(view: MakeView) -> None:
    assert view(title="A Title", aka=("a  title", "Another", "another", " ")).aka == ("Another",)


def test_a_title_that_may_not_link_has_no_address(view: MakeView) -> None:
    assert view(url="javascript:alert(1)").url == ""


def test_without_a_title_the_key_stands_in(view: MakeView) -> None:
    assert view(title=" \x00").title == "a2024b"


def test_badges_say_what_is_known_and_from_when(view: MakeView) -> None:
    scholar = "https://scholar.google.com/scholar?cites=1"
    metrics = (
        Metric("citations", 76, "Google Scholar", scholar, PartialDate(2025, 5, 24)),
        Metric("stars", 1),
        Metric("citations", -1),
    )
    assert view(metrics=metrics).badges == (
        Badge("citations", "76 citations", "quote", scholar, "Google Scholar, as of 24 May 2025"),
        Badge("stars", "1 star", "star", "", ""),
    )


def test_the_bibtex_is_left_alone(view: MakeView) -> None:
    text = "@misc{k,\n\ttitle = {Two  spaces},\n}\n"
    assert view(bibtex=text).bibtex == text


def test_an_unknown_kind_is_an_article(view: MakeView) -> None:
    assert view(kind="sculpture").kind_label == "Article"


def test_a_highlight_says_who_in_few_words() -> None:
    entry = Entry("k", "video", "T", date=PartialDate(2024, 5))
    who = [highlight_of(entry._replace(authors=people(count)), "#k").who for count in range(4)]
    assert who == ["", "Given Family1", "Given Family1 and Given Family2", "Given Family1 et al."]
    assert highlight_of(entry._replace(authors=people(1), authors_elided=True), "#k").who == "Given Family1 et al."
    assert highlight_of(entry, "#k").date == "May 2024"


def test_a_section_counts_its_entries() -> None:
    assert [section_of("S", "s.html", count).entries for count in (0, 1, 33)] == ["0 entries", "1 entry", "33 entries"]
