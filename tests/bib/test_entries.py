"""A record as an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.names import Author

if TYPE_CHECKING:
    from sphinx_reading_list.core.entry import Entry

WU = r"""
@inproceedings{wu2024selfplay,
  author      = {Wu, Yue and van der Schaar, Mihaela and {\"U}st{\"u}n, Ahmet and {DeepSeek-AI} and others},
  title       = {Self-Play {Preference} Optimization for {LLM}s},
  booktitle   = {The Thirteenth International Conference on Learning Representations},
  eventtitle  = {ICLR 2025},
  year        = {2025},
  eprint      = {2405.00675},
  eprinttype  = {arxiv},
  eprintclass = {cs.LG},
  doi         = {10.18653/V1/2025.acl-long.1},
  url         = {https://openreview.net/forum?id=a3PmRgAB5T},
}
"""


def entry(text: str) -> Entry:
    records, problems = read_bibliography(text, "refs.bib")
    assert problems == []
    return entry_of_record(*records.values())


def test_a_paper_that_found_a_venue() -> None:
    wu = entry(WU)
    assert (wu.key, wu.kind, wu.record) == ("wu2024selfplay", "paper", True)
    assert wu.title == "Self-Play Preference Optimization for LLMs"
    assert wu.authors == (
        Author("Wu", "Yue"),
        Author("Schaar", "Mihaela", "van der"),
        Author("Üstün", "Ahmet"),
        Author("DeepSeek-AI", collective=True),
    )
    assert wu.authors_elided
    assert wu.date == PartialDate(2024, 5)
    assert wu.published == PartialDate(2025)
    assert wu.venue == "ICLR 2025"
    assert wu.identifiers == (
        ("arxiv", "2405.00675"),
        ("doi", "10.18653/v1/2025.acl-long.1"),
        ("acl", "2025.acl-long.1"),
        ("openreview", "a3PmRgAB5T"),
    )
    assert wu.url == "https://arxiv.org/abs/2405.00675"
    assert [link.url for link in wu.links] == [
        "https://arxiv.org/pdf/2405.00675",
        "https://doi.org/10.18653/v1/2025.acl-long.1",
        "https://openreview.net/forum?id=a3PmRgAB5T",
    ]


@pytest.mark.parametrize(
    ("fields", "date", "published"),
    [
        # the preprint's own date is no publication
        ("eprint = {2405.00675}, eprinttype = {arxiv}, year = 2024, month = may", "2024-05", None),
        ("eprint = {2405.00675}, eprinttype = {arxiv}, date = {2024-05-09}", "2024-05-09", None),
        ("eprint = {2405.00675}, eprinttype = {arxiv}, date = {2024-06-09}", "2024-05", None),
        (
            "eprint = {2405.00675}, eprinttype = {arxiv}, journal = {JMLR}, date = {2024-05-09}",
            "2024-05",
            "2024-05-09",
        ),
        ("eprint = {2411.00062}, eprinttype = {arxiv}, origdate = {2024-10}, year = 2024", "2024-10", None),
        ("eprint = {2405.00675}, eprinttype = {arxiv}, eventtitle = {ICLR 2025}, year = 2025", "2024-05", "2025"),
        ("eprint = {hep-th/9901001}, archiveprefix = {arXiv}, journal = {JHEP}, year = 1999", "1999-01", "1999"),
        # put on arXiv years after it was published
        (
            "eprint = {2405.00675}, eprinttype = {arxiv}, journal = {JMLR}, year = 2003, month = mar",
            "2003-03",
            "2003-03",
        ),
        ("date = {2020-05-03}", "2020-05-03", "2020-05-03"),
        ("date = {2020-05/2020-07}", "2020-05", "2020-05"),
        ("date = {2020~}", "2020", "2020"),
        ("year = {2020}, month = {Feb.}", "2020-02", "2020-02"),
        ("year = 2020, month = 7, day = 31", "2020-07-31", "2020-07-31"),
        ('year = 2020, month = may # "~12"', "2020-05", "2020-05"),
        ('year = 2020, month = "10~" # jan', "2020-01", "2020-01"),
        ("year = 2020, month = {3 December}", "2020-12", "2020-12"),
        ("year = 2020, month = {}", "2020", "2020"),
        (r"year = {{\noopsort{1973b}}1973}", "1973", "1973"),
        ("year = 2021, month = feb, day = 30", "2021-02", "2021-02"),
        ("", None, None),
    ],
)
def test_dates(fields: str, date: str | None, published: str | None) -> None:
    found = entry(f"@misc{{x, title = {{T}}, {fields}}}")
    assert (found.date and found.date.isoformat()) == date
    assert (found.published and found.published.isoformat()) == published


@pytest.mark.parametrize(
    ("record", "venue"),
    [
        ("@inproceedings{x, title = {T}, booktitle = {Proc. of the 42nd ICML}, eventtitle = {ICML 2025}}", "ICML 2025"),
        ("@inproceedings{x, title = {T}, booktitle = {Proc. of {EuroSys}}, series = {EuroSys '25}}", "EuroSys '25"),
        (
            "@inproceedings{x, title = {T}, booktitle = {NeurIPS 37}, series = {Proceedings of Machine Learning Research}}",
            "NeurIPS 37",
        ),
        ("@article{x, title = {T}, journaltitle = {Transactions \\& more}, shortjournal = {TMLR}}", "TMLR"),
        ("@article{x, title = {T}, journal = {Nature}}", "Nature"),
        ("@article{x, title = {T}, journal = {arXiv preprint arXiv:2405.00675}}", ""),
        ("@article{x, title = {T}, journal = {CoRR}, volume = {abs/2405.00675}}", ""),
        ("@book{x, title = {T}, publisher = {MIT Press}}", "MIT Press"),
        ("@phdthesis{x, title = {T}, school = {MIT}}", "MIT"),
        ("@misc{x, title = {T}, publisher = {arXiv}, eprint = {2405.00675}, eprinttype = {arxiv}}", ""),
        ("@misc{x, title = {T}}", ""),
    ],
)
def test_venues(record: str, venue: str) -> None:
    assert entry(record).venue == venue


@pytest.mark.parametrize(
    ("fields", "url", "links"),
    [
        ("doi = {10.1145/1}, url = {https://dl.acm.org/doi/10.1145/1}", "https://doi.org/10.1145/1",
         ["https://dl.acm.org/doi/10.1145/1"]),
        ("doi = {https://doi.org/10.1145/1}, url = {http://dx.doi.org/10.1145/1}", "https://doi.org/10.1145/1", []),
        ("doi = {10.1002/(SICI)1097<1::AID-X>3.0.CO;2-#}", "https://doi.org/10.1002/(sici)1097%3C1::aid-x%3E3.0.co;2-%23", []),
        ("url = {https://x.org/a\\_b}", "https://x.org/a_b", []),
        (r"howpublished = {\url{https://x.org/a_b}}", "https://x.org/a_b", []),
        ("url = {https://arxiv.org/pdf/2405.00675v2.pdf}", "https://arxiv.org/abs/2405.00675",
         ["https://arxiv.org/pdf/2405.00675"]),
        ("doi = {10.48550/arXiv.2405.00675}", "https://arxiv.org/abs/2405.00675", ["https://arxiv.org/pdf/2405.00675"]),
        ("journal = {arXiv preprint arXiv:2405.00675}", "https://arxiv.org/abs/2405.00675",
         ["https://arxiv.org/pdf/2405.00675"]),
        ("eprint = {12345}, eprinttype = {pubmed}", "https://pubmed.ncbi.nlm.nih.gov/12345", []),
        ("", "", []),
    ],
)  # fmt: skip
def test_addresses(fields: str, url: str, links: list[str]) -> None:
    found = entry(f"@misc{{x, title = {{T}}, {fields}}}")
    assert found.url == url
    assert [link.url for link in found.links] == links


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("@misc{x, title = {T}, eprint = {2405.00675}, eprinttype = {arxiv}}", "paper"),
        ("@online{x, title = {T}, eprint = {2405.00675}, eprinttype = {arxiv}}", "paper"),
        ("@software{x, title = {T}, eprint = {2405.00675}, eprinttype = {arxiv}}", "repository"),
        ("@misc{x, title = {T}, url = {https://www.youtube.com/watch?v=1}}", "video"),
        ("@misc{x, title = {T}, url = {https://github.com/a/b}}", "repository"),
        ("@book{x, title = {T}}", "book"),
        ("@dataset{x, title = {T}}", "dataset"),
        ("@unheardof{x, title = {T}}", "article"),
    ],
)
def test_kinds(record: str, kind: str) -> None:
    assert entry(record).kind == kind


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("title = {T}, pubstate = {retracted}", "retracted"),
        ("title = {T}, note = {Withdrawn by the authors}", "withdrawn"),
        ("title = {RETRACTED: T}", "retracted"),
        ("title = {Why papers are retracted}", ""),
        ("title = {T}, pubstate = {forthcoming}", ""),
    ],
)
def test_a_work_that_was_taken_back_says_so(fields: str, status: str) -> None:
    assert entry(f"@misc{{x, {fields}}}").status == status


def test_titles_and_people() -> None:
    found = entry(
        r"""@book{x,
          title = {Learning {$\lambda$}-Returns: {The {Art} of} ``{RL}''}, subtitle = {An {\'E}tude},
          editor = {Xianyu and {王小明} and King, Jr., Martin Luther and Ludwig van Beethoven}}"""
    )
    assert found.title == r"Learning $\lambda$-Returns: The Art of “RL”: An Étude"
    assert [author.name for author in found.authors] == [
        "Xianyu", "王小明", "Martin Luther King Jr.", "Ludwig van Beethoven",
    ]  # fmt: skip


def test_a_record_without_a_title_is_called_by_its_key() -> None:
    records, _ = read_bibliography("@misc{x, year = 2024}", "refs.bib")
    assert entry_of_record(records["x"]).title == "x"


def test_two_thousand_authors() -> None:
    names = " and ".join(f"Family{number}, Given" for number in range(2000))
    assert len(entry(f"@misc{{x, title = {{T}}, author = {{{names}}}}}").authors) == 2000
