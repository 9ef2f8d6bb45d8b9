"""``entries.json`` is what its schema says, whatever a list holds; a field that the schema lacks is found."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from sphinx_reading_list.bib.joining import build_catalogue
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.cli._site import load_site
from sphinx_reading_list.core.catalogue import Catalogue, SectionContent
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, Metric, PageEntry, Section
from sphinx_reading_list.core.kinds import KINDS
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.exports.entries_json import entries_json
from sphinx_reading_list.exports.entries_schema import FIELDS, entries_schema, entries_schema_text

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(entries_schema())
RECORDS, _ = read_bibliography(
    """
@inproceedings{wu2024selfplay,
  author = {Wu, Yue and {DeepSeek-AI} and Doe, Jr., Jane and others}, title = {Self-Play}, booktitle = {P},
  eventtitle = {ICLR 2025}, date = {2025-04-24}, eprint = {2405.00675}, eprinttype = {arxiv}, doi = {10.1145/X},
  pubstate = {retracted}, url = {https://openreview.net/forum?id=a3PmRgAB5T},
}
@misc{bare, title = {Bare}}
@misc{forthcoming, title = {Later}, year = {forthcoming}}
""",
    "refs.bib",
)
FULL = PageEntry(
    key="wu2024selfplay",
    aka=("SPPO",),
    formerly=("wu2024sppo",),
    tags=("rl",),
    highlight=True,
    added=PartialDate(2025, 3),
    links=(Link("https://github.com/uclaml/SPPO", "SPPO", "uclaml"),),
    note="A note.",
)
METRICS = {"wu2024selfplay": (Metric("citations", 76, "S", "https://e.org", PartialDate(2025)), Metric("stars", 0))}


def written(catalogue: Catalogue) -> dict:
    return json.loads(entries_json(catalogue))


def catalogue_of(*pages: PageEntry) -> Catalogue:
    return build_catalogue([SectionContent(Section("s", "S", "list/s"), pages)], RECORDS, METRICS)[0]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(entries_schema_text()))
    assert entries_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(field["description"] for field in FIELDS.values())


def test_every_field_is_declared_and_written() -> None:
    content = written(catalogue_of(FULL))
    VALIDATOR.validate(content)
    # Nothing is declared that is never written: an entry of which all is known has all fields.
    assert list(content["entries"][0]) == list(FIELDS)


@pytest.mark.parametrize("place", ["top", "entry", "author", "link", "metric", "appearance"])
def test_a_field_that_the_schema_lacks_is_found(place: str) -> None:
    content = written(catalogue_of(FULL))
    [entry] = content["entries"]
    places = {
        "top": content,
        "entry": entry,
        "author": entry["authors"][0],
        "link": entry["links"][0],
        "metric": entry["metrics"]["citations"],
        "appearance": entry["appearances"][0],
    }
    places[place]["undeclared"] = 1
    with pytest.raises(ValidationError):
        VALIDATOR.validate(content)


@pytest.mark.parametrize("name", FIELDS)
def test_a_schema_that_lacks_a_field_is_found(name: str) -> None:
    schema = deepcopy(entries_schema())
    del schema["properties"]["entries"]["items"]["properties"][name]
    assert list(Draft202012Validator(schema).iter_errors(written(catalogue_of(FULL))))


def test_another_version_is_another_schema() -> None:
    content = written(catalogue_of(FULL)) | {"schema": 2}
    assert list(VALIDATOR.iter_errors(content))


def test_this_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    content = written(load_site(None, None, None).catalogue)
    assert len(content["entries"]) == 44
    VALIDATOR.validate(content)


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20).filter(str.strip)
DATES = st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12)) | st.none()
URLS = st.sampled_from(
    ["", "https://arxiv.org/abs/2405.00675", "https://e.org/a.pdf", "https://github.com/a/b", "javascript:x"]
)
AUTHORS = st.builds(
    Author, TEXT, TEXT | st.just(""), st.sampled_from(["", "van"]), st.sampled_from(["", "Jr."]), st.booleans()
)
PAGES = st.builds(
    PageEntry,
    key=st.sampled_from(["", "k", "wu2024selfplay", "bare", "forthcoming", "🌟"]),
    title=TEXT,
    url=URLS,
    kind=st.sampled_from(["", *(kind.name for kind in KINDS)]),
    authors=st.lists(AUTHORS, max_size=3).map(tuple),
    authors_elided=st.booleans(),
    date=DATES,
    added=DATES,
    tags=st.lists(TEXT, max_size=2).map(tuple),
    aka=st.lists(TEXT, max_size=2).map(tuple),
    highlight=st.booleans(),
    links=st.lists(st.builds(Link, URLS, TEXT, TEXT), max_size=3).map(tuple),
    note=TEXT | st.just(""),
)


@given(st.lists(PAGES, max_size=5))
def test_whatever_a_list_holds(pages: list[PageEntry]) -> None:
    VALIDATOR.validate(written(catalogue_of(*pages)))
