"""What the page on the search says can be typed, the search understands."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

import sphinx_reading_list
from sphinx_reading_list.finding.resources import RESOURCES

ROOT = Path(__file__).parents[2]
STATIC = Path(sphinx_reading_list.__file__).parent / "sphinxext" / "static"
PARSE = """\
import { load } from "./tests/find/finding.mjs";
const { finding } = load();
console.log(JSON.stringify(process.argv.slice(1).map((text) => finding.parse(text))));
"""


@pytest.mark.needs("node")
def test_every_example_is_understood() -> None:
    page = (ROOT / "docs" / "finding.md").read_text(encoding="utf-8").partition("## How words are compared")[0]
    typed = re.findall(r"`([^`]+)`", page)
    done = subprocess.run(
        ["node", "--input-type=module", "-e", PARSE, "--", *typed],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, "STATIC": str(STATIC)},
    )
    queries = json.loads(done.stdout)
    assert len(queries) == len(typed) > 15
    for text, query in zip(typed, queries, strict=True):
        assert query["warnings"] == []
        assert [found["field"] for found in query["filters"]] == re.findall(r"(\w+):", text), text
    fields = {found["field"] for query in queries for found in query["filters"]}
    script = (STATIC / "reading-list-find-query.js").read_text(encoding="utf-8")
    declared = re.search(r"const FIELDS = (\[.*\]);", script)
    assert declared
    assert fields == set(json.loads(declared[1]))
    values = {found["value"] for query in queries for found in query["filters"] if found["field"] == "has"}
    assert values == set(RESOURCES)
