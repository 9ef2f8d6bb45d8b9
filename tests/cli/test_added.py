"""When entries came into a list: ``check --fix`` writes it, from git's history or the clock."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from sphinx_reading_list.cli import main
from sphinx_reading_list.cli._clock import today
from sphinx_reading_list.cli._history import DatesAdded, NoHistoryError, read_history, said_by
from sphinx_reading_list.core.dates import PartialDate

from .repositories import TODAY, commit, dates, git
from .sites import write_site

if TYPE_CHECKING:
    from pathlib import Path

CODE = "# Code\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"
MORE = CODE + "\n:::{entry} [TRL](https://github.com/huggingface/trl)\n:highlight:\n:::\n"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--select", "missing-added", *arguments], catch_exceptions=False)


@pytest.fixture
def repository(folder: Path) -> Path:
    """A list of which the paper came first, as part of a plain list; verl, then its key; and TRL today."""
    git(folder, "init")
    write_site(folder, code="# Code\n")
    commit(folder, "2024-05-01")
    write_site(folder, code="# Code\n\n- [verl](https://github.com/volcengine/verl)\n")
    commit(folder, "2024-06-01")
    write_site(folder, code=CODE)
    commit(folder, "2024-07-01")
    write_site(folder, code=MORE)
    return folder


def test_dates_come_from_the_whole_history(repository: Path) -> None:
    done = check("--fix")
    assert (done.exit_code, done.stdout) == (0, "")
    assert dates(repository) == {
        "wu2024selfplay": "2024-05-01",
        "volcengine-verl": "2024-06-01",
        "huggingface-trl": "2025-03-03",
    }
    page = (repository / "docs/list/code.md").read_text(encoding="utf-8")
    assert page == MORE.replace(":key: volcengine-verl\n", ":key: volcengine-verl\n:added: 2024-06-01\n").replace(
        "trl)\n", "trl)\n:added: 2025-03-03\n"
    )
    assert check("--fix").exit_code == 0
    assert (repository / "docs/list/code.md").read_text(encoding="utf-8") == page


def test_from_then_on_new_entries_get_theirs_unasked(repository: Path) -> None:
    assert "missing-added" not in CliRunner().invoke(main, ["check"]).output
    check("--fix")
    page = repository / "docs/list/code.md"
    new = "\n:::{entry} [New](https://e.org/new)\n:key: eorg-new\n:::\n"
    page.write_text(page.read_text(encoding="utf-8") + new, encoding="utf-8")
    assert "missing-added eorg-new (“New”) has no date" in CliRunner().invoke(main, ["check"]).output
    CliRunner().invoke(main, ["check", "--fix"])
    assert dates(repository)["eorg-new"] == "2025-03-03"


def test_an_entry_that_moved_keeps_its_date(repository: Path) -> None:
    write_site(repository, code="# Code\n", tools=CODE.replace("# Code", "# Tools"))
    commit(repository, "2024-09-01")
    check("--fix")
    assert dates(repository)["volcengine-verl"] == "2024-06-01"


def test_a_work_in_two_places_gets_one_date(repository: Path) -> None:
    write_site(repository, code=CODE, tools="# Tools\n\n:::{entry} volcengine-verl\n:::\n")
    check("--fix")
    written = "".join(path.read_text(encoding="utf-8") for path in (repository / "docs/list").glob("[ct]o*.md"))
    assert written.count(":added: 2024-06-01") == 1


@pytest.mark.parametrize("fence", ["---\nkey: volcengine-verl\n---\n", ":key: volcengine-verl\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_line_is_new(folder: Path, fence: str, end: str) -> None:
    page = f"\ufeff# Code\n\n:::{{entry}} [verl](https://e.org)\n{fence}\nA note.  \n:::\n"
    write_site(folder, rlhf="# R\n", code=page.replace("\n", end))
    check("--fix")
    key = "key: volcengine-verl\n"
    new = page.replace(key, key + (":" if fence.startswith(":") else "") + "added: 2025-03-03\n")
    assert (folder / "docs/list/code.md").read_bytes() == new.replace("\n", end).encode()


def test_a_shallow_clone_is_not_guessed_at(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, "2024-08-01")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--depth", "2", repository.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    done = check("--fix")
    assert done.exit_code == 1
    assert "docs/list: no-history the clone is shallow: 2 entries are older than its first commit" in done.stderr
    assert "git fetch --unshallow" in done.stderr
    assert "--fix mends" not in done.stderr  # it didn't, just now
    assert dates(clone) == {"huggingface-trl": "2024-08-01"}


def test_without_a_repository_they_came_today(folder: Path) -> None:
    write_site(folder)
    done = check("--fix")
    assert done.exit_code == 0
    assert "docs/list: no-history git says: not a git repository" in done.stderr
    assert set(dates(folder).values()) == {"2025-03-03"}


def test_without_git_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(folder)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "no-history there is no git; entries get today's date" in check("--fix").stderr
    assert set(dates(folder).values()) == {"2025-03-03"}


def test_a_repository_without_a_commit_is_no_problem(folder: Path) -> None:
    git(folder, "init")
    write_site(folder)
    assert "no-history" not in check("--fix").stderr
    assert set(dates(folder).values()) == {"2025-03-03"}


def test_inside_a_hook_of_another_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "elsewhere/.git")
    check("--fix")
    assert dates(repository)["volcengine-verl"] == "2024-06-01"


def test_nothing_of_a_repository_is_run(repository: Path) -> None:
    """Neither programs that its settings name nor a page whose name looks like an option do any harm."""
    proof = repository / "proof"
    git(repository, "config", "diff.external", f"touch {proof}")
    git(repository, "config", "core.pager", f"touch {proof}")
    git(repository, "config", "diff.x.textconv", f"touch {proof} #")
    (repository / ".gitattributes").write_text("*.md diff=x\n", encoding="utf-8")
    write_site(repository, **{"--output=x": "# X\n", ":(glob)y": "# Y\n"})
    commit(repository, "2024-08-01")
    check("--fix")
    assert not proof.exists()
    assert dates(repository)["volcengine-verl"] == "2024-06-01"


def test_a_merge_that_adds_an_entry_itself(repository: Path) -> None:
    commit(repository, "2024-08-01")
    git(repository, "checkout", "-b", "side")
    write_site(repository, code=MORE, side="# Side\n")
    commit(repository, "2024-08-02")
    git(repository, "checkout", "main")
    (repository / "x.txt").write_text("x", encoding="utf-8")
    commit(repository, "2024-08-03")
    git(repository, "merge", "--no-commit", "--no-ff", "side", date="2024-08-04")
    write_site(repository, code=MORE, side="# Side\n\n:::{entry} [Evil](https://e.org/evil)\n:::\n")
    commit(repository, "2024-08-04")
    assert read_history(repository / "docs/list").dates["https://e.org/evil"] == "2024-08-04"


def test_history_is_read_once(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda command, **more: calls.append(command) or run(command, **more))
    check("--fix")
    assert sum("log" in command for command in calls) == 1


def test_no_history_is_an_error_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(NoHistoryError, match="git says: not a git repository"):
        read_history(tmp_path)
    with pytest.raises(NoHistoryError, match="git can't be run: no such file"):
        read_history(tmp_path / "missing")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":::{entry} wu2024selfplay", ["key wu2024selfplay"]),
        ("```{entry} wu2024selfplay", ["key wu2024selfplay"]),
        (":::{entry} [A (b)](https://e.org/x(1))", ["https://e.org/x(1)", "https://e.org/x"]),
        (":key: a-b", ["key a-b"]),
        ("key: a-b", ["key a-b"]),
        ("- [a](http://arxiv.org/abs/2405.00675v2), <https://e.org/b>", ["arxiv:2405.00675", "https://e.org/b"]),
        ("A word on {entry}`x` and https.", []),
    ],
)
def test_what_a_line_says(line: str, said: list[str]) -> None:
    assert [name.removesuffix(",") for name in said_by(line)][: len(said)] == said


def test_the_day_is_what_the_environment_says() -> None:
    assert today({"SOURCE_DATE_EPOCH": TODAY}) == PartialDate(2025, 3, 3)
    assert today({"SOURCE_DATE_EPOCH": "soon"}) == today({})
    assert DatesAdded(PartialDate(2025)).problems == []
