"""The variables that a site's style sheet can set: declared in one place, each used, each documented."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from sphinx_reading_list.sphinxext.styling import ORDER, STYLES, style_sheet

ROOT = Path(__file__).parents[2]
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")}
VARIABLES = SHEETS.pop("variables.css")
READ = re.compile(r"var\((--(?:rl-|_)[a-z-]+)")


@pytest.fixture
def documented(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple]:
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "_ext"))
    monkeypatch.delitem(sys.modules, "style_variables", raising=False)
    from style_variables import style_variables

    return {variable.name: variable[1:] for variable in style_variables()}


def test_each_is_documented(documented: dict[str, tuple]) -> None:
    assert set(documented) == {name for name in READ.findall(VARIABLES) if name.startswith("--rl-")}
    for name, (said, default, _) in documented.items():
        assert said.endswith("."), name
        assert "var(" not in default, name
    assert documented["--rl-accent"][1:] == ("light-dark(#8a5f06, #d9a83a)", ())
    assert documented["--rl-link"][2] == ("furo", "pydata-sphinx-theme")


def test_no_other_style_sheet_reads_what_a_site_sets() -> None:
    read = {name: [one for one in READ.findall(text) if one.startswith("--rl-")] for name, text in SHEETS.items()}
    assert {name: found for name, found in read.items() if found} == {}


def test_each_is_used_and_nothing_else_is() -> None:
    declared = {f"--_{name}" for name in re.findall(r"--_([a-z-]+):", VARIABLES)}
    own = {name for text in SHEETS.values() for name in re.findall(r"(--_[a-z-]+):", text)}
    read = {name for text in (*SHEETS.values(), VARIABLES) for name in READ.findall(text) if name.startswith("--_")}
    assert read - own == declared - own


def test_each_style_sheet_is_in_the_one_that_pages_have() -> None:
    assert sorted(f"{name}.css" for name in ORDER) == sorted(path.name for path in STYLES.iterdir())
    whole = style_sheet()
    assert "/*" not in whole
    for text in (VARIABLES, *SHEETS.values()):
        declared = re.findall(r"^ +[\w-]+: [^;\n]+;$", text, re.MULTILINE)
        assert declared
        assert [one for one in declared if one.strip() not in whole] == []
