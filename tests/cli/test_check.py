"""``reading-list check`` as people call it: what it says, how it ends, what it mends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_reading_list.cli import main
from sphinx_reading_list.cli._formats import as_github
from sphinx_reading_list.core.entry import Location
from sphinx_reading_list.core.problems import Code, Problem
from sphinx_reading_list.core.settings import PROGRAM_SETTINGS

from .sites import RECORD, write_site

HTTP = "# Code\n\n:::{entry} [verl](http://github.com/volcengine/verl)\n:::\n"
ROOT = Path(__file__).parents[2]


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def test_a_good_list(folder: Path) -> None:
    write_site(folder)
    done = check()
    assert (done.exit_code, done.stdout) == (0, "")
    assert "2 works on 3 pages, no problems." in done.stderr


def test_what_is_wrong_is_said_with_its_place_and_what_to_do(folder: Path) -> None:
    write_site(folder, code=HTTP)
    done = check()
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "docs/list/code.md:3: http-link http://github.com/volcengine/verl could be https://github.com/volcengine/verl",
        "    → Write https://. --fix does it. The setting https-hosts names further hosts.",
        "docs/list/code.md:3: missing-key “verl” needs :key: volcengine-verl",
        "    → Write the key that the message names as an option below the title. --fix does it.",
    ]


@pytest.mark.parametrize("paths", [[], ["docs"], ["docs/index.md"]])
def test_a_reading_path_on_a_page_beside_the_list_is_read_too(folder: Path, paths: list[str]) -> None:
    write_site(folder)
    (folder / "docs/conf.py").touch()
    (folder / "docs/index.md").write_text("# Home\n\n```{rl:highlights}\nnobody First.\n```\n", encoding="utf-8")
    done = check(*paths)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == "docs/index.md:4: unknown-key No entry of the list has the key 'nobody'"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix_changes_what_is_wrong_and_nothing_else(folder: Path, end: str) -> None:
    page = "\ufeff" + HTTP + "\nSome *prose*, http://github.com/x.  \n"
    write_site(folder, bib=RECORD.replace("{Self", "{SPPO: Self").replace("\n", end), code=page.replace("\n", end))
    done = check("--fix")
    assert done.exit_code == 0, done.output
    assert "fixed docs/list/code.md:3: http-link" in done.stderr
    new = page.replace("(http://", "(https://").replace("verl)\n", "verl)\n:key: volcengine-verl\n")
    assert (folder / "docs/list/code.md").read_bytes() == new.replace("\n", end).encode()
    bib = RECORD.replace("{Self", "{{SPPO}: Self").replace("\n", end)
    assert (folder / "refs.bib").read_bytes() == bib.encode()
    assert check("--fix").exit_code == 0


def test_a_trial_shows_the_changes_and_makes_none(folder: Path, snapshot_of) -> None:
    write_site(folder, code=HTTP)
    before = snapshot_of()
    done = check("--fix", "--dry-run")
    assert done.exit_code == 1
    assert "+:key: volcengine-verl\n" in done.stdout
    assert "would fix docs/list/code.md:3: missing-key" in done.stderr
    assert snapshot_of() == before


def test_only_some_files(folder: Path) -> None:
    write_site(folder, code=HTTP, rlhf="# RLHF\n\n:::{entry} wu2024selfplay\n:kind: nothing\n:::\n")
    assert [line.split()[1] for line in check("docs/list/rlhf.md").stdout.splitlines()[::2]] == ["unknown-kind"]
    assert check("refs.bib").exit_code == 0
    assert len(check("docs").stdout.splitlines()) == 6


def test_only_some_rules(folder: Path) -> None:
    write_site(folder, code=HTTP)
    assert check("--ignore", "http-link,missing-key").exit_code == 0
    assert len(check("--select", "missing-key", "--select", "unused-record").stdout.splitlines()) == 2


def test_rules_are_set_in_pyproject(folder: Path) -> None:
    write_site(folder, code=HTTP)
    (folder / "pyproject.toml").write_text('[tool.reading-list]\nignore = ["http-link"]\n', encoding="utf-8")
    assert len(check().stdout.splitlines()) == 2
    assert len(check("--select", "http-link").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[tool.reading-list]\nignroe = []\n", "'ignroe' is no setting; the nearest is ignore"),
        ('[tool.reading-list]\norder = "random"\n', "order takes one of none, newest, oldest, title"),
        ("[tool.reading-list]\nignore = 3\n", "ignore takes a list of texts"),
        ("[tool\n", "can't be read"),
        ("[tool]\nreading-list = 1\n", "is no table"),
        ('[tool.reading-list]\nselect = ["dupes"]\n', "'dupes' is no code"),
    ],
)
def test_a_wrong_setting_ends_it(folder: Path, content: str, said: str) -> None:
    write_site(folder)
    (folder / "pyproject.toml").write_text(content, encoding="utf-8")
    done = check()
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "duplicate-titel"], "the nearest are duplicate-title"),
        (["nowhere.md"], "nowhere.md: no-list is no part of the list"),
        (["--list", "nowhere"], "nowhere: no-list is no folder"),
        (["--bib", "nowhere.bib"], "nowhere.bib: unreadable-file"),
        (["--dry-run"], "--fix"),
    ],
)
def test_what_cannot_be_done(folder: Path, arguments: list[str], said: str) -> None:
    write_site(folder)
    done = check(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_no_list_at_all(folder: Path) -> None:
    done = check()
    assert done.exit_code == 2
    assert "there is neither docs/list nor list here" in done.stderr


def test_a_file_that_is_not_utf8_is_not_touched(folder: Path, snapshot_of) -> None:
    write_site(folder)
    (folder / "docs/list/code.md").write_bytes(b"# Caf\xe9\n")
    before = snapshot_of()
    assert check("--fix").exit_code == 2
    assert snapshot_of() == before


def test_for_programs(folder: Path) -> None:
    write_site(folder, code=HTTP)
    found = json.loads(check("--format", "json", "--select", "missing-key").stdout)
    assert found == [
        {
            "file": "docs/list/code.md",
            "line": 3,
            "code": "missing-key",
            "message": "“verl” needs :key: volcengine-verl",
            "advice": "Write the key that the message names as an option below the title. --fix does it.",
        }
    ]


def test_for_github() -> None:
    problem = Problem(Code.UNKNOWN_KEY, "100%\r\nsure: a,b", Location("a,b:c%.md", 7), "Do\nit.")
    assert as_github([problem]) == (
        "::error file=a%2Cb%3Ac%25.md,line=7,title=unknown-key::100%25%0D%0Asure: a,b%0ADo%0Ait.\n"
    )
    assert as_github([Problem(Code.NO_LIST, "nothing")]).startswith("::error title=no-list::nothing%0A")


def test_entries_of_a_plain_list_are_checked_where_they_stand(folder: Path) -> None:
    write_site(
        folder,
        more="# More\n\n```{entries}\n- [verl](https://github.com/volcengine/verl)\n- [TRL](http://arxiv.org/abs/1)\n```\n",
    )
    found = check().stdout.splitlines()[::2]
    assert [line.split()[:2] for line in found] == [
        ["docs/list/more.md:4:", "repeated-entry"],
        ["docs/list/more.md:5:", "http-link"],
        ["docs/list/more.md:5:", "malformed-arxiv"],
    ]


def test_a_record_that_only_another_page_cites_is_used(folder: Path) -> None:
    write_site(folder, rlhf="# RLHF\n")
    assert check("--select", "unused-record").exit_code == 1
    (folder / "docs/_build").mkdir()
    (folder / "docs/_build/about.md").write_text("{cite:p}`wu2024selfplay`\n", encoding="utf-8")
    (folder / "docs/conf.py").touch()
    assert check("--select", "unused-record").exit_code == 1
    (folder / "docs/about.rst").write_text(":cite:p:`wu2024selfplay`\n", encoding="utf-8")
    assert check("--select", "unused-record").exit_code == 0


VALUES = st.one_of(st.text(max_size=5), st.integers(), st.lists(st.text(max_size=8), max_size=2), st.just({}))
TABLES = st.dictionaries(st.sampled_from([setting.name for setting in PROGRAM_SETTINGS] + ["x"]), VALUES, max_size=3)
SETTINGS = st.one_of(
    TABLES.map(lambda table: "[tool.reading-list]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in table.items())),
    st.text(max_size=40),
    st.just("[tool.reading-list]\nselect = " + "[" * 5000),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SETTINGS.map(lambda text: text.encode("utf-8", "replace")), st.sampled_from(["text", "github", "json"]))
def test_any_settings_end_in_a_known_way(folder: Path, content: bytes, form: str) -> None:
    write_site(folder, code=HTTP)
    (folder / "pyproject.toml").write_bytes(content)
    done = check("--format", form)
    assert done.exit_code in (0, 1, 2)
    assert done.exit_code < 2 or "    → " in done.stderr


def test_this_list_has_only_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = [line.split()[1:3] for line in check().stdout.splitlines()[::2]]
    assert found == [["duplicate-title", "researchgate-reinforce"]]
