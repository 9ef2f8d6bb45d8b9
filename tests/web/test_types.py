"""The scripts of the pages, checked by their JSDoc types as strictly as the compiler can."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinx_reading_list

if TYPE_CHECKING:
    from collections.abc import Callable

STATIC = Path(sphinx_reading_list.__file__).parent / "sphinxext" / "static"
OPTIONS = "--noEmit --allowJs --checkJs --strict --noImplicitReturns --target es2022 --lib es2022,dom,dom.iterable"


@pytest.mark.needs("node", "tsc")
def test_the_scripts_have_no_error_of_type(path_of: Callable[[str], str]) -> None:
    scripts = sorted(STATIC.rglob("*.js"))
    assert scripts
    done = subprocess.run(
        [path_of("node"), path_of("tsc"), *OPTIONS.split(), *scripts],
        cwd=STATIC, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    untold = [path.name for path in scripts if "// @ts-check" not in path.read_text(encoding="utf-8")]
    assert not untold, "editors check only what says // @ts-check"
