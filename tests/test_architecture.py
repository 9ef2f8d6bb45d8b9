"""The house: which room may import which, what each may use, and how big a file gets."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ext" / "sphinx_reading_list"
MODULES = sorted(PACKAGE.rglob("*.py"))
# core ← lists, bib, exports, checks ← providers ← cli, and beside it … ← sphinxext
MAY_IMPORT = {
    "core": set(),
    "lists": {"core"},
    "bib": {"core"},
    "exports": {"core", "bib"},
    "feeds": {"core", "lists"},
    "finding": {"core", "lists"},
    "metadata": {"core", "bib", "exports"},
    "indexes": {"core"},
    "pictures": {"core"},
    "relations": {"core", "bib"},
    "checks": {"core", "lists", "bib"},
    "providers": {"core", "lists", "bib", "exports", "checks"},
    "cli": {"core", "lists", "bib", "exports", "checks", "providers"},
    "sphinxext": {
        "core",
        "lists",
        "bib",
        "exports",
        "checks",
        "feeds",
        "finding",
        "indexes",
        "metadata",
        "pictures",
        "relations",
    },
}
# The rooms of lists, and which others of them each may import; what stands beside them is for all.
IN_LISTS = {
    "markup": set(),
    "words": {"markup"},
    "items": {"markup", "words"},
    "blocks": {"markup", "words", "items"},
    "pages": {"markup"},
    "readmes": {"markup", "words", "blocks", "pages"},
    "dialects": {"markup", "words", "items", "readmes"},
    "fidelity": {"markup"},
}
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "requests_cache", "socket", "urllib3"}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    """The folder directly under the package, or an empty string for the package's own ``__init__``."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The absolute dotted name of everything that a module imports, wherever in it the import stands."""
    package = ["sphinx_reading_list", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = [*base, *(node.module.split(".") if node.module else [])]
            yield from (".".join([*module, alias.name]) for alias in node.names)


def rooms(path: Path) -> set[str]:
    """The other rooms that a module imports."""
    names = (name.split(".") for name in imports(path))
    return {name[1] for name in names if name[0] == "sphinx_reading_list" and len(name) > 1} - {room_of(path)}


def outside(path: Path) -> set[str]:
    """The other packages that a module imports."""
    return {name.partition(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path)], ids=relative)
def test_imports_go_one_way(path: Path) -> None:
    # "__version__" is the package's own, and anybody may say it.
    assert rooms(path) - {"__version__"} <= MAY_IMPORT[room_of(path)]


@pytest.mark.parametrize("room", sorted(IN_LISTS))
def test_imports_within_lists_go_one_way(room: str) -> None:
    lists = PACKAGE / "lists"
    names = (name.split(".") for path in sorted((lists / room).rglob("*.py")) for name in imports(path))
    found = {name[2] for name in names if name[:2] == ["sphinx_reading_list", "lists"]}
    assert found & IN_LISTS.keys() <= {room, *IN_LISTS[room]}
    assert {path.parent.name for path in lists.glob("*/__init__.py")} == IN_LISTS.keys()


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_imports_make_no_circle(room: str) -> None:
    # Those for the type checker count as well: two files that need each other to be understood are one.
    names = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path for path in MODULES}
    names = {name.removesuffix(".__init__"): path for name, path in names.items() if room_of(path) == room}
    graph: TopologicalSorter[str] = TopologicalSorter()
    for name, path in names.items():
        graph.add(name)
        for imported in imports(path):
            module = imported if imported in names else imported.rpartition(".")[0]
            if module in names and module != name:
                graph.add(name, module)
    graph.prepare()  # raises CycleError


def test_only_sphinxext_imports_sphinx() -> None:
    # MyST's reader of options is not among them: it is plain Python, and loads none of them (see below).
    frameworks = {"sphinx", "docutils", "sphinxcontrib", "sphinx_design"}
    # The package's __init__ names the type of setup's argument.
    offenders = [
        relative(path) for path in MODULES if room_of(path) not in ("sphinxext", "") and outside(path) & frameworks
    ]
    assert not offenders


def test_only_providers_talk_to_the_network() -> None:
    offenders = [
        relative(path)
        for path in MODULES
        if room_of(path) != "providers" and (outside(path) & NETWORK or "urllib.request" in ".".join(imports(path)))
    ]
    assert not offenders


def test_a_build_runs_no_other_program() -> None:
    offenders = [relative(path) for path in MODULES if room_of(path) == "sphinxext" and "subprocess" in outside(path)]
    assert not offenders


def test_only_the_command_line_prints() -> None:
    def prints(path: Path) -> bool:
        calls = {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}
        return bool(calls & {"print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write"})

    assert not [relative(path) for path in MODULES if room_of(path) != "cli" and prints(path)]


def test_without_sphinxext_no_sphinx_is_loaded() -> None:
    names = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in MODULES
        if room_of(path) != "sphinxext" and path.name != "__main__.py"
    ]
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(*sorted({'sphinx', 'docutils', 'requests', 'urllib3'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_setup_is_short() -> None:
    setups = [
        (relative(path), node.end_lineno - node.lineno + 1)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name == "setup" and node.end_lineno
    ]
    assert setups
    assert [setup for setup in setups if setup[1] >= 20] == []


def test_a_file_fits_in_the_head() -> None:
    files = [*MODULES, *(ROOT / "docs" / "_ext").glob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "noxfile.py"]
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))
