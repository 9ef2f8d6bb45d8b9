"""``entries.json`` has the form that the design promises."""

from __future__ import annotations

import json

from sphinx_reading_list.bib.joining import build_catalogue
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.catalogue import Catalogue, SectionContent
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, Metric, PageEntry, Section
from sphinx_reading_list.exports.entries_json import entries_json

RECORDS, _ = read_bibliography(
    """
@inproceedings{wu2024selfplay,
  author = {Wu, Yue and van der Schaar, Mihaela and {DeepSeek-AI}}, title = {Self-Play}, booktitle = {ICLR},
  eventtitle = {ICLR 2025}, year = {2025}, eprint = {2405.00675}, eprinttype = {arxiv}, doi = {10.1145/X},
}
""",
    "refs.bib",
)
WU = PageEntry(
    key="wu2024selfplay",
    aka=("SPPO",),
    tags=("alignment",),
    highlight=True,
    added=PartialDate(2025, 3, 1),
    links=(Link("https://github.com/uclaml/SPPO", "SPPO", "uclaml"),),
    note="A *note*.",
)
METRIC = Metric("citations", 76, "Google Scholar", "https://scholar.google.com/1", PartialDate(2025, 2))


def test_the_whole_form() -> None:
    contents = [
        SectionContent(Section("rlhf", "RLHF", "list/rlhf"), (WU, PageEntry(key="x", title="Ünseen 🌟"))),
        SectionContent(Section("misc/more", "More", "list/misc", "more"), (PageEntry(key="wu2024selfplay"),)),
    ]
    joined, _ = build_catalogue(contents, RECORDS, {"wu2024selfplay": (METRIC,)})
    text = entries_json(joined)
    assert json.loads(text) == {
        "schema": 1,
        "entries": [
            {
                "key": "wu2024selfplay",
                "kind": "paper",
                "title": "Self-Play",
                "aka": ["SPPO"],
                "authors": [
                    {"family": "Wu", "given": "Yue"},
                    {"family": "van der Schaar", "given": "Mihaela"},
                    {"name": "DeepSeek-AI"},
                ],
                "date": "2024-05",
                "year": 2024,
                "month": 5,
                "published": "2025",
                "venue": "ICLR 2025",
                "added": "2025-03-01",
                "url": "https://arxiv.org/abs/2405.00675",
                "links": [
                    {"label": "PDF", "url": "https://arxiv.org/pdf/2405.00675", "kind": "pdf"},
                    {"label": "DOI: 10.1145/x", "url": "https://doi.org/10.1145/x", "kind": "doi"},
                    {
                        "label": "GitHub: uclaml/SPPO",
                        "url": "https://github.com/uclaml/SPPO",
                        "kind": "code",
                        "detail": "uclaml",
                    },
                ],
                "identifiers": {"arxiv": "2405.00675", "doi": "10.1145/x"},
                "tags": ["alignment"],
                "metrics": {
                    "citations": {
                        "count": 76,
                        "source": "Google Scholar",
                        "url": "https://scholar.google.com/1",
                        "retrieved": "2025-02",
                    }
                },
                "appearances": [
                    {
                        "section": "rlhf",
                        "page": "list/rlhf",
                        "anchor": "entry-wu2024selfplay",
                        "highlight": True,
                        "note": "A *note*.",
                    },
                    {
                        "section": "misc/more",
                        "page": "list/misc",
                        "anchor": "entry-wu2024selfplay-2",
                        "highlight": False,
                    },
                ],
            },
            {
                "key": "x",
                "kind": "article",
                "title": "Ünseen 🌟",
                "appearances": [
                    {"section": "rlhf", "page": "list/rlhf", "anchor": "entry-x", "highlight": False},
                ],
            },
        ],
    }
    assert text.endswith("}\n")
    assert "Ünseen 🌟" in text


def test_a_count_of_nothing_is_known() -> None:
    contents = [SectionContent(Section("s", "S", "list/s"), (PageEntry(key="x", title="X"),))]
    joined, _ = build_catalogue(contents, {}, {"x": (Metric("stars", 0),)})
    assert json.loads(entries_json(joined))["entries"][0]["metrics"] == {"stars": {"count": 0}}


def test_an_empty_list() -> None:
    assert json.loads(entries_json(Catalogue())) == {"schema": 1, "entries": []}
