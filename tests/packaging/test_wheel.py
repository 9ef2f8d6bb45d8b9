"""The built wheel: it holds the whole package, and works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    [built] = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        yield archive


@pytest.fixture(scope="module")
def unpacked(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site-packages")
    wheel.extractall(folder)
    return folder


def run(unpacked: Path, cwd: Path, *command: str) -> str:
    # Stands before the environment's own copy, if it has one.
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_holds_the_package_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    source = ROOT / "ext"
    files = {path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert held == {path.relative_to(source).as_posix() for path in files}


def test_it_says_that_it_is_typed_and_free(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert "sphinx_reading_list/py.typed" in names
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]


def test_it_builds_a_site_outside_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_reading_list"]\n', encoding="utf-8")
    (tmp_path / "index.md").write_text(
        "# List\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n",
        encoding="utf-8",
    )
    run(unpacked, tmp_path, "-m", "sphinx", "-W", "-n", "-b", "html", ".", "_build")
    assert 'id="entry-volcengine-verl"' in (tmp_path / "_build" / "index.html").read_text(encoding="utf-8")
    assert "volcengine-verl" in (tmp_path / "_build" / "cite" / "all.bib").read_text(encoding="utf-8")


def test_it_is_the_wheel_that_runs(unpacked: Path, tmp_path: Path) -> None:
    where = run(unpacked, tmp_path, "-c", "import sphinx_reading_list; print(sphinx_reading_list.__file__)")
    assert Path(where.strip()).is_relative_to(unpacked)


def test_its_program_runs(unpacked: Path, tmp_path: Path) -> None:
    [entry_points] = unpacked.glob("*.dist-info/entry_points.txt")
    assert "reading-list = sphinx_reading_list.cli:main" in entry_points.read_text(encoding="utf-8")
    program = "from sphinx_reading_list.cli import main; main(['--help'])"
    assert "import" in run(unpacked, tmp_path, "-c", program)
