"""README and the papers beside it: what they name exists, and they agree with each other."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

import sphinx_reading_list

ROOT = Path(__file__).parents[2]
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
ALLOWED = {
    "pyproject.toml", "noxfile.py", ".readthedocs.yaml", "refs.bib", "docs", "ext", "tests",
    "README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff",
}  # fmt: skip


def commands(paper: str) -> list[str]:
    tokens = MarkdownIt().parse((ROOT / paper).read_text(encoding="utf-8"))
    return [line for token in tokens if token.info == "console" for line in token.content.splitlines()]


@pytest.mark.parametrize("session", ["docs", "tests"])
def test_readme_has_one_command_for_it(session: str) -> None:
    found = [command for command in commands("README.md") if command.endswith(f"nox -s {session}")]
    assert found == [f"python3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox -s {session}"]


def test_every_session_that_is_named_exists() -> None:
    existing = set(re.findall(r"@nox\.session.*?\ndef (\w+)", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.S))
    texts = [path.read_text(encoding="utf-8") for path in [*map(ROOT.joinpath, PAPERS), *(ROOT / "docs").rglob("*.md")]]
    named = {name for text in texts for line in re.findall(r"nox -s ((?:\w+ ?)+)", text) for name in line.split()}
    assert {"docs", "tests"} <= named <= existing


@pytest.mark.parametrize("paper", PAPERS)
def test_local_links_lead_somewhere(paper: str) -> None:
    page = BeautifulSoup(MarkdownIt().render((ROOT / paper).read_text(encoding="utf-8")), "html5lib")
    targets = [tag.get("href") or tag.get("src") or tag.get("srcset") for tag in page.select("a, img, source")]
    local = [str(target).partition("#")[0] for target in targets if "://" not in str(target)]
    assert [target for target in local if not (ROOT / target).exists()] == []


def test_the_citation_has_the_version() -> None:
    assert f"\nversion: {sphinx_reading_list.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_nothing_else_lies_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {name.partition("/")[0] for name in listed.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= ALLOWED
