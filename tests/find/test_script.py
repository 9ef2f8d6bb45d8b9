"""``find/search.js``: the same program as the scripts it is made of, and small."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

import sphinx_reading_list
from sphinx_reading_list.finding.script import joined
from sphinx_reading_list.sphinxext.outputs.search_script import scripts
from sphinx_reading_list.sphinxext.pages.scripts import SEARCH_SCRIPTS

STATIC = Path(sphinx_reading_list.__file__).parent / "sphinxext" / "static"
TYPESCRIPT = Path(__file__).parents[1] / "node" / "node_modules" / "typescript"
TOKENS = """\
const ts = require(process.argv[1]);
const ascii = (text) => text.replace(/[^\\x00-\\x7f]/g, (unit) => `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
for (const file of process.argv.slice(2)) {
  const walk = (node) => {
    const children = node.getChildren(source).filter((child) => child.kind < ts.SyntaxKind.FirstJSDocNode || child.kind > ts.SyntaxKind.LastJSDocNode);
    if (children.length) children.forEach(walk);
    else if (node.getWidth(source)) console.log(JSON.stringify(ascii(node.getText(source))));
  };
  const source = ts.createSourceFile(file, require("fs").readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  walk(source);
}
"""


def texts() -> list[str]:
    return [(STATIC / name).read_text(encoding="utf-8") for name in SEARCH_SCRIPTS]


def test_only_comments_types_and_indentation_are_left_out() -> None:
    script = "/* One.\n\n   // Two. */\n// Three.\nif (a) {\n  /** Four. */\n  b = /\\/*/; // Five\n\n  /** @type {C} */ (d).e();\n}\n"
    assert joined([script, "f();\n"]) == "if (a) {\nb = /\\/*/; // Five\n(d).e();\n}\nf();\n"


@pytest.mark.needs("node", "tsc")
def test_it_is_the_program_that_the_scripts_are(tmp_path: Path) -> None:
    whole = tmp_path / "search.js"
    whole.write_text(joined(texts()), encoding="utf-8")

    def tokens(*files: Path) -> list[str]:
        done = subprocess.run(["node", "-e", TOKENS, TYPESCRIPT, *files], capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    assert len(tokens(whole)) > 1000
    assert tokens(whole) == tokens(*(STATIC / name for name in SEARCH_SCRIPTS))


def test_no_script_has_a_string_of_several_lines() -> None:
    assert [
        name
        for name, text in zip(SEARCH_SCRIPTS, texts(), strict=True)
        for line in text.splitlines()
        if line.count("`") % 2
    ] == []


def test_every_script_of_the_search_is_in_it() -> None:
    assert sorted(SEARCH_SCRIPTS) == sorted(path.name for path in STATIC.glob("reading-list-find-*.js"))


def test_the_whole_search_is_small() -> None:
    assert sum(len(gzip.compress(text.encode(), 9)) for text in scripts().values()) <= 15_000


def test_no_server_can_get_its_encoding_wrong() -> None:
    assert joined(["a = 'ß’𝕏', /[ø]/u;\n"]) == "a = '\\u00df\\u2019\\ud835\\udd4f', /[\\u00f8]/u;\n"
    assert joined(texts()).isascii()
