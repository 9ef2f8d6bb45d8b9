"""Works from records and from pages, and the head of a page as readers of other makers see it."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.inline import entry_of_page
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.entry import PageEntry
from sphinx_reading_list.metadata.work import work_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_reading_list.metadata.work import Work

CONFERENCE = """
    @inproceedings{wu2024selfplay,
      author     = {Wu, Yue and van der Schaar, Mihaela and {The Team}},
      title      = {Self-Play {Preference} Optimization},
      booktitle  = {The Thirteenth International Conference on Learning Representations},
      eventtitle = {ICLR 2025},
      year       = {2025},
      pages      = {12--34},
      eprint     = {2405.00675},
      eprinttype = {arxiv},
      url        = {https://openreview.net/forum?id=a3PmRgAB5T},
    }
    """
JOURNAL = """
    @article{lovelace1843notes,
      author       = {Lovelace, Ada},
      title        = {Notes},
      journaltitle = {Scientific Memoirs},
      volume       = {3},
      number       = {7},
      pages        = {666--731},
      date         = {1843-08-12},
      doi          = {10.1000/XYZ(1)},
      issn         = {1234-5678},
    }
    """
PREPRINT = """
    @misc{hu2025reinforce,
      author     = {Hu, Jian},
      title      = {{REINFORCE++}},
      year       = {2025},
      month      = jan,
      eprint     = {2501.03262},
      eprinttype = {arxiv},
    }
    """
THESIS = "@phdthesis{turing1938logic, author={Turing, Alan}, title={Systems of Logic}, school={Princeton University}, year={1938}}"
REPORT = "@techreport{dijkstra1968, author={Dijkstra, E. W.}, title={Cooperating}, institution={TH Eindhoven}, number={EWD123}, year=1968}"
BOOK = "@book{hopper1952, author={Hopper, Grace}, title={Compilers}, publisher={Remington Rand}, isbn={978-3-16-148410-0}, year=1952}"
CHAPTER = "@incollection{erdos1959, author={Erdős, Paul}, title={Graphs}, booktitle={A Book of Graphs}, publisher={P}, year=1959}"
EDITED = "@book{noether1921, editor={Noether, Emmy}, title={Ideals}, publisher={Springer}, year=1921}"


@pytest.fixture
def recorded() -> Callable[[str], Work]:
    """Makes the work that a record stands for."""

    def make(bib: str) -> Work:
        records, problems = read_bibliography(dedent(bib), "refs.bib")
        assert not problems
        record = next(iter(records.values()))
        return work_of(entry_of_record(record), record)

    return make


@pytest.fixture
def written() -> Callable[..., Work]:
    """Makes the work of an entry that a page writes whole."""

    def make(title: str, url: str = "", **more: object) -> Work:
        page = PageEntry(key="key", title=title, url=url, **more)
        return work_of(entry_of_page("key", page))

    return make
