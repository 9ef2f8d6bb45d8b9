"""CITATION.cff read as a record; and the files of this repository, which have to be valid."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from sphinx_reading_list.bib.citation_file import read_citation

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "has no title", 0),
        ("- a\n", "has no title", 0),
        ("title: [a]\n", "has no title", 0),
        ("title: T\n", "names no author", 0),
        (
            "title: T\nauthors: [{name: A}]\ndate-released: soon\n",
            "date-released: 'soon' is no date like 2025-02-06",
            0,
        ),
        ("title: T\n  bad: x\n", "can't be read: mapping values are not allowed here", 2),
        ("title: \x07\n", "can't be read: special characters are not allowed", 0),
    ],
)
def test_what_is_wrong_is_said(text, message, line):
    _, problems = read_citation(text, "CITATION.cff")
    assert [(problem.message, problem.location.line, problem.code.code) for problem in problems] == [
        (message, line, "broken-citation")
    ]


def test_names_and_unsafe_addresses():
    record, problems = read_citation(
        "title: T {x} 100%\n"
        "authors:\n"
        "- {family-names: Berg, name-particle: von, name-suffix: Jr., given-names: Ann}\n"
        "- {name: R&D and Friends}\n"
        "- {alias: someone}\n"
        "- 7\n"
        "url: javascript:alert(1)\n"
        "doi: 10.1000/x\n"
        "type: software\n",
        "CITATION.cff",
    )
    assert problems == []
    assert record.fields == {
        "author": "von Berg, Jr., Ann and {R\\&D and Friends} and {someone}",
        "title": r"{T \textbraceleft{}x\textbraceright{} 100\%}",
        "doi": "10.1000/x",
    }
    assert record.type == "software"


PERSON = {
    "type": "object",
    "anyOf": [{"required": ["name"]}, {"required": ["family-names"]}],
    "additionalProperties": {"type": "string", "minLength": 1},
}
COMMON = {
    "title": {"type": "string", "minLength": 1},
    "abstract": {"type": "string"},
    "authors": {"type": "array", "minItems": 1, "items": PERSON},
    "version": {"type": "string"},
    "date-released": {"pattern": r"^\d{4}-\d\d-\d\d$"},
    "license": {"enum": ["MIT", "CC0-1.0"]},
    "keywords": {"type": "array", "items": {"type": "string"}, "uniqueItems": True, "minItems": 1},
    "url": {"type": "string", "pattern": "^https?://"},
}
FORMAT = {
    "type": "object",
    "required": ["cff-version", "message", "title", "authors"],
    "additionalProperties": False,
    "properties": {
        **COMMON,
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "type": {"enum": ["software", "dataset"]},
        "references": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "title", "authors"],
                "additionalProperties": False,
                "properties": {**COMMON, "type": {"enum": ["data"]}, "notes": {"type": "string"}},
            },
        },
    },
}


@pytest.mark.parametrize("path", ["CITATION.cff", "docs/CITATION.cff"])
def test_the_files_of_this_repository_are_valid(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    Draft202012Validator(FORMAT).validate(yaml.load(text, Loader=yaml.BaseLoader))
    _, problems = read_citation(text, path)
    assert problems == []


def test_they_say_the_same_of_the_list():
    ours, docs = (
        yaml.load((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path in ("CITATION.cff", "docs/CITATION.cff")
    )
    [reference] = ours["references"]
    shared = ("title", "authors", "version", "date-released", "license")
    assert {name: reference[name] for name in shared} == {name: docs[name] for name in shared}
