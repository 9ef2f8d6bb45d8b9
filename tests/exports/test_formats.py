"""What all formats share, and what each has of its own: types, files of several, where a file came from."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
import rispy

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.inline import entry_of_page
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import PageEntry
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.exports._csl_item import csl_item
from sphinx_reading_list.exports._export import Provenance
from sphinx_reading_list.exports.biblatex import EXPORT as BIBLATEX
from sphinx_reading_list.exports.biblatex import biblatex
from sphinx_reading_list.exports.bibtex import EXPORT as BIBTEX
from sphinx_reading_list.exports.csl_json import EXPORT as CSL_JSON
from sphinx_reading_list.exports.references import all_formats
from sphinx_reading_list.exports.ris import EXPORT as RIS
from sphinx_reading_list.exports.ris import ris

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_reading_list.core.entry import Entry
    from sphinx_reading_list.core.record import Record

FORMATS = (BIBTEX, BIBLATEX, RIS, CSL_JSON)
HERE = Provenance("A list @ home", "https://example.org/list/")


def item_of(bib: str) -> dict[str, object]:
    return csl_item(*_read(bib))


def _read(bib: str) -> tuple[Entry, Record]:
    records, _ = read_bibliography(bib, "refs.bib")
    [record] = records.values()
    return entry_of_record(record), record


def ris_of(bib: str) -> dict[str, object]:
    [item] = rispy.loads(ris(*_read(bib)))
    return item


@pytest.mark.parametrize(
    ("bib", "csl", "tag", "biblatex_type"),
    [
        ("@inproceedings{k, title={T}, booktitle={P}}", "paper-conference", "CONF", "inproceedings"),
        ("@article{k, title={T}, journal={J}}", "article-journal", "JOUR", "article"),
        ("@article{k, title={T}, journal={arXiv preprint arXiv:2402.03300}}", "article", "UNPB", "article"),
        ("@misc{k, title={T}, eprint={2402.03300}, eprinttype={arxiv}}", "article", "UNPB", "online"),
        ("@book{k, title={T}, publisher={P}}", "book", "BOOK", "book"),
        ("@inbook{k, title={T}, chapter=2, publisher={P}}", "chapter", "CHAP", "book"),
        ("@inbook{k, title={T}, booktitle={B}}", "chapter", "CHAP", "inbook"),
        ("@incollection{k, title={T}, booktitle={B}}", "chapter", "CHAP", "incollection"),
        ("@techreport{k, title={T}, institution={I}}", "report", "RPRT", "report"),
        ("@mastersthesis{k, title={T}, school={S}}", "thesis", "THES", "thesis"),
        ("@software{k, title={T}, url={https://github.com/a/b}}", "software", "COMP", "software"),
        ("@misc{k, title={T}, url={https://github.com/a/b}}", "software", "COMP", "software"),
        ("@dataset{k, title={T}}", "dataset", "DATA", "dataset"),
        ("@video{k, title={T}, url={https://youtu.be/x}}", "motion_picture", "VIDEO", "online"),
        ("@online{k, title={T}, url={https://example.org/blog/x}}", "post-weblog", "BLOG", "online"),
        ("@online{k, title={T}, url={https://example.org/x}}", "webpage", "ELEC", "online"),
        ("@misc{k, title={T}, url={https://x.com/a/status/1}}", "post", "ELEC", "online"),
        ("@unpublished{k, title={T}}", "manuscript", "UNPB", "unpublished"),
        ("@unheardof{k, title={T}}", "webpage", "ELEC", "misc"),
    ],
)
def test_types(bib: str, csl: str, tag: str, biblatex_type: str) -> None:
    assert item_of(bib)["type"] == csl
    assert ris_of(bib)["type_of_reference"] == tag
    assert biblatex(*_read(bib)).startswith(f"@{biblatex_type}{{k,")


@pytest.mark.parametrize("export", all_formats().values(), ids=lambda export: export.name)
def test_a_title_that_says_nothing_is_none(export) -> None:
    assert "k" in export.one(*_read("@article{k, author={Wu, Yue}, title={{~}}, journal={J}, year=2020}"))


PUBLISHED = """@inproceedings{wu2024selfplay, author={Wu, Yue and van der Schaar, Mihaela}, title={Self-Play for {LLM}s},
  booktitle={The Thirteenth International Conference}, eventtitle={ICLR 2025}, year=2025, pages={1--20},
  eprint={2405.00675}, eprinttype={arxiv}, eprintclass={cs.LG}, url={https://openreview.net/forum?id=x}, mine={a_b}}"""


def test_the_venue_wins_and_the_eprint_stays() -> None:
    assert item_of(PUBLISHED) == {
        "id": "wu2024selfplay",
        "type": "paper-conference",
        "title": 'Self-Play for <span class="nocase">LLM</span>s',
        "event-title": "ICLR 2025",
        "author": [
            {"family": "Wu", "given": "Yue"},
            {"family": "Schaar", "given": "Mihaela", "non-dropping-particle": "van der"},
        ],
        "issued": {"date-parts": [[2025]]},
        "container-title": "The Thirteenth International Conference",
        "page": "1-20",
        "note": "arXiv:2405.00675",
        "URL": "https://openreview.net/forum?id=x",
    }
    written = ris_of(PUBLISHED)
    assert written["title"] == "Self-Play for LLMs"
    assert (written["accession_number"], written["name_of_database"]) == ("arXiv:2405.00675", "arXiv")
    assert written["file_attachments1"] == "https://arxiv.org/pdf/2405.00675"
    assert "notes" not in written
    text = biblatex(*_read(PUBLISHED))
    for kept in (
        "eprint      = {2405.00675}",
        "eprintclass = {cs.LG}",
        "eventtitle  = {ICLR 2025}",
        "mine        = {a\\_b}",
    ):
        assert kept in text


def test_classic_fields_in_biblatex() -> None:
    text = biblatex(*_read("@article{k, title={T}, journal={J}, year=2020, month=may, address={X}, note={N}}"))
    fields = dict(re.findall(r"^  (\w+) += \{(.*)\},$", text, re.MULTILINE))
    assert fields == {"title": "{T}", "journaltitle": "J", "date": "2020-05", "location": "X", "note": "N"}
    text = biblatex(*_read("@misc{k, title={Page}, howpublished={\\url{https://e.org/a_b}}, year={forthcoming}}"))
    assert text.startswith("@online{k,")
    assert "url         = {https://e.org/a_b}" in text
    assert "pubstate    = {forthcoming}" in text


def test_an_entry_without_a_record() -> None:
    page = PageEntry(key="u", title="Train R1", url="https://unsloth.ai/blog/r1", authors=(Author("Daniel"),),
                     date=PartialDate(2025, 2, 6))  # fmt: skip
    entry = entry_of_page("u", page)._replace(added=PartialDate(2025, 3, 1), tags=("rl", "howto"))
    assert csl_item(entry) == {
        "id": "u", "type": "post-weblog", "title": "Train R1", "author": [{"family": "Daniel"}],
        "issued": {"date-parts": [[2025, 2, 6]]}, "URL": "https://unsloth.ai/blog/r1", "container-title": "unsloth.ai",
        "accessed": {"date-parts": [[2025, 3, 1]]}, "keyword": "rl, howto",
    }  # fmt: skip
    assert "urldate     = {2025-03-01}" in biblatex(entry)
    assert "\r\nY2  - 2025/03/01/\r\n" in ris(entry)
    assert "\r\nKW  - rl\r\nKW  - howto\r\n" in ris(entry)


def test_nothing_and_several() -> None:
    assert [export.join([]) for export in FORMATS] == ["", "", "", "[]\n"]
    entries = [entry_of_page(key, PageEntry(key=key, title="T")) for key in "ab"]
    both = {export.name: export.join([export.one(entry, None) for entry in entries]) for export in FORMATS}
    assert [item["id"] for item in json.loads(both["csl-json"])] == ["a", "b"]
    assert [item["id"] for item in rispy.loads(both["ris"])] == ["a", "b"]
    assert both["ris"].count("\n") == both["ris"].count("\r\n")


@pytest.mark.parametrize("export", FORMATS, ids=lambda export: export.name)
def test_where_a_file_came_from(export) -> None:
    entry = entry_of_page("a", PageEntry(key="a", title="Ünseen 🌟"))
    text = export.join([export.one(entry, None)])
    signed = export.sign(text, HERE)
    assert "example.org/list/" in signed
    if export in (BIBTEX, BIBLATEX):
        assert signed.endswith(text)
        assert read_bibliography(signed, "x")[0].keys() == {"a"}
        assert "@" not in signed.removesuffix(text)
    elif export is RIS:
        assert rispy.loads(signed)[0]["database_provider"] == "A list @ home, https://example.org/list/"
    else:
        assert json.loads(signed) == [{**json.loads(text)[0], "source": "A list @ home, https://example.org/list/"}]
    assert export.sign(text, Provenance("")) == text


def test_no_value_breaks_a_line_of_ris() -> None:
    entry = entry_of_page("a", PageEntry(key="a", title="One\r\nER  - \r\nTY  - JOUR", tags=("x\ny",)))
    assert len(rispy.loads(ris(entry))) == 1


def test_all_formats_have_names_and_suffixes_of_their_own() -> None:
    formats = all_formats()
    assert list(formats) == ["apa", "biblatex", "bibtex", "csl-json", "ieee", "nature", "ris"]
    assert len({export.suffix for export in formats.values()}) == len(formats)


@pytest.mark.needs("biber")
def test_biber_has_nothing_to_say(page_entries, recorded, tmp_path: Path) -> None:
    video = entry_of_page("v", PageEntry(key="v", title="V", url="https://youtu.be/x", date=PartialDate(2024)))
    texts = [
        *(biblatex(entry) for entry in [*page_entries, video]),
        *(biblatex(entry, record) for entry, record in recorded),
    ]
    (tmp_path / "all.bib").write_text(BIBLATEX.join(texts), encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", "all.bib"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    said = [line for line in run.stdout.splitlines() if not line.startswith("INFO")]
    undated = [line for line in said if "one of 'date, year' must be defined" in line]
    unknown = [line for line in said if "'citationnote' invalid" in line]
    assert said == [line for line in said if line in undated or line in unknown]
    # Of these types it expects a date.
    assert len(undated) == sum("\n  date " not in text and not text.startswith("@misc") for text in texts)
