"""The scripts of the pages, checked by their JSDoc types as strictly as the compiler can."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import sphinx_reading_list

STATIC = Path(sphinx_reading_list.__file__).parent / "sphinxext" / "static"
COMPILER = Path(__file__).parents[1] / "node/node_modules/typescript/bin/tsc"
OPTIONS = "--noEmit --allowJs --checkJs --strict --noImplicitReturns --target es2022 --lib es2022,dom,dom.iterable"


@pytest.mark.needs("node", "tsc")
def test_the_scripts_have_no_error_of_type() -> None:
    scripts = sorted(STATIC.rglob("*.js"))
    assert scripts
    done = subprocess.run(
        ["node", COMPILER, *OPTIONS.split(), *scripts], capture_output=True, text=True, check=False, cwd=STATIC
    )
    assert done.returncode == 0, done.stdout
    untold = [path.name for path in scripts if "// @ts-check" not in path.read_text(encoding="utf-8")]
    assert not untold, "editors check only what says // @ts-check"
