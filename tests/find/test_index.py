"""The index of the search: what it says of each entry, as the browser reads it, and how much of it there is."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sphinx_reading_list
from sphinx_reading_list.bib.joining import build_catalogue
from sphinx_reading_list.core.catalogue import SectionContent
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Entry, Link, Location, Metric, PageEntry, Section
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.finding.index import search_index
from sphinx_reading_list.finding.notes import search_notes
from sphinx_reading_list.finding.resources import resources_of
from sphinx_reading_list.finding.script import call
from sphinx_reading_list.sphinxext.cards.card import CardAddresses, card_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_reading_list.core.catalogue import Catalogue

HERE = Path(__file__).parent
STATIC = Path(sphinx_reading_list.__file__).parent / "sphinxext" / "static"
HOSTILE = (
    PageEntry(key="wu2024", title="Self-Play \u202eevil</script><script>alert(1)</script>", url="https://arxiv.org/abs/2405.00675",
              authors=(Author("Wu", "Yue"), Author("van der Schaar", "Mihaela"), Author("王伟")), tags=("__proto__", "C++", "C++"),
              date=PartialDate(2024, 5), highlight=True),
    PageEntry(key="DBLP:conf/x/Y", title="A title\nof two lines\u2028and \ud800 half a character", url="https://github.com/a/b",
              aka=("Another", "Another title"), date=PartialDate(2023), added=PartialDate(2025, 3, 1), note="See *this*."),
    PageEntry(key="long", title="x" * 500, url="https://youtu.be/x", date=PartialDate(2024, 9, 30),
              authors=tuple(Author(f"N{number}", "A") for number in range(2000)), authors_elided=True),
    PageEntry(key="bare", title='"quoted" \\ & <b>', url="", links=(Link("https://huggingface.co/datasets/a/b"),)),
)  # fmt: skip


def listed(*entries: PageEntry, more: Sequence[PageEntry] = (), metrics: Any = None) -> Catalogue:
    sections = (
        SectionContent(Section("rlhf", "RLHF &\ncompany", "list/rlhf"), entries),
        SectionContent(Section("empty", "Empty", "list/empty")),
        SectionContent(Section("more/nested", "Nested", "list/more", "nested"), tuple(more)),
    )
    return build_catalogue(sections, {}, metrics or {})[0]


def script(catalogue: Catalogue) -> str:
    return call("index", search_index(catalogue, lambda page: f"{page}.html"))


def lines(catalogue: Catalogue, folder: Path) -> list[dict[str, Any]]:
    """The lines of results, made in Node.js of the script."""
    path = folder / "index.js"
    path.write_text(script(catalogue), encoding="ascii")
    command = ["node", HERE / "lines.mjs", path]
    done = subprocess.run(
        command, capture_output=True, check=True, encoding="utf-8", env={**os.environ, "STATIC": str(STATIC)}
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.needs("node")
def test_a_line_says_what_the_card_says(tmp_path: Path) -> None:
    catalogue = listed(*HOSTILE, more=[PageEntry(key="wu2024")], metrics={"wu2024": (Metric("citations", 0),)})
    found = lines(catalogue, tmp_path)
    assert len(found) == len(catalogue.entries)
    for line, entry in zip(found, catalogue.entries.values(), strict=True):
        places = catalogue.by_key[entry.key]
        card = card_of(entry, places[0], authors_shown=9999, bibtex="", addresses=CardAddresses())
        shown = {
            "key": card.key, "title": card.title, "authors": list(card.authors), "elided": card.authors_elided,
            "aka": [name for name in line["aka"] if name in card.aka], "venue": card.venue, "date": card.date_iso,
            "dateInWords": card.date, "kind": card.kind, "kindLabel": card.kind_label,
            "tags": list(dict.fromkeys(card.tags)), "highlight": card.highlight, "section": card.section,
            "url": f"{places[0].section.page}.html#{card.anchor}",
        }  # fmt: skip
        assert {name: line[name] for name in shown} == shown
    assert [line["citations"] for line in found] == [0, None, None, None]
    assert found[1]["aka"] == ["Another", "Another title"]
    assert found[0]["sectionTitle"] == "RLHF & company"


@pytest.mark.needs("node")
@pytest.mark.parametrize("entries", [(), (PageEntry(key="a", title="A"),)], ids=["no entry", "nothing but a title"])
def test_little_is_no_problem(entries: tuple[PageEntry, ...], tmp_path: Path) -> None:
    assert [line["title"] for line in lines(listed(*entries), tmp_path)] == [entry.title for entry in entries]


def test_the_script_is_one_call_in_ascii_that_no_page_can_end() -> None:
    text = script(listed(*HOSTILE))
    assert text.isascii()
    assert text.startswith("sphinxReadingList.index({")
    assert text.endswith("});\n")
    assert "<" not in text
    assert text.count("\n") == 1


def test_names_are_listed_once_and_spelt_as_most_spell_them() -> None:
    authors = [Author("Wu", "Yue"), Author("wu", "yue"), Author("Wu", "Yue"), Author("Ａda")]
    entries = [PageEntry(key=f"k{number}", title="T", authors=(author,)) for number, author in enumerate(authors)]
    column = search_index(listed(*entries), str)["authors"]
    assert column == {"names": "Yue Wu\nＡda", "sizes": [1, 1, 1, 1], "items": [0, 0, 0, 1]}


def test_all_years_of_a_venue_are_one() -> None:
    venues = ["ICLR 2024", "ICLR 2025", "", "iclr 2025", "TMLR"]
    entries = {f"k{number}": Entry(f"k{number}", "paper", "T", venue=venue) for number, venue in enumerate(venues)}
    catalogue = replace(listed(*(PageEntry(key=key, title="T") for key in entries)), entries=entries)
    index = search_index(catalogue, str)
    assert index["venues"]["names"].split("\n") == ["ICLR 2024", "ICLR 2025", "TMLR", "iclr 2025"]
    assert index["series"] == {"names": "ICLR\nTMLR", "sizes": [1, 1, 1, 1], "items": [0, 0, 1, 0]}


@pytest.mark.parametrize(
    ("kind", "urls", "resources"),
    [
        ("paper", ["https://arxiv.org/abs/2405.00675"], ()),
        ("paper", ["", "https://github.com/a/b"], ("code",)),
        ("paper", ["", "https://youtu.be/x", "https://huggingface.co/a/b", "https://gitlab.com/a/b"], ("code", "model", "video")),
        ("repository", [""], ("code",)),
        ("dataset", ["https://huggingface.co/datasets/a/b"], ("data",)),
        ("tool", ["https://colab.research.google.com/x"], ("code",)),
        ("article", ["https://github.com/someone"], ("code",)),
        ("post", ["https://example.org/"], ()),
    ],
)  # fmt: skip
def test_what_a_reader_gets_with_a_work(kind: str, urls: list[str], resources: tuple[str, ...]) -> None:
    assert resources_of(Entry("k", kind, "T", url=urls[0], links=tuple(map(Link, urls[1:])))) == resources


def test_notes_are_words_without_markup() -> None:
    entries = [
        PageEntry(key="a", title="A", note="See *this* `code`, [a link](https://x.org)\nand {entry}`b`, {entry}`that <b>`, {ref}`here`.\n\n- An item", location=Location("a.md", 3)),
        PageEntry(key="b", title="Title of B"),
        PageEntry(key="c", title="C", note="As it *is* written_.", location=Location("c.rst", 1)),
    ]  # fmt: skip
    again = PageEntry(key="a", note="And again.", location=Location("b.md", 1))
    notes = search_notes(listed(*entries, more=[again]))
    assert notes["sizes"] == [1, 0, 1]
    texts = notes["names"].split("\n")
    assert [texts[item] for item in notes["items"]] == [
        "See this code, a link and Title of B, that, here. An item And again.",
        "As it *is* written_.",
    ]


def test_a_work_is_found_by_what_identifies_it() -> None:
    notes = search_notes(listed(PageEntry(key="a", title="A", url="https://arxiv.org/abs/2405.00675", note="Read it.")))
    assert notes["names"] == "Read it. 2405.00675"


def made_up(entries: int) -> Catalogue:
    """The list that the benchmark measures."""
    spec = spec_from_file_location("catalogue", HERE.parent / "bench" / "catalogue.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    catalogue: Catalogue = module.made_up(entries)
    return catalogue


def test_the_index_is_small_and_grows_with_the_list() -> None:
    sizes = {count: len(gzip.compress(script(made_up(count)).encode(), 6)) for count in (1000, 3000)}
    assert all(size <= 130 * count for count, size in sizes.items())
    assert sizes[3000] < 3 * sizes[1000]
