"""What the documentation does in Python works."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_reading_list.exports.references import all_formats

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


def test_the_program_that_exports_prints_every_record(examples_of: Callable[..., Any], tmp_path: Path) -> None:
    page = "docs/project/howto.md"
    [program] = [example.text for example in examples_of(page) if example.caption == "to_ris.py"]
    shutil.copy(ROOT / "refs.bib", tmp_path)
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.count("TY  - ") == (ROOT / "refs.bib").read_text(encoding="utf-8").count("\n@")
    named = ", ".join(f"`{name}`" for name in sorted(all_formats()))
    assert f"has all names: {named}" in " ".join((ROOT / page).read_text(encoding="utf-8").split())
