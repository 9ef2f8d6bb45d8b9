"""``refs.bib`` of this repository: its own rules hold, and the programs that read it have nothing to say."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sphinx_reading_list.bib.blocks import record_spans
from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.bib.writing import write_record
from sphinx_reading_list.core.slugs import ascii_fold

PATH = Path(__file__).parents[2] / "refs.bib"
TEXT = PATH.read_text(encoding="utf-8")
RECORDS, PROBLEMS = read_bibliography(TEXT, "refs.bib")
EACH = pytest.mark.parametrize("key", RECORDS)


def test_it_is_whole_and_sorted() -> None:
    assert PROBLEMS == []
    assert len(RECORDS) == len(record_spans(TEXT))
    assert list(RECORDS) == sorted(RECORDS)


@EACH
def test_a_record_is_in_the_style(key: str) -> None:
    record = RECORDS[key]
    assert record.raw + "\n" == write_record(record)
    assert "--" in record.fields.get("pages", "--")


@EACH
def test_a_record_is_complete(key: str) -> None:
    record, entry = RECORDS[key], entry_of_record(RECORDS[key])
    assert entry.url
    assert entry.authors
    assert not entry.authors_elided
    assert bool(entry.venue) == (record.type == "inproceedings")
    # The month is the publication's, and of a venue none is known.
    assert ("month" in record.fields) == (record.type == "misc")
    if event := record.get("eventtitle"):
        assert re.search(rf"\b{record.fields['year']}$", event)


@EACH
def test_a_key_says_who_and_when(key: str) -> None:
    # The rest of it is a word of the title that the work had when its key was published.
    entry = entry_of_record(RECORDS[key])
    assert entry.date
    family = "".join(filter(str.isalnum, ascii_fold(entry.authors[0].family).lower()))
    assert key.startswith(f"{family}{entry.date.year}")


@pytest.mark.needs("biber")
def test_biber_finds_nothing(tmp_path: Path) -> None:
    shutil.copy(PATH, tmp_path)
    command = ["biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", "refs.bib"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert [line for line in run.stdout.splitlines() if not line.startswith("INFO")] == []


@pytest.mark.needs("bibtex")
def test_bibtex_finds_nothing(tmp_path: Path) -> None:
    shutil.copy(PATH, tmp_path)
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{refs}\n", encoding="utf-8")
    run = subprocess.run(["bibtex", "all"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert "Warning" not in run.stdout
    assert (tmp_path / "all.bbl").read_text(encoding="utf-8").count("\\bibitem") == len(RECORDS)
