"""When entries came into a list: ``import --added`` writes it for those that are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from sphinx_reading_list.cli import main

from .repositories import TODAY, commit, dates, git

if TYPE_CHECKING:
    from pathlib import Path

LIST = "# L\n\n## Code\n\n- [verl](https://github.com/volcengine/verl)\n- [Self-Play Preference Optimization](https://arxiv.org/abs/2405.00675)\n"
NEW = LIST + "- [OpenRLHF](https://github.com/OpenRLHF/OpenRLHF)\n"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--select", "missing-added", *arguments], catch_exceptions=False)


def run_import(folder: Path, text: str, *arguments: str) -> Result:
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    command = ["import", "LIST.md", "--to", "docs/list", "--bib", "refs.bib", *arguments]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def pages(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "docs/list").glob("*.md")))


def test_an_import_writes_no_dates_unasked(folder: Path) -> None:
    run_import(folder, LIST)
    assert "added" not in pages(folder)


@pytest.mark.parametrize(("when", "written"), [("today", "2025-03-03"), ("2024-11", "2024-11")])
def test_an_import_dates_what_is_new(folder: Path, when: str, written: str) -> None:
    run_import(folder, LIST, "--added", "2024-01-31")
    assert pages(folder).count(":added: 2024-01-31\n") == 2
    assert "Nothing changed" in run_import(folder, LIST, "--added", when).stdout
    run_import(folder, NEW, "--added", when)
    assert sorted(dates(folder).values()) == sorted(["2024-01-31", "2024-01-31", written])
    # It stays, whether it is asked for again or not.
    assert "Nothing changed" in run_import(folder, NEW).stdout


def test_an_import_reads_the_history_of_the_list(folder: Path) -> None:
    git(folder, "init")
    (folder / "LIST.md").write_text(
        "# L\n\n## Code\n\n- [Self-Play Preference Optimization](https://arxiv.org/pdf/2405.00675v1)\n",
        encoding="utf-8",
    )
    commit(folder, "2023-01-01")
    (folder / "LIST.md").write_text(LIST, encoding="utf-8")
    commit(folder, "2023-02-01")
    run_import(folder, NEW, "--added", "git")
    assert sorted(dates(folder).values()) == ["2023-01-01", "2023-02-01", "2025-03-03"]
    before = pages(folder)
    assert "Nothing changed" in run_import(folder, NEW, "--added", "git").stdout
    assert pages(folder) == before


def test_an_import_from_a_shallow_clone_does_not_guess(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(folder, "init")
    (folder / "LIST.md").write_text(LIST, encoding="utf-8")
    commit(folder, "2023-01-01")
    git(tmp_path, "clone", "--depth", "1", folder.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    done = run_import(tmp_path / "clone", NEW, "--added", "git")
    assert "LIST.md: no-history the clone is shallow" in done.stderr
    assert list(dates(tmp_path / "clone").values()) == ["2025-03-03"]


def test_an_import_without_a_history_says_so(folder: Path) -> None:
    done = run_import(folder, LIST, "--added", "git")
    assert "LIST.md: no-history git says: not a git repository" in done.stderr
    assert set(dates(folder).values()) == {"2025-03-03"}


def test_dates_that_check_wrote_do_not_stop_a_list(folder: Path) -> None:
    """The next import follows the list, and keeps them: they are no person's edit."""
    run_import(folder, LIST)
    check("--fix")
    assert "Nothing changed" in run_import(folder, LIST).stdout
    done = run_import(folder, LIST.replace("engine/verl)", "engine/verl) - an RL library"))
    assert "edited" not in done.output
    assert "an RL library" in pages(folder)
    assert pages(folder).count(":added: 2025-03-03\n") == 2


def test_a_date_that_is_none(folder: Path) -> None:
    done = run_import(folder, LIST, "--added", "yesterday")
    assert done.exit_code == 2
    assert "'yesterday' is not a date like 2025" in done.output
