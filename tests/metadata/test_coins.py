"""COinS, read by Python's own reader of query strings, by the rules of Z39.88-2004's matrices."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.names import Author
from sphinx_reading_list.metadata.coins import MOST_PEOPLE, coins_span
from sphinx_reading_list.metadata.work import Work

from .conftest import BOOK, CHAPTER, CONFERENCE, JOURNAL, PREPRINT, REPORT, THESIS

FORMAT = "info:ofi/fmt:kev:mtx:"


def read(work):
    """The keys of the only span of a page and their values, all of them."""
    spans = BeautifulSoup(f"<p>{coins_span(work)}</p>", "html5lib").find_all("span", class_="Z3988")
    assert len(spans) == 1
    assert spans[0].get_text() == ""
    return parse_qs(spans[0]["title"], strict_parsing=True, errors="strict")


@pytest.mark.parametrize(
    ("bib", "expected"),
    [
        (JOURNAL, {"rft_val_fmt": f"{FORMAT}journal", "rft.genre": "article", "rft.atitle": "Notes",
                   "rft.jtitle": "Scientific Memoirs", "rft.volume": "3", "rft.issue": "7", "rft.pages": "666-731",
                   "rft.date": "1843-08-12", "rft.au": "Lovelace, Ada", "rft_id": "info:doi/10.1000/XYZ(1)"}),
        (CONFERENCE, {"rft_val_fmt": f"{FORMAT}book", "rft.genre": "proceeding",
                      "rft.atitle": "Self-Play Preference Optimization", "rft.date": "2025",
                      "rft.btitle": "The Thirteenth International Conference on Learning Representations"}),
        (PREPRINT, {"rft_val_fmt": f"{FORMAT}dc", "rft.type": "preprint", "rft.title": "REINFORCE++",
                    "rft.publisher": "arXiv", "rft_id": "https://arxiv.org/abs/2501.03262"}),
        (BOOK, {"rft.genre": "book", "rft.btitle": "Compilers", "rft.pub": "Remington Rand", "rft.isbn": "978-3-16-148410-0"}),
        (CHAPTER, {"rft.genre": "bookitem", "rft.atitle": "Graphs", "rft.btitle": "A Book of Graphs"}),
        (REPORT, {"rft.genre": "report", "rft.btitle": "Cooperating", "rft.pub": "TH Eindhoven"}),
        (THESIS, {"rft_val_fmt": f"{FORMAT}dissertation", "rft.title": "Systems of Logic", "rft.inst": "Princeton University"}),
    ],
    ids=["journal", "conference", "preprint", "book", "chapter", "report", "thesis"],
)  # fmt: skip
def test_a_publication(recorded, bib, expected):
    found = read(recorded(bib))
    assert found["ctx_ver"] == ["Z39.88-2004"]
    assert {name: found.get(name, [""])[0] for name in expected} == expected


def test_people_and_collectives(recorded):
    found = read(recorded(CONFERENCE))
    assert found["rft.au"] == ["Wu, Yue", "van der Schaar, Mihaela"]
    assert found["rft.aucorp"] == ["The Team"]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/volcengine/verl", "computerProgram"),
        ("https://www.youtube.com/watch?v=1&list=2", "videoRecording"),
        ("https://example.org/a?b=c&d=%20#e", "webpage"),
    ],
)
def test_anything_else(written, url, kind):
    found = read(written("A & B = C", url))
    assert found["rft.type"] == [kind]
    assert found["rft.title"] == ["A & B = C"]
    assert found["rft_id"] == [url]


def test_a_long_list_of_authors_is_cut(recorded):
    people = " and ".join(f"Family{n}, Given{n}" for n in range(2000))
    found = read(recorded(f"@misc{{a, title={{T}}, author={{{people}}}, year=2024}}"))
    assert len(found["rft.au"]) == MOST_PEOPLE


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
names = texts.map(str.strip).filter(bool)


@given(texts, names)
def test_any_text_comes_back_as_it_was(title, name):
    found = read(Work("k", "paper", "article", title, people=(Author(name, "G"),)))
    assert found["rft.title"] == [title]
    assert found["rft.au"] == [f"{name}, G"]
