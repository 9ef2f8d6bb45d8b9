"""A preprint and its published version are one record: what is shown and cited has the venue, and keeps the eprint."""

from __future__ import annotations

import json

import pytest

from sphinx_reading_list.bib.joining import build_catalogue
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.checks._running import chosen, find
from sphinx_reading_list.checks._site import Site
from sphinx_reading_list.core.catalogue import SectionContent
from sphinx_reading_list.core.entry import PageEntry, Section
from sphinx_reading_list.exports.references import all_formats

RECORD = """\
@inproceedings{wu2024selfplay,
  author     = {Wu, Yue and Gu, Quanquan},
  title      = {Self-Play Preference Optimization for Language Model Alignment},
  booktitle  = {The Thirteenth International Conference on Learning Representations},
  eventtitle = {ICLR 2025},
  year       = {2025},
  eprint     = {2405.00675},
  eprinttype = {arxiv},
  doi        = {10.1145/1234.5678},
}
"""
ARXIV = "https://arxiv.org/abs/2405.00675"
TITLE = "Self-Play Preference Optimization for Language Model Alignment"


def joined(*pages: PageEntry, bib: str = RECORD):
    records, problems = read_bibliography(bib, "refs.bib")
    assert problems == []
    catalogue, problems = build_catalogue([SectionContent(Section("s", "S", "list/s"), pages)], records, {})
    assert problems == []
    return catalogue


@pytest.mark.parametrize(
    "url",
    [
        ARXIV,
        "http://www.arxiv.org/pdf/2405.00675v3.pdf",
        "https://doi.org/10.48550/arXiv.2405.00675",
        "https://doi.org/10.1145/1234.5678",
        "https://dx.doi.org/10.1145/1234.5678",
    ],
)
def test_a_page_may_link_to_either(url):
    """The entry is the record, whichever version of the work the page names."""
    catalogue = joined(PageEntry(title="SPPO", url=url))
    [entry] = catalogue.entries.values()
    assert (entry.key, entry.venue, entry.title) == ("wu2024selfplay", "ICLR 2025", TITLE)
    assert dict(entry.identifiers) == {"arxiv": "2405.00675", "doi": "10.1145/1234.5678"}
    assert (str(entry.date), str(entry.published)) == ("2024-05", "2025")
    assert entry.url == ARXIV
    # Both versions are linked, each once.
    links = [entry.url, *(link.url for link in entry.links)]
    assert links == [ARXIV, "https://arxiv.org/pdf/2405.00675", "https://doi.org/10.1145/1234.5678"]


def test_every_format_has_the_venue_and_the_eprint():
    catalogue = joined(PageEntry(key="wu2024selfplay"))
    [entry] = catalogue.entries.values()
    texts = {name: export.one(entry, catalogue.records[entry.key]) for name, export in all_formats().items()}
    for name, text in texts.items():
        assert "Thirteenth International Conference" in text, name
        assert "2025" in text, name
    assert "eprint        = {2405.00675}" in texts["bibtex"]
    assert "archiveprefix = {arXiv}" in texts["bibtex"]
    assert "eprinttype  = {arxiv}" in texts["biblatex"]
    assert "2405.00675" in texts["ris"]
    item = json.loads(texts["csl-json"])
    assert (item["type"], item["DOI"], item["note"]) == ("paper-conference", "10.1145/1234.5678", "arXiv:2405.00675")


def test_a_preprint_alone_has_no_venue():
    bib = "@article{a2024, author = {A, B}, title = {T}, journal = {arXiv preprint arXiv:2405.00675}, year = {2024}}"
    [entry] = joined(PageEntry(key="a2024"), bib=bib).entries.values()
    assert (entry.venue, entry.published, entry.identifier("arxiv")) == ("", None, "2405.00675")


PREPRINT = f"@misc{{wu2024preprint,\n  author = {{Wu, Yue}},\n  title  = {{{TITLE}}},\n  year   = {{2024}},\n  eprint = {{2405.00675}},\n}}\n"
PAGE = "# RLHF\n\n:::{entry} wu2024selfplay\n:::\n\n:::{entry} "


@pytest.mark.parametrize(
    ("page", "bib", "codes"),
    [
        # Two records that name one preprint.
        (PAGE + "wu2024preprint\n:::\n", RECORD + PREPRINT, {"duplicate-arxiv", "duplicate-title"}),
        # Two records of which nothing is common but the title.
        (PAGE + "wu2024preprint\n:::\n", RECORD.replace("2405.00675", "") + PREPRINT, {"duplicate-title"}),
        # An entry of the page with a key of its own, beside the record.
        (PAGE + f"[SPPO]({ARXIV}v2)\n:key: arxiv-sppo\n:::\n", RECORD, {"duplicate-arxiv"}),
        # Without a key it is the record's second card.
        (PAGE + f"[SPPO]({ARXIV}v2)\n:::\n", RECORD, {"repeated-entry"}),
    ],
)
def test_two_of_one_work_are_found(page, bib, codes):
    site = Site({"list/page.md": page}, bib)
    about = {"duplicate-arxiv", "duplicate-doi", "duplicate-title", "duplicate-url", "repeated-entry"}
    assert {problem.code.code for problem in find(site, chosen((), ()))} & about == codes
