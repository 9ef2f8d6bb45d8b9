"""The examples of the documentation work as they are printed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CONF = 'extensions = ["sphinx_reading_list"]\nnitpicky = True\n'


def sphinx(folder: Path, *arguments: str) -> None:
    """Build a site, each warning an error."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("READTHEDOCS")}
    command = [sys.executable, "-m", "sphinx", "-W", "-q", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_entry_as_shown_makes_a_card(entry_example: Any, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copy(ROOT / "refs.bib", tmp_path)
    (tmp_path / "README.md").write_text("# List\n\n- [verl](https://github.com/volcengine/verl)\n", encoding="utf-8")
    (docs / "conf.py").write_text(CONF, encoding="utf-8")
    suffix = {"markdown": "md", "rst": "rst"}[entry_example.language]
    title = "" if entry_example.text.startswith("# ") else "List\n====\n\n"
    (docs / f"index.{suffix}").write_text(title + entry_example.text, encoding="utf-8")
    sphinx(tmp_path, "docs", "out")
    assert 'class="sd-card' in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def reading_list(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a page prints it."""
    program = [sys.executable, "-c", "from sphinx_reading_list.cli import main; main()"]
    return subprocess.run(
        [*program, *shlex.split(command)[1:]], cwd=folder, check=False, capture_output=True, text=True
    )


def test_three_commands_make_a_site(examples_of: Any, tmp_path: Path) -> None:
    page = examples_of("docs/project/bring-your-own-list.md")
    [readme] = [example.text for example in page if example.caption == "README.md"]
    (tmp_path / "README.md").write_text(readme, encoding="utf-8")
    install, load, build, check, back = (example.text for example in page if example.language == "console")
    assert install.startswith("pip install ")
    assert reading_list(tmp_path, load).returncode == 1  # an elided list of authors is reported
    sphinx(tmp_path, *shlex.split(build)[1:])
    assert 'id="entry-wu2024selfplay"' in (tmp_path / "site" / "list" / "papers.html").read_text(encoding="utf-8")
    found = reading_list(tmp_path, check)
    assert (found.returncode, found.stdout.count("elided-authors")) == (1, 1)
    assert reading_list(tmp_path, back).returncode == 0
    assert "<!-- wu2024selfplay " in (tmp_path / "README.md").read_text(encoding="utf-8")

    named = {example.caption: example.text for example in page if example.caption and example.caption != "README.md"}
    for name, text in named.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    steps = yaml.safe_load(named[".github/workflows/list.yml"])["jobs"]["list"]["steps"]
    _, in_ci, built = (step["run"] for step in steps if "run" in step)
    assert reading_list(tmp_path, in_ci).returncode == 0  # what can't be met yet is switched off
    sphinx(tmp_path, *shlex.split(built)[2:])


def test_the_hooks_that_are_named_run(examples_of: Any, tmp_path: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    shown = yaml.safe_load(next(one.text for one in examples_of("docs/project/rules.md") if one.language == "yaml"))
    assert {hook["id"] for repo in shown["repos"] for hook in repo["hooks"]} <= {hook["id"] for hook in hooks}
    (tmp_path / "docs" / "list").mkdir(parents=True)
    page = tmp_path / "docs" / "list" / "code.md"
    page.write_text("# Code\n\n:::{entry} [verl](http://github.com/volcengine/verl)\n:::\n", encoding="utf-8")
    for hook, status in zip(hooks, (1, 0), strict=True):
        assert {"id", "name", "description", "entry", "language"} <= set(hook)
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        assert set(hook["types_or"]) == {"markdown", "bib"}
        assert reading_list(tmp_path, hook["entry"]).returncode == status
    assert ":key: volcengine-verl" in page.read_text(encoding="utf-8")


def test_the_tutorial_ends_in_a_site(examples_of: Any, tmp_path: Path) -> None:
    page = examples_of("docs/project/tutorial.md")
    for example in page:
        if example.caption:
            (tmp_path / example.caption).parent.mkdir(exist_ok=True)
            (tmp_path / example.caption).write_text(example.text, encoding="utf-8")
    [command] = [example.text for example in page if example.text.startswith("reading-list import")]
    program = "from sphinx_reading_list.cli import main; main()"

    def run() -> int:
        arguments = shlex.split(command)[1:]
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments], cwd=tmp_path, check=False, capture_output=True
        )
        return done.returncode

    assert run() == 1  # an elided list of authors is reported
    written = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    run()
    assert written == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    assert "{entry} wu2024selfplay" in (tmp_path / "docs" / "list" / "papers.md").read_text(encoding="utf-8")
    [build] = [example.text for example in page if example.text.startswith("sphinx-build")]
    sphinx(tmp_path, *shlex.split(build)[2:])
    out = tmp_path / "docs" / "_build" / "html"
    assert 'id="entry-wu2024selfplay"' in (out / "list" / "papers.html").read_text(encoding="utf-8")
    assert 'id="entry-volcengine-verl"' in (out / "list" / "code.html").read_text(encoding="utf-8")
