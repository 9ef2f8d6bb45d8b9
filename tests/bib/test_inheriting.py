"""What a record has from the one that its ``crossref`` or ``xdata`` names."""

from __future__ import annotations

import pytest

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.exports.biblatex import biblatex
from sphinx_reading_list.exports.bibtex import bibtex

PROCEEDINGS = """\
@proceedings{icml,
  title     = {Proceedings of ICML},
  subtitle  = {Volume One},
  editor    = {Ed, Itor},
  publisher = {PMLR},
  year      = {2018},
  month     = jul,
  doi       = {10.1/whole},
  url       = {https://proceedings.example},
}
"""


def read(text: str) -> tuple[dict[str, dict[str, str]], list[str]]:
    records, problems = read_bibliography(text, "refs.bib")
    return {key: dict(record.fields) for key, record in records.items()}, [str(problem) for problem in problems]


@pytest.mark.parametrize("whole_first", [True, False])
def test_a_paper_has_its_book_and_year_from_its_proceedings(whole_first: bool) -> None:
    paper = "@inproceedings{paper, author = {Kid, A.}, title = {The Paper}, pages = {1--9}, crossref = {ICML}}\n"
    found, problems = read(PROCEEDINGS + paper if whole_first else paper + PROCEEDINGS)
    assert problems == []
    assert found["paper"] == {
        "author": "Kid, A.",
        "title": "The Paper",
        "pages": "1--9",
        "crossref": "ICML",
        "editor": "Ed, Itor",
        "publisher": "PMLR",
        "year": "2018",
        "month": "jul",
        "booktitle": "Proceedings of ICML",
        "booksubtitle": "Volume One",
    }


def test_exports_of_a_part_stand_alone() -> None:
    text = "@inproceedings{paper, author = {Kid, A.}, title = {The Paper}, crossref = {icml}}\n" + PROCEEDINGS
    record = read_bibliography(text, "refs.bib")[0]["paper"]
    entry = entry_of_record(record)
    assert entry.venue == "Proceedings of ICML"
    for written in (bibtex(entry, record), biblatex(entry, record)):
        assert written.startswith("@inproceedings{paper,")
        assert "crossref" not in written
        assert "Proceedings of ICML" in written
        assert "2018" in written
        assert "10.1/whole" not in written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a part says itself counts, and its date as one.
        (
            "@inproceedings{x, title = {T}, booktitle = {B}, date = {2019}, crossref = {icml}}" + PROCEEDINGS,
            {"title": "T", "booktitle": "B", "date": "2019", "crossref": "icml", "editor": "Ed, Itor", "publisher": "PMLR"},
        ),
        # The old way: the whole has its title twice.
        (
            "@incollection{x, title = {T}, crossref = {b}}@book{b, title = {Own}, booktitle = {For parts}, year = 2000}",
            {"title": "T", "crossref": "b", "booktitle": "For parts", "year": "2000"},
        ),
        (
            "@inbook{x, title = {T}, crossref = {b}}@book{b, title = {B}, author = {A, B}, publisher = {P}}",
            {"title": "T", "crossref": "b", "author": "A, B", "publisher": "P", "booktitle": "B"},
        ),
        (
            "@article{x, title = {T}, crossref = {j}}@periodical{j, title = {The Journal}, volume = 3, date = {2001-02}}",
            {"title": "T", "crossref": "j", "volume": "3", "date": "2001-02", "journaltitle": "The Journal"},
        ),
        (
            "@book{x, title = {T}, crossref = {m}}@mvbook{m, title = {Works}, publisher = {P}}",
            {"title": "T", "crossref": "m", "publisher": "P", "maintitle": "Works"},
        ),
        (
            "@book{x, title = {T}, xdata = {p, q, r}}@xdata{p, ids = {pp}, publisher = {P}, location = {L}}@xdata{q, xdata = {r}}"
            "@xdata{r, title = {no}, url = {https://r.example}}",
            {"title": "T", "xdata": "p, q, r", "publisher": "P", "location": "L", "url": "https://r.example"},
        ),
    ],
)  # fmt: skip
def test_what_is_taken_and_what_is_not(text: str, expected: dict[str, str]) -> None:
    found, problems = read(text.replace("}@", "}\n@"))
    assert problems == []
    assert found["x"] == expected
    assert all(not key.startswith(("p", "q", "r")) for key in found), "an @xdata is no work"


def test_a_whole_that_is_not_there_is_reported() -> None:
    text = "@misc{a, title = {A}}\n@inproceedings{x,\n  title = {T},\n  crossref = {icmll},\n}\n" + PROCEEDINGS
    found, problems = read(text)
    assert list(found) == ["a", "x", "icml"]
    assert problems == ["refs.bib:2: unknown-key Record x: crossref = icmll is no record; the nearest is icml"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@misc{a, title = {A}, crossref = {A}}", ["refs.bib:1: unknown-key Record a is a part of itself: a → a"]),
        (
            "@misc{a, title = {A}, crossref = {b}}\n@misc{b, title = {B}, crossref = {a}, year = 2000}",
            [
                "refs.bib:1: unknown-key Record a is a part of itself: a → b → a",
                "refs.bib:2: unknown-key Record b is a part of itself: b → a → b",
            ],
        ),
    ],
)
def test_a_part_of_itself_is_reported(text: str, said: list[str]) -> None:
    assert read(text)[1] == said


def test_a_long_chain_ends() -> None:
    chain = "\n".join(f"@misc{{k{n}, title = {{T}}, crossref = {{k{n + 1}}}}}" for n in range(2000))
    found, problems = read(f"{chain}\n@misc{{k2000, title = {{T}}, year = 1999}}")
    assert len(found) == 2001
    assert problems == []
    assert found["k1999"]["year"] == "1999"
